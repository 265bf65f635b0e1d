from itertools import combinations
from math import hypot

import numpy as np
import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from data.schema.models import Organisation
from etl.derive import network
from etl.derive.network import Whole

Crowd = tuple[list[str], Whole, Whole]


def _parts(events: dict[str, list[str]], alone: list[str]) -> Crowd:
    members = sorted({member for taking_part in events.values() for member in taking_part} | set(alone))
    parts = [(members.index(m), n) for n, ms in enumerate(events.values()) for m in sorted(set(ms))]
    taken = np.array(parts, np.int64)
    return members, taken[:, 0], taken[:, 1]


def _crowd() -> Crowd:
    """140 organisations in 130 events, six of them in most."""
    events = {
        f"e{n:03}": [f"big{n % 6}", f"big{n * 5 % 6}", f"small{n % 130:03}", f"small{n * 7 % 130:03}"]
        for n in range(130)
    }
    return _parts(events, ["alone0", "alone1", "alone2", "alone3"])


def test_every_organisation_of_a_draft_has_one_place_in_the_frame(engine: Engine) -> None:
    with engine.connect() as connection:
        found = network.list_positions(connection)
        ids = connection.execute(select(col(Organisation.id)).order_by(col(Organisation.id))).scalars().all()
    assert [row["organisation_id"] for row in found] == ids
    assert all(-1 <= row[way] <= 1 and row[way] == round(row[way], 4) for row in found for way in "xy")


def test_the_picture_is_the_same_each_time_and_however_much_is_counted_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = network.place_members(*_crowd())
    monkeypatch.setattr(network, "AT_ONCE", 7)
    assert network.place_members(*_crowd()) == first


def test_circles_are_parted_the_same_however_many_of_them_are_watched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = network.place_members(*_crowd())
    for reach in (0.001, 3):
        monkeypatch.setattr(network, "REACH", reach)
        assert network.place_members(*_crowd()) == first


def test_shared_events_are_counted_by_pair() -> None:
    _, bodies, events = _parts({"e": ["a", "b"], "f": ["a", "b", "c"], "g": ["c"]}, [])
    assert network._links(bodies, events, [0, 1, 2]).tolist() == [[2, 2, 1], [2, 2, 1], [1, 1, 2]]
    assert network._links(bodies, events, [0, 2]).tolist() == [[2, 1], [1, 2]]


def test_no_two_organisations_stand_on_each_other() -> None:
    found = network.place_members(*_crowd()).values()
    nearest = min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(found, 2))
    assert nearest > 0.05


def test_organisations_without_links_stand_on_the_ring() -> None:
    found = network.place_members(*_crowd())
    assert all(hypot(*found[f"alone{n}"]) == pytest.approx(1) for n in range(4))
    assert all(hypot(*point) < 1.3 for point in found.values())


def test_a_network_without_any_link_is_a_ring() -> None:
    found = network.place_members(*_parts({"e": ["a"]}, ["b"]))
    assert found == {"a": (1.0, 0.0), "b": (-1.0, pytest.approx(0))}


def test_of_too_many_the_busiest_are_laid_out_and_the_others_stand_around(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network, "MOST_DRAWN", 10)
    found = network.place_members(*_crowd())
    reach = {name: hypot(*point) for name, point in found.items()}
    assert sum(name.startswith("small") and 0.929 < far <= 1 for name, far in reach.items()) >= 126
    assert all(abs(way) <= 0.9 for n in range(6) for way in found[f"big{n}"])
