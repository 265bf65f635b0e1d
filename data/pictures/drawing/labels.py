"""Names beside marks, where none lies on another: beside, above or below its mark, or nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.svg import Group, Point

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
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
    names, others = _list_neighbours(boxes, marks)
    is_free = _lie_inside(boxes, frame) & ~_cover(boxes, marks, names, others)
    ends = np.cumsum(np.bincount(names)).tolist()
    near, rows, free = others.tolist(), boxes.tolist(), is_free.tolist()
    placed: dict[int, Sequence[float]] = {}
    for name, (start, end) in enumerate(pairwise([0, *ends])):
        full = [*taken, *(placed[other] for other in near[start:end] if other in placed)]
        first = next((box for box in compress(rows[name], free[name]) if not _meets(box, full)), None)
        if first is not None:
            placed[name] = first
    return [rows[name].index(placed[name]) if name in placed else None for name in range(len(marks))]


def _list_neighbours(boxes: Array, marks: Sequence[Disc]) -> tuple[Indices, Indices]:
    """Each name with each other, or itself, whose mark or boxes may lie in the way; by name."""
    x, y, radius = np.array(marks).T
    left, top = np.fmin.reduce(boxes[..., :2], axis=1).T
    right, bottom = np.fmax.reduce(boxes[..., 2:], axis=1).T
    across = (left[:, None] < np.fmax(right, x + radius)) & (np.fmin(left, x - radius) < right[:, None])
    down = (top[:, None] < np.fmax(bottom, y + radius)) & (np.fmin(top, y - radius) < bottom[:, None])
    near = across & down
    np.fill_diagonal(near, val=True)
    names, others = np.nonzero(near)
    return names, others


def _lie_inside(boxes: Array, frame: Box) -> NDArray[np.bool_]:
    low, high = boxes[..., :2] >= frame[:2], boxes[..., 2:] <= frame[2:]
    inside: NDArray[np.bool_] = np.all(low & high, axis=-1)
    return inside


def _cover(boxes: Array, marks: Sequence[Disc], names: Indices, others: Indices) -> NDArray[np.bool_]:
    """Which boxes lie on a mark that is not their own; `names` and `others` are the neighbours."""
    x, y, radius = np.array(marks)[others].T[:, :, None]
    left, top, right, bottom = boxes[names].transpose(2, 0, 1)
    across = x - np.minimum(np.maximum(x, left), right)
    down = y - np.minimum(np.maximum(y, top), bottom)
    is_on = (across * across + down * down < radius * radius) & (names != others)[:, None]
    starts = np.flatnonzero(np.diff(names, prepend=-1))
    covered: NDArray[np.bool_] = np.logical_or.reduceat(is_on, starts)
    return covered


def _meets(box: Sequence[float], others: Iterable[Sequence[float]]) -> bool:
    """Whether the box shares more than an edge with one of the others."""
    left, top, right, bottom = box
    return any(left < o[2] and o[0] < right and top < o[3] and o[1] < bottom for o in others)


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
