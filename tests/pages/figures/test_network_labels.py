"""Names in the network: never on one another nor on a circle, the important ones first."""

from itertools import combinations
from math import dist
from random import Random
from typing import Any

import pytest

from data.pictures.drawing.labels import Disc
from pages.figures import network_labels
from pages.figures.network_labels import ROOMS, SIDES, place_labels

EXTENTS = [{"x": -1.0, "y": -0.8}, {"x": 1.0, "y": 0.8}]
NAMES = ("UNODC", "Customs Service Turkmenistan", "Border Troops", "EU", "Пограничная служба")


def crowd(number: int, seed: int) -> list[dict[str, Any]]:
    """Nodes thrown into the picture, as near each other as chance will have it."""
    throw = Random(seed)  # noqa: S311 - nothing secret
    return [
        {
            "id": str(n),
            "name": throw.choice(NAMES),
            "events": throw.randint(1, 100),
            "lit": throw.random() < 0.7,
            "size": throw.uniform(8, 40),
            "x": throw.uniform(-1, 1),
            "y": throw.uniform(-0.8, 0.8),
        }
        for n in range(number)
    ]


def boxes(nodes: list[dict[str, Any]], number: int) -> tuple[list[Any], list[Any]]:
    """The names shown in a room, and the circles; of a name also its node."""
    discs = network_labels._project(ROOMS[number], nodes, EXTENTS)
    every = network_labels._list_boxes(discs, network_labels._measure(nodes, ()))
    sides = place_labels(nodes, EXTENTS, ())[number]
    names = [(n, tuple(every[n, SIDES.index(side)])) for n, side in enumerate(sides) if side]
    return names, discs


def meet(one: Any, other: Any) -> bool:
    return bool(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3],
    )


def covers(box: Any, disc: Disc) -> bool:
    """Whether the box lies on the circle."""
    left, top, right, bottom = box
    near = min(max(disc.x, left), right), min(max(disc.y, top), bottom)
    return dist((disc.x, disc.y), near) < disc.radius - 1e-9


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("number", range(len(ROOMS)))
def test_no_name_lies_on_another_or_on_a_circle_or_leaves_the_picture(number: int, seed: int) -> None:
    names, circles = boxes(crowd(80, seed), number)
    room, placed = ROOMS[number], [box for _, box in names]
    assert names
    assert [pair for pair in combinations(placed, 2) if meet(*pair)] == []
    assert [box for box in placed if any(covers(box, circle) for circle in circles)] == []
    assert all(b[0] >= 0 and b[2] <= room.wide and b[1] >= 0 and b[3] <= room.tall for b in placed)


def test_of_two_that_want_one_place_the_chosen_has_it_then_the_lit_then_the_busier() -> None:
    def node(identity: str, events: int, x: float, lit: bool = True) -> dict[str, Any]:
        about = {"name": "W" * 60, "size": 8, "y": 0, "lit": lit}
        return {"id": identity, "events": events, "x": x, **about}

    def shown(*chosen: str) -> dict[str, str]:
        sides = place_labels(nodes, EXTENTS, chosen)[0]
        return {node["id"]: side.position for node, side in zip(nodes, sides, strict=True) if side}

    nodes = [node("few", 1, -0.1), node("many", 9, 0.1), node("more", 99, 0.05, lit=False)]
    assert shown() == {"many": "top", "few": "bottom"}
    assert shown("more") == {"more": "top", "many": "bottom"}
