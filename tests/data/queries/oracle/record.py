"""The public tables of a store as plain rows, and which events match filters: slow, and read by nothing else.

Nothing here reads a table that the ETL derives for speed, or calls code of the queries: it is what they are
held to.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from data.filters import CERTAINLY, POSSIBLY, Filters
from data.schema.models import tables
from data.schema.vocabulary import FollowUp, FollowUpState
from data.values.text import fold, index_terms, search_terms

Row = dict[str, Any]
NAME_COLUMNS = {
    "organisations": ("name", "full_name", "name_russian"),
    "people": ("name", "name_cyrillic"),
    "places": ("name", "name_cyrillic"),
    "instruments": ("name", "full_name"),
}
"""Columns that name the rows of the tables by whose names a search finds events."""
SEPARATOR = "; "


class Record:
    """All rows of the public tables as SQLite stores them: dates are ISO text, truths 0 or 1."""

    def __init__(self, path: Path) -> None:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            self.tables: dict[str, list[Row]] = {
                name: list(map(dict, connection.execute(f'SELECT * FROM "{name}"')))  # noqa: S608 - our names
                for name in tables()
            }
        self._groups: dict[tuple[str, str], dict[Any, list[Row]]] = {}

    def rows(self, table: str, column: str, value: Any) -> list[Row]:
        """The rows of a table that hold this value in a column."""
        if (table, column) not in self._groups:
            groups = self._groups[table, column] = defaultdict(list)
            for row in self.tables[table]:
                groups[row[column]].append(row)
        return self._groups[table, column].get(value, [])

    def row(self, table: str, id_: str | None) -> Row:
        """The row with this id; an empty one where there is none."""
        return next(iter(self.rows(table, "id", id_)), {}) if id_ is not None else {}

    @cached_property
    def events(self) -> list[Row]:
        """All events in the order of the list: by day, those without one last, then by id."""
        events = sorted(self.tables["events"], key=itemgetter("id"))
        return sorted(events, key=lambda event: (not first_day(event), first_day(event)))

    @cached_property
    def spellings(self) -> dict[tuple[str, str], list[str]]:
        """By table and id everything that a row is called, aliases included."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for table, columns in NAME_COLUMNS.items():
            for row in self.tables[table]:
                found[table, row["id"]] += [row[column] for column in columns if row[column]]
        for alias in self.tables["aliases"]:
            found[alias["table"], alias["id"]].append(alias["spelling"])
        return found

    @cached_property
    def event_words(self) -> dict[str, set[str]]:
        """By event the words of its title and form, and of the names of who and what it is linked with."""
        return {event["id"]: self._words_of_event(event) for event in self.events}

    def _words_of_event(self, event: Row) -> set[str]:
        linked = []
        for table, link, column in (
            ("organisations", "event_organisations", "organisation_id"),
            ("organisations", "speakers", "organisation_id"),
            ("people", "speakers", "person_id"),
            ("places", "event_places", "place_id"),
            ("instruments", "event_instruments", "instrument_id"),
        ):
            linked += [(table, row[column]) for row in self.rows(link, "event_id", event["id"])]
        names = [name for each in linked if each[1] for name in self.spellings[each]]
        return words_in(event["title"], event["form"], *names)


def first_day(event: Row) -> str:
    """The first day on which it may have been, else the last; nothing where it has no date."""
    return event.get("earliest") or event.get("latest") or ""


def missing_last(value: Any) -> tuple[bool, Any]:
    """A key that orders None after all values."""
    return value is None, value or ""


def words_in(*texts: str | None) -> set[str]:
    """All folded words of the texts."""
    return {word for text in texts if text for word in index_terms(fold(text))}


def has_words(words: set[str], terms: Iterable[str]) -> bool:
    """Whether each term begins one of the words."""
    return all(any(word.startswith(term) for word in words) for term in terms)


def joined(parts: Iterable[str]) -> str | None:
    """The parts as one text that can be parted again; None where there is none."""
    return SEPARATOR.join(part.replace(SEPARATOR, ", ") for part in parts) or None


def date_certainty(event: Row, filters: Filters) -> str | None:
    """`certainly` or `possibly` in the range of dates, None outside; an empty row may lie on any day."""
    since, until = (day.isoformat() if day else None for day in (filters.since, filters.until))
    earliest, begins_by, ends_from, latest = map(event.get, ("earliest", "begins_by", "ends_from", "latest"))
    if (until and earliest and earliest > until) or (since and latest and latest < since):
        return None
    is_begun = not until or (begins_by and begins_by <= until)
    is_open = not since or (ends_from and ends_from >= since)
    return CERTAINLY if is_begun and is_open else POSSIBLY


def event_countries(record: Record, event: Row) -> set[str]:
    """Codes of the countries of its places."""
    places = [row["place_id"] for row in record.rows("event_places", "event_id", event["id"])]
    return {country for place in places if (country := record.row("places", place)["country_id"])}


def event_bodies(record: Record, event: Row, roles: Iterable[str] = ()) -> set[str]:
    """Ids of the organisations with a part in it: of any sort, or one of these roles."""
    wanted = set(roles)
    parts = record.rows("event_organisations", "event_id", event["id"])
    return {row["organisation_id"] for row in parts if not wanted or row["role"] in wanted}


def event_sources(record: Record, event: Row) -> set[str]:
    """Ids of the sources that report it: its own, and those that claim anything of it."""
    claims = [row for row in record.rows("claims", "subject", event["id"]) if row["table"] == "events"]
    return {event["source_id"], *(row["source_id"] for row in claims)}


def event_publishers(record: Record, event: Row) -> set[str]:
    """Who published the sources that report it."""
    return {record.row("sources", id_)["publisher"] for id_ in event_sources(record, event)}


def event_linked(record: Record, event: Row, link: str, column: str) -> set[str]:
    """Ids of what a table links it with."""
    return {row[column] for row in record.rows(link, "event_id", event["id"])}


def event_offices(record: Record, event: Row, column: str = "id") -> set[str]:
    """The offices that it opened, or where it was held, a place of the same id; or their borders."""
    places = event_linked(record, event, "event_places", "place_id")
    return {
        office[column]
        for office in record.tables["border_liaison_offices"]
        if office["id"] in places
        or (event["kind"] == "opening" and office["source_id"] == event["source_id"])
    }


def event_states(record: Record, event: Row) -> set[str]:
    """What came of the recommendations made at it."""
    return {follow_up_state(record, row) for row in record.rows("recommendations", "event_id", event["id"])}


def follow_up_state(record: Record, row: Row) -> str:
    """What came of a recommendation; told apart where sources bear on its theme alone."""
    if row["follow_up"] != FollowUp.NOT_FOUND:
        return str(row["follow_up"])
    touched = record.rows("recommendation_follow_ups", "recommendation_id", row["id"])
    return str(FollowUpState.SAME_THEME if touched else FollowUpState.NOT_FOUND)


def is_asked(chosen: tuple[str, ...], held: set[str], *, all_of_them: bool = False) -> bool:
    """Whether any, or all, of the chosen values are held; True where none is chosen."""
    return not chosen or (held >= set(chosen) if all_of_them else bool(held & set(chosen)))


HELD: dict[str, Callable[[Record, Row], set[str]]] = {
    "kinds": lambda _, event: {event["kind"]},
    "forms": lambda _, event: {event["form"]},
    "countries": event_countries,
    "themes": lambda record, event: event_linked(record, event, "event_themes", "theme_id"),
    "people": lambda record, event: event_linked(record, event, "speakers", "person_id"),
    "instruments": lambda record, event: event_linked(record, event, "event_instruments", "instrument_id"),
    "borders": lambda record, event: event_offices(record, event, "border_id"),
    "publishers": event_publishers,
    "follow_ups": event_states,
}
"""By field of the filters what an event has of it; organisations apart."""
OF_SUBJECT: dict[str, Callable[[Record, Row], set[str]]] = {
    "events": lambda _, event: {event["id"]},
    "recommendations": lambda record, event: event_linked(record, event, "recommendations", "id"),
    "statements": lambda record, event: event_linked(record, event, "statements", "id"),
    **{table: HELD[table] for table in ("people", "countries", "borders", "instruments", "themes")},
    "organisations": lambda record, event: (
        event_bodies(record, event) | event_linked(record, event, "speakers", "organisation_id")
    ),
    "places": lambda record, event: event_linked(record, event, "event_places", "place_id"),
    "border_liaison_offices": event_offices,
    "sources": event_sources,
}
"""By table of a subject the ids of its rows that an event has to do with."""


@lru_cache(64)
def match_events(record: Record, filters: Filters) -> dict[str, str]:
    """By id, in the order of the list, `certainly` or `possibly` for each event that matches."""
    terms, found = search_terms(filters.words), {}
    for event in record.events:
        certainty = date_certainty(event, filters)
        bodies, subject = event_bodies(record, event, filters.roles), filters.subject
        if (
            certainty
            and (not subject or subject.id in OF_SUBJECT[subject.table](record, event))
            and is_asked(filters.organisations, bodies, all_of_them=filters.match_all)
            and all(is_asked(getattr(filters, field), held(record, event)) for field, held in HELD.items())
            and has_words(record.event_words[event["id"]], terms)
        ):
            found[event["id"]] = certainty
    return found


def matching_events(record: Record, filters: Filters) -> list[tuple[Row, str]]:
    """The rows of these events, each with its certainty."""
    return [(record.row("events", id_), how) for id_, how in match_events(record, filters).items()]


def with_match(row: Row, filters: Filters, certainty: str) -> Row:
    """The row, under a range of dates with how it matches."""
    return row | {"date_match": certainty} if filters.has_dates else row
