"""Cities with events, held to a plain reading of the public tables."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import POSSIBLY, Filters, Subject
from data.queries.events import cities
from tests.data.queries.oracle.record import Record, match_events


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(organisations=("alpha",), since=date(2021, 3, 15)),
        Filters(subject=Subject("people", "alfov-anna")),
        Filters(words="zzz"),
    ],
)
def test_each_place_with_a_point_has_its_events(filters: Filters, engine: Engine, store_path: Path) -> None:
    record, counts, inferred, possibly, placed = (
        Record(store_path),
        Counter[str](),
        Counter[str](),
        Counter[str](),
        set(),
    )
    found = match_events(record, filters)
    for row in record.tables["event_places"]:
        place = record.row("places", row["place_id"])
        if row["event_id"] in found and place["latitude"] is not None:
            placed.add(row["event_id"])
            counts[place["id"]] += 1
            inferred[place["id"]] += record.row("events", row["event_id"])["is_place_inferred"]
            possibly[place["id"]] += found[row["event_id"]] == POSSIBLY
    rows = engines.read_records(engine, cities.list_cities(filters))
    assert {row["id"]: (row["events"], row["inferred"], row["possibly"]) for row in rows} == {
        id_: (number, inferred[id_], possibly[id_]) for id_, number in counts.items()
    }
    assert [row["events"] for row in rows] == sorted(counts.values(), reverse=True)
    assert engines.read_records(engine, cities.count_unplaced(filters)) == [
        {"events": len(found) - len(placed)}
    ]
