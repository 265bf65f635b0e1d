"""Cases that nobody chose, drawn from what a record holds and from what it does not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from data.claims.totals import Choice
from data.filters import ADDED, Filters, Subject
from data.schema.mart import COVERED
from data.schema.vocabulary import EventKind, FollowUpState, OrganisationRole, StatementKind
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import HELD, OF_SUBJECT, Record, Row

HOSTILE_IDS = (
    "nobody' OR '1'='1",
    '"; DROP TABLE events; --',
    "100%",
    "_",
    "",
    "\x00",
    "un\x00odc",
    "ё́ \u202e",
    ":since",
    "x" * 10_000,
)
HOSTILE_WORDS = (
    '"',
    "%",
    "a%",
    "_",
    "a* OR b",
    "NEAR(a b, 2)",
    'words : "a"',
    "-un ^un {un}",
    "\x00",
    "u\x00n",
    "?!",
    "zzz",
    "a" * 3_000,
    "é" * 90,
    "' OR 1=1 --",
)
FAR = (date(1, 1, 1), date(9999, 12, 31))
BOUNDS = ("earliest", "begins_by", "ends_from", "latest")


class Chooser:
    """Draws cases for one record; the same seed draws the same ones.

    Most filters are drawn around one event, so that several of them together match something.
    """

    def __init__(self, record: Record, seed: int) -> None:
        self._record, self._random = record, Random(seed)  # noqa: S311 - no secret
        self._texts = [row[name] for row in record.tables["events"] for name in ("title", "form")]
        self._texts += [text for names in record.spellings.values() for text in names]
        for table, column in (("sources", "about"), ("sources", "publisher"), ("recommendations", "text")):
            self._texts += self._values(table, column)

    def cases(self, number: int) -> Iterator[Case]:
        """So many of them, the first without any filter."""
        yield self._case({}, Filters())
        for _ in range(number - 1):
            event = self._random.choice(self._record.tables["events"] or [{}])
            yield self._case(event, self._filters(event))

    def _filters(self, event: Row) -> Filters:
        rng = self._random
        places = [self._record.row("places", id_) for id_ in self._linked(event, "event_places", "place_id")]
        parts = self._record.rows("event_organisations", "event_id", event.get("id"))
        drawn: dict[str, Any] = {
            "organisations": self._some("organisations", [row["organisation_id"] for row in parts]),
            "match_all": rng.random() < 0.5,
            "roles": self._some((*OrganisationRole, "guest"), [row["role"] for row in parts]),
            "since": self._day(event),
            "until": self._day(event),
            "countries": self._some("countries", [row["country_id"] for row in places if row["country_id"]]),
            "kinds": self._some((*EventKind, "party", "' --"), [event.get("kind", "party")]),
            "themes": self._some("themes", self._linked(event, "event_themes", "theme_id")),
            "words": self._words(event),
            **self._later(event),
        }
        subject = self._subject(event) if rng.random() < 0.4 else None
        chance = rng.choice((0.0, 0.1, 0.3) if subject else (0.15, 0.3, 0.6))
        kept = {name for name in drawn if rng.random() < chance}
        kept |= {"match_all", "organisations"} if rng.random() < 0.2 else set()
        return Filters(**{name: drawn[name] for name in drawn if name in kept}, subject=subject)

    def _subject(self, event: Row) -> Subject:
        """A thing of any kind: one that the event has to do with, any other, or none of the record."""
        rng, table = self._random, self._random.choice(list(OF_SUBJECT))
        own = sorted(OF_SUBJECT[table](self._record, event) - {None}) if event and rng.random() < 0.7 else []
        return Subject(table, str(rng.choice(own or [*self._values(table, "id"), rng.choice(HOSTILE_IDS)])))

    def _later(self, event: Row) -> dict[str, Any]:
        """The fields that came later, one in three of them: else hardly any event would match."""
        forms, publishers = self._values("events", "form"), self._values("sources", "publisher")
        held = {field: sorted(HELD[field](self._record, event)) if event else [] for field in ADDED}
        drawn = {
            **{field: self._some(field, held[field]) for field in ("people", "instruments", "borders")},
            "forms": self._some([*forms, *HOSTILE_IDS], held["forms"]),
            "publishers": self._some([*publishers, *HOSTILE_IDS], held["publishers"]),
            "follow_ups": self._some((*FollowUpState, "lost", "' --"), held["follow_ups"]),
        }
        return {field: drawn[field] for field in self._random.sample(ADDED, 2)}

    def _case(self, event: Row, filters: Filters) -> Case:
        rng = self._random
        since, until = sorted((self._near(event), self._near({})))
        hashes = [*filter(None, self._values("sources", "sha256")), "0" * 64]
        return Case(
            filters=filters,
            first=rng.choice((0, 0, 1, 7, 50, 10_000)),
            most=rng.choice((1, 5, 50, 1_000)),
            by=rng.choice(("kind", "organiser", "country")),
            since=since,
            until=until,
            months=rng.choice((1, 3, 12)),
            together=rng.random() < 0.3,
            least=rng.choice((0, 1, 1, 2, 3, 20)),
            shared=rng.choice((0, 1, 1, 2, 3)),
            publishers=rng.choice((None, self._most_read())),
            statement_kinds=tuple(rng.sample(list(StatementKind), rng.randint(1, len(StatementKind)))),
            choice=rng.choice(list(Choice)),
            hashes=self._several(hashes, 3),
            addressee=self._addressee(),
            asker=rng.choice(["", "", rng.choice([*self._values("organisations", "id"), "nobody' --"])]),
            event=rng.choice([*self._values("events", "id"), "nobody' --"]),
            source=rng.choice([*self._values("sources", "id"), "nobody' --"]),
            recommendation=rng.choice([*self._values("recommendations", "id"), "nobody' --"]),
            statement=rng.choice([*self._values("statements", "id"), "nobody' --"]),
            focus=rng.choice(["", "", rng.choice([*self._values("organisations", "id"), "nobody' --"])]),
        )

    def _addressee(self) -> str:
        """Often none, and seldom one that nobody asks."""
        names = {row["id"]: row["name"] for row in self._record.tables["organisations"]}
        asked = [
            names.get(row["addressee_id"], row["addressee"]) for row in self._record.tables["recommendations"]
        ]
        return str(self._random.choice(["", "", "nobody' --", *filter(None, asked)]))

    def _most_read(self) -> tuple[str, ...]:
        """The publishers that have rows of their own on the pages."""
        pages = Counter(self._values("sources", "publisher"))
        return tuple(sorted(pages, key=lambda name: (-pages[name], name))[:COVERED])

    def _values(self, table: str, column: str) -> list[Any]:
        return [row[column] for row in self._record.tables[table]]

    def _linked(self, event: Row, link: str, column: str) -> list[Any]:
        return [row[column] for row in self._record.rows(link, "event_id", event.get("id"))]

    def _some(self, table: str | Sequence[str], own: list[str]) -> tuple[str, ...]:
        """Up to four values: mostly own ones of an event, some others of the table, some that it lacks."""
        rng = self._random
        if isinstance(table, str):
            known = self._values(table, "id")
            table = [
                *known,
                *HOSTILE_IDS,
                *(id_.swapcase() for id_ in known),
                *self._values("people", "id")[:9],
            ]
        return self._several(own if own and rng.random() < 0.6 else [*own, *rng.sample(table, 3)], 4)

    def _several(self, values: Sequence[str], most: int) -> tuple[str, ...]:
        """One to `most` of them; a value may be drawn twice."""
        number = self._random.choice((1, 1, 2, most))
        return tuple(str(self._random.choice(values)) for _ in range(number)) if values else ()

    def _day(self, event: Row) -> date:
        rng = self._random
        return rng.choice(FAR) if rng.random() < 0.1 else self._near(rng.choice((event, {})))

    def _near(self, event: Row) -> date:
        """A day that bounds this event, or any, or one that is a little off."""
        rng = self._random
        other = rng.choice(self._record.tables["events"] or [{}])
        days = [row[bound] for row in (event, other) for bound in BOUNDS if row.get(bound)][:4]
        day = date.fromisoformat(rng.choice(days or ["2021-01-01"]))
        return day + timedelta(days=rng.choice((0, 0, -1, 1, -31, 30, -400, 400)))

    def _words(self, event: Row) -> str:
        """Beginnings of words of the event, or of any text, or what hardly any text holds."""
        rng, texts = self._random, self._texts
        if rng.random() < 0.2:
            return rng.choice(HOSTILE_WORDS)
        if event and rng.random() < 0.7:
            names = self._linked(event, "event_organisations", "organisation_id")
            texts = [event["title"], event["form"]]
            texts += [text for id_ in names for text in self._record.spellings["organisations", id_]]
        words = [word for text in rng.sample(texts, min(2, len(texts))) for word in text.split()] or [""]
        chosen = rng.sample(words, min(rng.choice((1, 1, 2)), len(words)))
        found = " ".join(word[: rng.randint(1, max(1, len(word)))] for word in chosen)
        return rng.choice((found, found, found.upper(), f"  {found}?"))
