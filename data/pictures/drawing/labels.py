"""Names beside marks, where none lies on another: beside, above or below its mark, or nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from data.pictures.drawing import svg
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.svg import Group, Point

SIZE = 11
HALO = {"paint_order": "stroke", "stroke": LIGHT.ground, "stroke_width": 3, "stroke_linejoin": "round"}
"""Around names, which lie on lines."""


class Box(NamedTuple):
    """The room of a label or of a mark."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a round mark; `set_by_hand` is anchor and offset of a place that is tried first."""

    name: str
    middle: Point
    radius: float
    is_bold: bool = False
    set_by_hand: tuple[str, float, float] | None = None

    @property
    def mark(self) -> Box:
        """The mark but for its rim."""
        (x, y), inner = self.middle, self.radius * 0.8
        return Box(x - inner, y - inner, x + inner, y + inner)


def write_labels(body: Group, labels: Sequence[Label], frame: Box, taken: Iterable[Box] = ()) -> int:
    """Write each name in the first room that is free, in this order; how many found none.

    `taken` is what else stands in the drawing; nothing is written outside `frame`.
    """
    full, marks, unnamed = list(taken), [label.mark for label in labels], 0
    for number, label in enumerate(labels):
        others = [*full, *marks[:number], *marks[number + 1 :]]
        for x, y, anchor, box in _rooms(label):
            is_inside = box.left >= frame.left and box.right <= frame.right
            is_inside &= box.top >= frame.top and box.bottom <= frame.bottom
            if is_inside and not any(box.meets(other) for other in others):
                _write(body, label, x, y, anchor)
                full.append(box)
                break
        else:
            unnamed += 1
    return unnamed


def _write(body: Group, label: Label, x: float, y: float, anchor: str) -> None:
    style: dict[str, Any] = {"font_weight": 700 if label.is_bold else 400, "fill": LIGHT.ink, **HALO}
    body.write(x, y, label.name, SIZE, anchor=anchor, **style)


def _rooms(label: Label) -> Iterator[tuple[float, float, str, Box]]:
    """The place set by hand, then all around the mark, then inside: where the words start, and their room."""
    (x, y), wide, gap = label.middle, svg.text_width(label.name, SIZE), label.radius + 3
    aside = 0.7 * label.radius + 3
    places = [("middle", 0, -gap), ("middle", 0, gap + 9), ("start", gap, 4), ("end", -gap, 4)]
    places += [("start", aside, -aside), ("end", -aside, -aside)]
    places += [("start", aside, aside + 8), ("end", -aside, aside + 8)]
    places += [("middle", 0, 4)] if wide < 2.6 * label.radius else []
    for anchor, across, down in ([label.set_by_hand] if label.set_by_hand else []) + places:
        left = x + across - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        yield x + across, y + down, anchor, Box(left, y + down - 10, left + wide, y + down + 2)
