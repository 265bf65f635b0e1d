"""Places around one organisation: rings by strength, and no two on one place."""

from math import hypot
from typing import Any

from pages.figures.rings import CORNERS, FLAT, place_around

NODES: list[dict[str, Any]] = [
    {"id": f"n{number:02}", "family": "state" if number % 2 else "regional", "x": number / 40, "y": -0.2}
    for number in range(40)
]
LINKS = [{"a_id": "n00", "b_id": f"n{number:02}", "shared": number} for number in range(1, 40)]


def reach(place: tuple[float, float]) -> float:
    return round(hypot(place[0], place[1] / FLAT), 6)


def test_the_focus_is_in_the_middle_and_the_strongest_are_nearest() -> None:
    places = place_around("n00", NODES, LINKS)
    assert places["n00"] == (0, 0)
    by_strength = [reach(places[f"n{number:02}"]) for number in range(39, 0, -1)]
    assert by_strength == sorted(by_strength)
    assert [by_strength.count(ring) for ring in sorted(set(by_strength))] == [6, 13, 20]


def test_no_two_share_a_place_and_all_lie_within_the_corners() -> None:
    places = place_around("n00", NODES, LINKS)
    assert len({(round(x, 3), round(y, 3)) for x, y in places.values()}) == 40
    (low, high) = CORNERS
    assert all(low["x"] <= x <= high["x"] and low["y"] <= y <= high["y"] for x, y in places.values())


def test_on_a_ring_families_stand_together() -> None:
    places = place_around("n00", NODES[:9], LINKS[:8])
    around = [node["family"] for node in sorted(NODES[1:9], key=lambda node: list(places).index(node["id"]))]
    assert around == ["regional"] * 4 + ["state"] * 4


def test_without_partners_there_is_the_focus_alone() -> None:
    assert place_around("n00", NODES[:1], []) == {"n00": (0, 0)}
