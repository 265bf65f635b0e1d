"""Where the names of the network find room: on no other name, on no circle, inside the picture.

The sizes are estimates: letters differ in width, and a screen may be a little narrower than a room. ECharts
hides what still overlaps.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Row = Mapping[str, Any]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""
DISTANCE, LINE = 2, 13
"""Pixels: between a circle and its name, and the height of a name."""
CAPITAL, SMALL = 7.2, 5.7
"""Pixels across a letter of a name; 11 pixels high."""
LARGER = 14 / 11
"""The names of chosen organisations against others."""


class Side(NamedTuple):
    """Where a name stands by its circle; aligned left it begins there, or above or below the middle."""

    position: str
    align: str = "center"


SIDES = (
    *(Side("top"), Side("bottom"), Side("right", "left"), Side("left", "right")),
    *(Side(position, align) for align in ("left", "right") for position in ("top", "bottom")),
)
"""The best first."""


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
    room: Room, nodes: Sequence[Row], extents: Sequence[Row], chosen: Iterable[str]
) -> list[Side | None]:
    """Where the name of each node stands in a room; None where it finds no place.

    The chosen come first, then what is lit, then the busiest. Nodes have `x`, `y`, `name`, `events`, `lit`
    and `size`, the diameter of their circle in pixels.
    """
    large, middles = set(chosen), _project(room, nodes, extents)
    taken = np.full((2 * len(nodes), 4), -1e9)
    taken[: len(nodes)] = [
        _circle(middle, node["size"] * room.zoom) for node, middle in zip(nodes, middles, strict=True)
    ]
    found: list[Side | None] = [None] * len(nodes)
    order = sorted(
        range(len(nodes)),
        key=lambda n: (nodes[n]["id"] not in large, not nodes[n]["lit"], -nodes[n]["events"]),
    )
    for n in order:
        for side in SIDES:
            box = _box(side, nodes[n], middles[n], room, LARGER if nodes[n]["id"] in large else 1)
            if _is_inside(box, room) and not _meets(box, taken):
                found[n], taken[len(nodes) + n] = side, box
                break
    return found


def _project(room: Room, nodes: Sequence[Row], extents: Sequence[Row]) -> list[tuple[float, float]]:
    """The middles of the nodes, as ECharts fits them into the room without changing their proportions."""
    axes = ([row[axis] for row in extents] for axis in ("x", "y"))
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in axes)
    scale = min(room.across / ((right - left) or 1), room.down / ((bottom - top) or 1))
    x, y = (left + right) / 2, (top + bottom) / 2
    return [
        (room.wide / 2 + scale * (node["x"] - x), room.tall / 2 + scale * (node["y"] - y)) for node in nodes
    ]


def _circle(middle: tuple[float, float], size: float) -> Box:
    """The square in a circle and a little more: what of it a name may not cover."""
    x, y = middle
    half = 0.45 * size
    return x - half, y - half, x + half, y + half


def _box(side: Side, node: Row, middle: tuple[float, float], room: Room, growth: float) -> Box:
    wide = growth * sum(CAPITAL if letter.isupper() else SMALL for letter in node["name"])
    tall, (x, y) = growth * LINE, middle
    gap = node["size"] * room.zoom / 2 + DISTANCE
    lefts = {"center": x - wide / 2, "left": x, "right": x - wide}
    beside, tops = {"right": x + gap, "left": x - gap - wide}, {"top": y - gap - tall, "bottom": y + gap}
    left, top = beside.get(side.position, lefts[side.align]), tops.get(side.position, y - tall / 2)
    return left, top, left + wide, top + tall


def _is_inside(box: Box, room: Room) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= room.wide and box[3] <= room.tall


def _meets(box: Box, taken: NDArray[np.float64]) -> bool:
    left, top, right, bottom = box
    across = (taken[:, 0] < right) & (taken[:, 2] > left)
    return bool((across & (taken[:, 1] < bottom) & (taken[:, 3] > top)).any())
