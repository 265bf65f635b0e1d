from itertools import combinations
from math import hypot

import pytest

from etl import network
from etl.tables import Table


def _tables(events: dict[str, list[str]], alone: list[str]) -> dict[str, Table]:
    members = sorted({member for taking_part in events.values() for member in taking_part} | set(alone))
    parts = [{"event_id": event, "organisation_id": m} for event, ms in events.items() for m in ms]
    return {
        "organisations": Table("organisations", rows=[{"id": member} for member in members]),
        "event_organisations": Table("event_organisations", rows=parts),
    }


def _crowd() -> dict[str, Table]:
    """140 organisations in 100 events, six of them in most."""
    events = {
        f"e{n:03}": [f"big{n % 6}", f"big{n * 5 % 6}", f"small{n % 130:03}", f"small{n * 7 % 130:03}"]
        for n in range(130)
    }
    return _tables(events, ["alone0", "alone1", "alone2", "alone3"])


def test_every_organisation_has_one_place_in_the_frame() -> None:
    found = network.positions(_crowd())
    assert [row["organisation_id"] for row in found] == sorted(row["organisation_id"] for row in found)
    assert len(found) == 140
    assert all(-1 <= row[way] <= 1 and row[way] == round(row[way], 4) for row in found for way in "xy")


def test_the_picture_is_the_same_each_time_and_in_any_order() -> None:
    tables = _crowd()
    first = network.positions(tables)
    for table in tables.values():
        table.rows.reverse()
    assert network.positions(tables) == first


def test_no_two_organisations_stand_on_each_other() -> None:
    found = network.positions(_crowd())
    nearest = min(hypot(a["x"] - b["x"], a["y"] - b["y"]) for a, b in combinations(found, 2))
    assert nearest > 0.05


def test_organisations_without_links_stand_on_the_ring() -> None:
    found = {row["organisation_id"]: row for row in network.positions(_crowd())}
    assert all(hypot(found[f"alone{n}"]["x"], found[f"alone{n}"]["y"]) == pytest.approx(1) for n in range(4))
    assert all(hypot(row["x"], row["y"]) < 1.3 for row in found.values())


def test_a_network_without_any_link_is_a_ring() -> None:
    assert network.positions(_tables({"e": ["a"]}, ["b"])) == [
        {"organisation_id": "a", "x": 1.0, "y": 0.0},
        {"organisation_id": "b", "x": -1.0, "y": 0.0},
    ]


def test_of_too_many_the_busiest_are_laid_out_and_the_others_stand_around(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network, "MOST_DRAWN", 10)
    found = {row["organisation_id"]: row for row in network.positions(_crowd())}
    reach = {name: hypot(row["x"], row["y"]) for name, row in found.items()}
    assert sum(name.startswith("small") and 0.929 < far <= 1 for name, far in reach.items()) >= 126
    assert all(abs(found[f"big{n}"][way]) <= 0.9 for n in range(6) for way in "xy")
