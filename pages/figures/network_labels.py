"""Where the names of the network find room at each size of the picture, by `labels.place_boxes`.

Widths are estimates, and a screen may be a little narrower than a room. ECharts hides what still overlaps.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.pictures.drawing.labels import Box, Disc, place_boxes
from data.pictures.drawing.svg import text_width

Row = Mapping[str, Any]
Array = NDArray[np.float64]
DISTANCE, LINE = 2, 13
"""Pixels: between a circle and its name, and the height of a name."""
SIZE, LARGE = 11, 14
"""Pixels: the type of names, and of those of chosen organisations."""


class Side(NamedTuple):
    """Where a name stands by its circle; aligned left it begins there, or above or below the middle."""

    position: str
    align: str = "center"


SIDES = (
    *(Side("top"), Side("bottom"), Side("right", "left"), Side("left", "right")),
    *(Side(position, align) for align in ("left", "right") for position in ("top", "bottom")),
)
"""The best first."""
SHIFTS = {"center": -0.5, "left": 0.0, "right": -1.0}
"""From the anchor of a name to its left end, in widths of the name."""


class Room(NamedTuple):
    """A size of the picture: the whole, the part in which nodes lie, and how large circles are drawn."""

    wide: float
    tall: float
    across: float
    down: float
    zoom: float


ROOMS = (
    Room(740, 640, 648, 576, 1.0),
    Room(600, 640, 508, 576, 1.0),
    Room(480, 640, 388, 576, 1.0),
    Room(340, 360, 295, 271, 0.58),
)
"""From a wide screen to a phone."""


def place_labels(
    nodes: Sequence[Row], extents: Sequence[Row], chosen: Collection[str]
) -> list[list[Side | None]]:
    """Where the name of each node stands in each of ROOMS; None where it finds no place.

    The chosen come first, then what is lit, then the busiest. Nodes have `x`, `y`, `name`, `events`, `lit`
    and `size`, the diameter of their circle in pixels.
    """
    order = sorted(
        range(len(nodes)),
        key=lambda n: (nodes[n]["id"] not in chosen, not nodes[n]["lit"], -nodes[n]["events"]),
    )
    ranked = [nodes[n] for n in order]
    sizes = _measure(ranked, chosen)
    found = []
    for room in ROOMS:
        discs = _project(room, ranked, extents)
        places = place_boxes(_list_boxes(discs, sizes), discs, Box(0, 0, room.wide, room.tall))
        by_node = dict(zip(order, places, strict=True))
        found.append([None if (place := by_node[n]) is None else SIDES[place] for n in range(len(nodes))])
    return found


def _measure(nodes: Sequence[Row], chosen: Collection[str]) -> Array:
    """Width and height of each name."""
    types = [LARGE if node["id"] in chosen else SIZE for node in nodes]
    widths = [text_width(node["name"], size) for node, size in zip(nodes, types, strict=True)]
    return np.array([widths, [LINE * size / SIZE for size in types]]).T


def _project(room: Room, nodes: Sequence[Row], extents: Sequence[Row]) -> list[Disc]:
    """The circles of the nodes, as ECharts fits them into the room without changing their proportions."""
    axes = ([row[axis] for row in extents] for axis in ("x", "y"))
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in axes)
    scale = min(room.across / ((right - left) or 1), room.down / ((bottom - top) or 1))
    x, y = room.wide / 2 - scale * (left + right) / 2, room.tall / 2 - scale * (top + bottom) / 2
    return [
        Disc(x + scale * node["x"], y + scale * node["y"], node["size"] * room.zoom / 2) for node in nodes
    ]


def _list_boxes(discs: Sequence[Disc], sizes: Array) -> Array:
    """The boxes of each name, one for each of SIDES."""
    x, y, radius = np.array(discs).T
    wide, tall = sizes.T
    gap = radius + DISTANCE
    lefts = {align: x + shift * wide for align, shift in SHIFTS.items()}
    beside, tops = {"right": x + gap, "left": x - gap - wide}, {"top": y - gap - tall, "bottom": y + gap}
    corners = [
        (beside.get(side.position, lefts[side.align]), tops.get(side.position, y - tall / 2))
        for side in SIDES
    ]
    return np.array([(left, top, left + wide, top + tall) for left, top in corners]).transpose(2, 0, 1)
