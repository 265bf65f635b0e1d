"""An invented record for the edges that a plain one lacks.

It has more organisations and lines than are drawn, many who ask equally often, events of one day or of hardly
any date, and sources that agree, differ and are set aside.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from bench import corpus
from bench.corpus_world import SOURCE

BODIES, EDGES = 190, 42
DATES = (
    {"start_on": "2015-05-05", "date_precision": "day"},
    {"start_on": "2015-05", "date_precision": "month"},
    {"start_on": "2015", "date_precision": "year"},
    {"end_on": "2015-05-05", "date_precision": "before"},
    {"start_on": "2015-05-05", "date_precision": "after"},
    {"start_on": "2015-05-05", "end_on": "2016-02-29", "date_precision": "between"},
    {"date_precision": "unknown"},
)
PUBLISHED = (None, "2015", "2015-06", "2015-06-30")
CLAIMED = (
    ("over 40", "over 45", "over 30"),
    ("40", "60", "60"),
    ("12", "12", "over 12"),
    ("7", "over 90", "8"),
)
"""Numbers of participants by three sources: some can all be true, some cannot."""
MODES = ("in_person", "not_stated", "video_link")
Rows = Iterator[tuple[str, dict[str, Any]]]
"""Rows, each with its table."""


def write_crowd(events: int, folder: Path) -> None:
    """Curated files of so many events and of the edges beside them."""
    corpus.write(events, folder)
    rng = Random(3)  # noqa: S311 - no secret
    ids, people = _ids(folder / "events.csv"), _ids(folder / "people.csv")
    for rows in (_edges(rng, people), _bodies(rng, ids), _recommendations(rng, ids, people)):
        for table, row in rows:
            _append(folder / f"{table}.csv", row)


def _edges(rng: Random, people: list[str]) -> Rows:
    """Events of one day or of hardly any, each with three sources in another order of ids."""
    for number in range(EDGES):
        id_, sources = f"edge-{number:02}", [f"edge-page-{EDGES - number:02}-{one}" for one in range(3)]
        for source in sources:
            words = {"publisher": f"Press {number % 5}", "originator": source[:-3], "about": "What met"}
            coded = {"kind": "web_page", "language": "en", "url_status": "not_found", "extent": "excerpt"}
            yield "sources", {"id": source, "published_on": rng.choice(PUBLISHED), **words, **coded}
        words = {"title": f"Edge {number}; the rest", "form": "talk", "mode": "online", "confidence": "low"}
        event = {"id": id_, "source_id": sources[0], "kind": rng.choice(("training", "meeting"))}
        yield "events", {**event, **words, "is_date_inferred": "false", **DATES[number % len(DATES)]}
        for source, value, mode in zip(sources, CLAIMED[number % len(CLAIMED)], MODES, strict=True):
            rank = "deprecated" if rng.random() < 0.2 else "normal"
            yield "claims", _participants(source, id_, value, rank)
            yield "speakers", _speaker(source, id_, people[number % 9], mode)


def _participants(source: str, event: str, value: str, rank: str) -> dict[str, Any]:
    claim = {"source_id": source, "table": "events", "subject": event, "field": "participants"}
    reason = "Withdrawn since." if rank == "deprecated" else None
    coded = {"confidence": "low", "is_inferred": "false", "rank": rank, "reason": reason}
    return {**claim, "value": value, **coded}


def _speaker(source: str, event: str, person: str, mode: str) -> dict[str, Any]:
    return {
        "source_id": source,
        "event_id": event,
        "person_id": person,
        "role": "speaker",
        "mode": mode,
        "mode_as_stated": "x",
    }


def _bodies(rng: Random, events: list[str]) -> Rows:
    """Organisations whose names are in another order than their ids; many of them at one event."""
    names = rng.sample(range(1000), BODIES)
    for number, name in enumerate(names):
        id_ = f"crowd-{number:03}"
        coded = {"kind": "network", "family": rng.choice(("state", "other"))}
        words = {"name": f"Crowd {name}", "full_name": f"The crowd, {name}"}
        yield "organisations", {"id": id_, "source_id": SOURCE, **words, **coded}
        parts = {(events[0], "participant")} if number < BODIES // 3 else set()
        parts |= {(rng.choice(events), rng.choice(("participant", "host"))) for _ in range(2)}
        parts |= {(f"edge-{rng.randrange(EDGES):02}", rng.choice(("organiser", "partner")))}
        for event, role in sorted(parts):
            part = {"event_id": event, "organisation_id": id_, "role": role, "source_id": SOURCE}
            yield "event_organisations", {**part, "position": rng.choice((None, 1, 2))}


def _recommendations(rng: Random, events: list[str], people: list[str]) -> Rows:
    """Sixty organisations ask once, one and nobody often; half at no event."""
    for number in range(150):
        event = rng.choice((None, rng.choice(events), f"edge-{number % EDGES:02}"))
        who = f"crowd-{number:03}" if number < 60 else rng.choice((None, "crowd-000"))
        yield (
            "recommendations",
            {
                "id": f"crowd-asks-{number:03}",
                "source_id": f"edge-page-{1 + number % EDGES:02}-0",
                "position": 1 + number % 7,
                "text": f"Let crowd {number} meet",
                "event_id": event,
                "organisation_id": who,
                "person_id": rng.choice((None, *rng.sample(people, 5))),
                "addressee": rng.choice((None, *(f"whom {rng.randrange(30)}" for _ in range(4)))),
            },
        )


def _ids(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


def _append(path: Path, row: dict[str, Any]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(row)
