"""Names beside marks, where none lies on another: beside, above or below its mark, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.svg import Group, Point

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
SIZE = 11
HALO = {"paint_order": "stroke", "stroke": LIGHT.ground, "stroke_width": 3, "stroke_linejoin": "round"}
"""Around names, which lie on lines."""


class Box(NamedTuple):
    """What a name takes of the drawing."""

    left: float
    top: float
    right: float
    bottom: float


class Disc(NamedTuple):
    """A round mark."""

    x: float
    y: float
    radius: float


NOWHERE = Box(*[np.nan] * 4)
"""A place that is never free."""


def place_boxes(
    options: ArrayLike, marks: Sequence[Disc], frame: Box, taken: Sequence[Box] = ()
) -> list[int | None]:
    """For each name which of its `options` is the first that is free; None where none is.

    `options` has a row of boxes a name, in the order of `marks`; earlier names go first. Free is what lies
    inside `frame`, on nothing `taken`, on no earlier name, and on no mark but its own.
    """
    if not marks:
        return []
    boxes = np.asarray(options, float)
    discs = np.reshape(marks, (-1, 3)).T
    is_free = _lie_inside(boxes, frame) & ~_meet(boxes, np.reshape(taken, (-1, 4)))
    placed, count = np.empty((len(marks), 4)), 0
    found: list[int | None] = [None] * len(marks)
    for name in np.flatnonzero(is_free.any(axis=1)).tolist():
        still = is_free[name] & ~_meet(boxes[name], placed[:count])
        still &= ~_cover(boxes[name], discs, name)
        first = int(still.argmax())
        if still[first]:
            found[name], placed[count] = first, boxes[name, first]
            count += 1
    return found


def _lie_inside(boxes: Array, frame: Box) -> Mask:
    low, high = boxes[..., :2] >= frame[:2], boxes[..., 2:] <= frame[2:]
    inside: Mask = np.all(low & high, axis=-1)
    return inside


def _meet(boxes: Array, others: Array) -> Mask:
    """Which boxes share more than an edge with any of the others."""
    left, top, right, bottom = (boxes[..., side, None] for side in range(4))
    across = (left < others[:, 2]) & (others[:, 0] < right)
    down = (top < others[:, 3]) & (others[:, 1] < bottom)
    met: Mask = np.any(across & down, axis=-1)
    return met


def _cover(boxes: Array, discs: Array, own: int) -> Mask:
    """Which of the boxes of one name lie on a disc that is not its own."""
    x, y, radius = discs
    left, top, right, bottom = boxes.T[:, :, None]
    across = x - np.minimum(np.maximum(x, left), right)
    down = y - np.minimum(np.maximum(y, top), bottom)
    is_on = across * across + down * down < radius * radius
    is_on[:, own] = False
    covered: Mask = np.any(is_on, axis=-1)
    return covered


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a round mark; `set_by_hand` is anchor and offset of a place that is tried first."""

    name: str
    middle: Point
    radius: float
    is_bold: bool = False
    set_by_hand: tuple[str, float, float] | None = None


def write_labels(body: Group, labels: Sequence[Label], frame: Box, taken: Sequence[Box] = ()) -> int:
    """Write each name in the first of its places that is free; how many found none. See `place_boxes`."""
    places = [_list_places(label) for label in labels]
    marks = [Disc(*label.middle, label.radius) for label in labels]
    found = place_boxes([[place.box for place in each] for each in places], marks, frame, taken)
    for label, each, number in zip(labels, places, found, strict=True):
        if number is not None:
            _write(body, label, each[number])
    return found.count(None)


class _Place(NamedTuple):
    """Where the words start, and their box."""

    anchor: str
    x: float
    y: float
    box: Box


def _write(body: Group, label: Label, place: _Place) -> None:
    style: dict[str, Any] = {"font_weight": 700 if label.is_bold else 400, "fill": LIGHT.ink, **HALO}
    body.write(place.x, place.y, label.name, SIZE, anchor=place.anchor, **style)


def _list_places(label: Label) -> list[_Place]:
    """The place set by hand, then all around the mark, then inside where there is room."""
    wide, gap, aside = svg.text_width(label.name, SIZE), label.radius + 3, 0.7 * label.radius + 3
    around = [("middle", 0, -gap), ("middle", 0, gap + 9), ("start", gap, 4), ("end", -gap, 4)]
    around += [("start", aside, -aside), ("end", -aside, -aside)]
    around += [("start", aside, aside + 8), ("end", -aside, aside + 8)]
    inside = ("middle", 0, 4) if wide < 2.6 * label.radius else None
    return [_place(label, wide, offset) for offset in (label.set_by_hand, *around, inside)]


def _place(label: Label, wide: float, offset: tuple[str, float, float] | None) -> _Place:
    if offset is None:
        return _Place("", 0, 0, NOWHERE)
    anchor, across, down = offset
    x, y = label.middle[0] + across, label.middle[1] + down
    left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
    return _Place(anchor, x, y, Box(left, y - 10, left + wide, y + 2))
