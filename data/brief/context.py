"""What every part and picture of a brief works with; each question of the record is asked once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from sqlalchemy import Engine

from data import engines
from data.brief.document import Citation, Paragraph, Sentence
from data.brief.evidence import Evidence
from data.brief.request import Length, Request, public_address
from data.claims import office_numbers
from data.claims.passages import Cite
from data.claims.wording import Names
from data.engines import Question
from data.extracts import export
from data.extracts.request import Release
from data.filters import Filters
from data.links import view_address
from data.queries import overview
from data.queries.events import list as events
from data.queries.offices import list as offices
from data.queries.recommendations import follow_ups, statements
from data.queries.recommendations import list as recommendations
from data.queries.sources import claims, coverage
from data.schema.vocabulary import FollowUp
from data.values.rows import Records, Row

Advance = Callable[[float], None]
"""Told from 0 to 1 how much of a brief is made."""
T = TypeVar("T")
FINDERS = {
    "events": events.find_event,
    "recommendations": recommendations.find_recommendation,
    "statements": statements.find_statement,
}
"""Tables of which one row can be read as its page lists it."""


class Offices(NamedTuple):
    """Offices that match, all counts stated by the end of the range, and the last of them by border."""

    rows: Records
    counts: Records
    borders: Records


class Context:
    """The build, its claims and names, the request in words, the rows under its filters or of its basket."""

    def __init__(self, engine: Engine, request: Request, advance: Advance = lambda _: None) -> None:
        self.engine, self.request = engine, request
        self._advance, self._step = advance, (0, 1)
        self.evidence = Evidence(engine)
        self.say, self.label = request.language.say, request.language.label
        self.address = public_address()
        self.short_names: dict[str, str] = {}
        """Full names of the organisations named so far, by the short one."""
        self.given: dict[str, int] = {}
        """How many rows a part gives; all of them where it is not named."""
        self.at_length: int | None = None
        """How many events are told at length, and not by date, place and title; None: all."""
        self._paragraphs: dict[tuple[str, str, bool], Paragraph] = {}

    def follow(self, every: Sequence[T]) -> Iterator[T]:
        """Each in its turn; how far it is within the step is told."""
        step, steps = self._step
        for place, each in enumerate(every):
            self._advance((step + place / len(every)) / steps)
            yield each

    def follow_steps(self, every: Sequence[T]) -> Iterator[T]:
        """The same for the steps of a brief."""
        for place, each in enumerate(every):
            self._step = (place, len(every))
            self._advance(place / len(every))
            yield each

    def tell(
        self, table: str, rows: Records, sentences: Callable[[Row], Iterator[Sentence]]
    ) -> list[Paragraph]:
        """A paragraph a row, made once in each of its forms: `is_short`, where the row has that."""
        keys = [(table, row["id"], row.get("is_short", False)) for row in rows]
        told = dict(zip(keys, rows, strict=True))
        for key in self.follow([key for key in told if key not in self._paragraphs]):
            self._paragraphs[key] = Paragraph(tuple(sentences(told[key])))
        return [self._paragraphs[key] for key in keys]

    def read(self, question: Question) -> Records:
        """The rows of the answer."""
        return engines.read_records(self.engine, question)

    @property
    def is_basket(self) -> bool:
        """Whether rows are chosen by hand in place of filters."""
        return self.request.basket is not None

    def list_chosen(self, table: str) -> list[str]:
        """The ids of the rows of a table in the basket, in their order."""
        items = self.request.basket.items if self.request.basket else ()
        return [item.id for item in items if item.table == table]

    @cached_property
    def release(self) -> Release:
        """Which state of the record it is."""
        return export.find_release(self.engine)

    @cached_property
    def words(self) -> str:
        """The filters in words."""
        names = {
            **export.filter_names(self.engine),
            **export.name_subject(self.engine, self.request.filters),
        }
        return self.request.filters.sentence(names, self._range_words)

    def _range_words(self, since: date | None, until: date | None) -> str:
        """A range of dates in words; of whole years the years alone."""
        if since and until and (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
            first, last = str(since.year), str(until.year)
            return first if first == last else self.say("range", first=first, last=last)
        first, last = (self.request.language.day(str(day or "")) for day in (since, until))
        key = "range" if first and last else "range_first" if first else "range_last"
        return self.say(key, first=first, last=last) if first or last else ""

    @cached_property
    def names(self) -> Names:
        """The name of every row by table and id."""
        return {(row["table"], row["id"]): row["name"] for row in self.read(claims.list_names())}

    @cached_property
    def events(self) -> Records:
        """Those that match, oldest first; or those of the basket."""
        return self._list("events", events.list_events(self.request.filters))

    @cached_property
    def recommendations(self) -> Records:
        """Those that match, the newest first; or those of the basket."""
        return self._list("recommendations", recommendations.list_recommendations(self.request.filters))

    @cached_property
    def statements(self) -> Records:
        """Those of the basket."""
        return self._list("statements", statements.list_statements(self.request.filters))

    def _list(self, table: str, matching: Question) -> Records:
        if not self.is_basket:
            return self.read(matching)
        find = FINDERS[table]
        return [row for each in self.list_chosen(table) for row in self.read(find(Filters(), each))]

    @cached_property
    def follow_ups(self) -> dict[str, Records]:
        """What each source says came of the recommendations, by their id, the latest first."""
        followed = [row["id"] for row in self.recommendations if row["follow_up"] != FollowUp.NOT_FOUND]
        found: dict[str, Records] = {each: [] for each in followed}
        for row in self.read(follow_ups.list_follow_ups(tuple(followed))) if followed else []:
            found[row["recommendation_id"]].append(row)
        return found

    @cached_property
    def event_counts(self) -> Row:
        """How many events match, certainly and possibly, and the days that bound them."""
        [row] = self.read(events.count_events(self.request.filters))
        return row

    @cached_property
    def figures(self) -> Row:
        """How many events, organisations, speakers and sources match."""
        [row] = self.read(overview.count_figures(self.request.filters))
        return row

    @cached_property
    def offices(self) -> Offices:
        """As known at the end of the range: dates bound what was known and not when an office opened."""
        filters = self.request.filters
        rows = self.read(offices.list_offices(replace(filters, since=None, until=None), filters.until))
        if self.is_basket:
            chosen = set(self.list_chosen("border_liaison_offices"))
            rows = [row for row in rows if row["id"] in chosen]
        counts = self.read(offices.list_office_counts(filters.until))
        borders = office_numbers.latest_by_border(counts)
        if filters.countries:
            borders = [row for row in borders if set(row["id"].split("-")) & set(filters.countries)]
        if filters.subject:
            own = {filters.subject.id, *(row["border_id"] for row in rows)}
            borders = [row for row in borders if row["id"] in own]
        return Offices(rows, counts, borders)

    @cached_property
    def publishers(self) -> Records:
        """Those that report what matches, with all pages read of them; most pages first."""
        return [row for row in self.read(coverage.list_publishers(self.request.filters)) if row["events"]]

    @cached_property
    def months(self) -> Records:
        """Pages by publisher and month, whatever the range of dates."""
        whole = replace(self.request.filters, since=None, until=None)
        return self.read(coverage.list_all_months(whole))

    @property
    def is_full(self) -> bool:
        """Whether the length has room for every sentence on a thing."""
        return self.request.length in (Length.FIVE, Length.WHOLE)

    @property
    def record_words(self) -> str:
        """Of which release and build."""
        name, build, day = self.release.name, self.release.build, self.release.day
        if day is None:
            return self.say("record", release=name, build=build)
        words = self.request.language.day(day.isoformat())
        return self.say("record_of", release=name, build=build, day=words)

    def counted(self) -> Citation:
        """What a figure counted from the record rests on: release, filter, the view that shows it."""
        words = self.say("looked_up") if self.is_basket else self.say("counted", filter=self.words)
        shown = self.address and not self.is_basket
        address = view_address(self.address, "timeline", self.request.filters) if shown else ""
        day = self.release.day.isoformat() if self.release.day else ""
        return Citation("", self.record_words, words, day, "", address, address=address)

    def count(self, key: str, number: int | None = None, /, **gaps: str | int) -> Sentence:
        """A sentence whose figure is counted from the record."""
        return Sentence(self.say(key, number, **gaps), (self.counted(),))

    def mention(self, organisations: Iterable[Row]) -> None:
        """Keep the full names of organisations that are named."""
        self.short_names |= {
            row["name"]: row["full_name"] for row in organisations if row["full_name"] != row["name"]
        }

    def sentence(self, text: str, *cites: Cite, lead: str = "") -> Sentence:
        """A sentence that rests on these values."""
        return Sentence(text, self.evidence.citations(*cites), lead)
