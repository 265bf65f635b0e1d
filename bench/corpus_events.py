"""The events of a corpus, each with its sources, parts, speakers, links and what was said there."""

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from bench.corpus_claims import Claimed
from bench.corpus_words import encode_number
from bench.corpus_world import Put, World
from data.schema.vocabulary import EventKind, FollowUp, InstrumentRelation, SpeakerMode, StatementKind

T = TypeVar("T")
Row = dict[str, Any]

FIRST, DAYS = date(2005, 1, 1), 7669
PRECISIONS = {"day": 80, "month": 12, "year": 2, "between": 2, "before": 2, "after": 1.5, "unknown": 0.5}
FORMS = (
    "training",
    "conference",
    "round table",
    "expert meeting",
    "study tour",
    "briefing",
    "forum",
    "launch",
)
ROLES = {"participant": 62, "partner": 14, "host": 8, "organiser": 12, "invited": 4}
LANGUAGES = {"en": 70, "ru": 24, "uz": 3, "tg": 3}
MEMORY = 50
"""So many of the last sources may report a later event too."""


class Events:
    """Writes event after event; holds nothing of them but the last sources."""

    def __init__(self, world: World, rng: Random, put: Put) -> None:
        self._world, self._rng, self._put = world, rng, put
        self._claimed = Claimed(rng, put, world.language)
        self._recent: deque[str] = deque(maxlen=MEMORY)

    def write(self, number: int) -> None:
        rng, world = self._rng, self._world
        day = FIRST + timedelta(days=int(DAYS * rng.random() ** 0.7))
        places = world.places.distinct(rng, _choose_weighted(rng, {0: 7, 1: 88, 2: 5}))
        id_ = f"{day}-{places[0] if places else 'online'}-{encode_number(number)}"
        sources = self._sources(id_, day)
        event = self._event(id_, day, sources[0], is_online=not places)
        for place in places:
            self._put("event_places", event_id=id_, place_id=place, source_id=sources[0])
        for theme in world.themes.distinct(rng, _choose_weighted(rng, {1: 65, 2: 30, 3: 5})):
            self._put("event_themes", event_id=id_, theme_id=theme)
        self._instruments(id_, sources[0])
        self._claimed.event(event, sources)
        members = self._organisations(id_, sources)
        self._speakers(id_, sources)
        self._write_texts(id_, sources[0], members[0])

    def _sources(self, event: str, day: date) -> list[str]:
        """Its own sources, the first by the organiser; a second may be one that reported an earlier event."""
        rng, found = self._rng, [f"{event}-page"]
        self._source(found[0], found[0], day)
        for place in range(_choose_weighted(rng, {0: 70, 1: 22, 2: 8})):
            if self._recent and rng.random() < 0.2:
                found.append(rng.choice(self._recent))
            else:
                found.append(f"{event}-other-{place + 1}")
                self._source(found[-1], found[0] if rng.random() < 0.3 else found[-1], day)
        self._recent.append(found[0])
        return list(dict.fromkeys(found))

    def _source(self, id_: str, originator: str, day: date) -> None:
        rng, language = self._rng, self._world.language
        publisher = self._world.organisations.one(rng)[0]
        is_found = rng.random() < 0.95
        self._put(
            "sources",
            id=id_,
            publisher=publisher.upper(),
            originator=originator,
            title=language.sentence(rng, 5, 11) if rng.random() < 0.6 else None,
            about=language.sentence(rng, 7, 16),
            kind="web_page" if rng.random() < 0.9 else "document",
            language=_choose_weighted(rng, LANGUAGES),
            published_on=str(day + timedelta(days=rng.randint(0, 9))) if rng.random() < 0.95 else None,
            url=f"https://www.{publisher}.example/news/{id_}" if is_found else None,
            url_status="read" if is_found else "not_found",
            extent="whole" if rng.random() < 0.4 else "excerpt",
            read_on="2026-10-01",
            read_as="stored_copy",
        )

    def _event(self, id_: str, day: date, source: str, *, is_online: bool) -> Row:
        rng, language = self._rng, self._world.language
        row = {
            "id": id_,
            "source_id": source,
            "title": _vary_title(rng, language.sentence(rng, 5, 10)[:-1]),
            "kind": rng.choice(list(EventKind)),
            "form": rng.choice(FORMS),
            "mode": "online"
            if is_online
            else _choose_weighted(rng, {"in_person": 80, "hybrid": 10, "not_stated": 10}),
            **date_columns(rng, day),
            "is_date_inferred": "false",
            "is_place_inferred": "false",
            "participants_as_stated": "Officers; Prosecutors; Experts" if rng.random() < 0.15 else None,
            "confidence": _choose_weighted(rng, {"high": 70, "medium": 22, "low": 8}),
            "note": language.sentence(rng, 6, 18) if rng.random() < 0.3 else None,
        }
        self._put("events", **row)
        return row

    def _instruments(self, event: str, source: str) -> None:
        rng = self._rng
        for instrument in self._world.instruments.distinct(rng, _choose_weighted(rng, {0: 65, 1: 28, 2: 7})):
            relation = rng.choice(list(InstrumentRelation))
            self._put(
                "event_instruments",
                event_id=event,
                instrument_id=instrument,
                source_id=source,
                relation=relation,
            )

    def _organisations(self, event: str, sources: Sequence[str]) -> list[str]:
        """About four, the first of which organises; a second source may name it too. Their ids."""
        rng = self._rng
        found = self._world.organisations.distinct(
            rng, _choose_weighted(rng, {1: 6, 2: 14, 3: 20, 4: 22, 5: 16, 6: 11, 7: 7, 9: 4})
        )
        for position, (id_, spelling) in enumerate(found, start=1):
            role = "organiser" if position == 1 else _choose_weighted(rng, ROLES)
            written = spelling if rng.random() < 0.02 else id_
            part = {"event_id": event, "organisation_id": written, "role": role, "source_id": sources[0]}
            self._put("event_organisations", **part, position=position)
            if rng.random() < 0.2:
                self._claimed.role({**part, "organisation_id": id_})
            if position == 1 and len(sources) > 1 and rng.random() < 0.6:
                self._put("event_organisations", **{**part, "source_id": sources[1]}, position=1)
        return [id_ for id_, _ in found]

    def _speakers(self, event: str, sources: Sequence[str]) -> None:
        rng = self._rng
        for person in self._world.people.distinct(
            rng, _choose_weighted(rng, {0: 45, 1: 28, 2: 15, 3: 8, 4: 4})
        ):
            row = {
                "event_id": event,
                "person_id": person.spelling if rng.random() < 0.02 else person.id,
                "role": _choose_weighted(rng, {"speaker": 75, "chair": 10, "attendee": 8, "quoted": 7}),
                "source_id": rng.choice(sources),
                "office": person.office,
                "organisation_id": person.organisation,
                "mode": rng.choice(list(SpeakerMode)),
                "mode_as_stated": rng.choice(("opening", "remarks", "keynote")),
            }
            self._put("speakers", **row)
            if rng.random() < 0.5:
                self._claimed.office({**row, "person_id": person.id})

    def _write_texts(self, event: str, source: str, organisation: str) -> None:
        """Recommendations, statements and items of the agenda, in the record's proportions."""
        rng, language = self._rng, self._world.language
        where = {"source_id": source, "event_id": event}
        for position in range(1, _choose_weighted(rng, {0: 92, 1: 5, 3: 3}) + 1):
            id_ = f"{event}-asks-{position}"
            asks = {"id": id_, "position": position, "text": language.sentence(rng, 12, 30)}
            addressee = self._world.organisations.one(rng)[0]
            asked = {"addressee": "the participating states"}
            if addressee != organisation and rng.random() < 0.5:
                asked = {"addressee_id": addressee}
            self._put("recommendations", **asks, **where, **asked, organisation_id=organisation)
            if rng.random() < 0.1:
                self._follow_up(id_, source)
            self._put("recommendation_themes", recommendation_id=id_, theme_id=self._world.themes.one(rng))
        for position in range(1, _choose_weighted(rng, {0: 82, 1: 12, 3: 6}) + 1):
            id_ = f"{event}-says-{position}"
            says = {"id": id_, "position": position, "text": language.sentence(rng, 12, 30)}
            kind = rng.choice(list(StatementKind))
            self._put("statements", **says, **where, kind=kind, organisation_id=organisation)
            self._put("statement_themes", statement_id=id_, theme_id=self._world.themes.one(rng))
        self._agenda(event, where)

    def _follow_up(self, recommendation: str, source: str) -> None:
        rng, language = self._rng, self._world.language
        status = rng.choice(list(FollowUp))
        self._put(
            "recommendation_follow_ups",
            recommendation_id=recommendation,
            source_id=source,
            status=status,
            is_direct="false" if status == FollowUp.NOT_FOUND else "true",
            text=language.sentence(rng, 6, 18),
        )

    def _agenda(self, event: str, where: Row) -> None:
        rng, language = self._rng, self._world.language
        if rng.random() < 0.08:
            item = {"id": f"{event}-item", "position": 1, "title": language.sentence(rng, 4, 9)}
            self._put("agenda_items", **item, **where)


def date_columns(rng: Random, day: date) -> Row:
    """The date columns of an event that begins on `day`, as precise as some source may be."""
    precision = _choose_weighted(rng, PRECISIONS)
    later = str(day + timedelta(days=rng.randint(20, 200)))
    start, end = {
        "day": (str(day), str(day + timedelta(days=rng.randint(1, 4))) if rng.random() < 0.35 else None),
        "month": (f"{day:%Y-%m}", None),
        "year": (f"{day:%Y}", None),
        "between": (str(day), later),
        "before": (None, later),
        "after": (str(day), None),
        "unknown": (None, None),
    }[precision]
    stated = None if precision == "day" else f"{precision}, as the page words it"
    return {"start_on": start, "end_on": end, "date_precision": precision, "date_as_stated": stated}


def _vary_title(rng: Random, title: str) -> str:
    """Some titles hold what CSV must quote."""
    chance = rng.random()
    if chance < 0.02:
        return f'"{title}" revisited'
    return f"{title}, phase {rng.randint(2, 5)}" if chance < 0.1 else title


def _choose_weighted(rng: Random, weights: Mapping[T, float]) -> T:
    return rng.choices([*weights], [*weights.values()])[0]
