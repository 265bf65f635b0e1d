"""Organisations that share events: a circle each at its stored place, a line for each pair."""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any, NamedTuple

from data.pictures import svg
from data.pictures.palette import LIGHT
from data.pictures.sheet import WIDTH, Key, Picture
from data.pictures.svg import Group, Point
from data.schema.vocabulary import Family, label

HEIGHT, MARGIN = 430.0, 40.0
WIDEST_NODE, WIDEST_LINE, SMALLEST_NODE = 46.0, 8.0, 7.0
HALO = {"paint_order": "stroke", "stroke": LIGHT.ground, "stroke_width": 3, "stroke_linejoin": "round"}
"""Around names, which lie on lines."""
Row = Mapping[str, Any]


class Box(NamedTuple):
    """The room of a label."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def draw(nodes: Sequence[Row], links: Sequence[Row], chosen: Sequence[str] = ()) -> Picture:
    """Nodes and links of the page; names that would lie on others are left out."""
    body, places = svg.drawing(), _places(nodes)
    strongest = max((link["shared"] for link in links), default=1)
    for link in sorted(links, key=lambda row: row["shared"]):
        is_lit = link["a_id"] in chosen or link["b_id"] in chosen
        wide = 0.7 + (WIDEST_LINE - 0.7) * link["shared"] / max(strongest, 12)
        style = {"stroke": LIGHT.family[Family.REGIONAL] if is_lit else LIGHT.line, "stroke_width": wide}
        ends = places[link["a_id"]], places[link["b_id"]]
        mark = f"{link['a_id']}/{link['b_id']}"
        body.line(*ends, stroke_opacity=0.5 if is_lit else 0.4, data_mark=mark, **style)
    sizes = _radii(nodes)
    for node in nodes:
        edge = LIGHT.ink if node["id"] in chosen else LIGHT.ground
        style = {"fill": LIGHT.family[node["family"]], "stroke": edge, "stroke_width": 1.4}
        body.circle(*places[node["id"]], sizes[node["id"]], data_mark=node["id"], **style)
    unnamed = _names(body, nodes, places, sizes, chosen)
    families = [family for family in Family if any(node["family"] == family for node in nodes)]
    legend = [Key("dot", LIGHT.family[family], label(family)) for family in families]
    legend.append(Key("line", LIGHT.line, "shared an event; width: how many"))
    left_out = f" Names of {unnamed} smaller ones are left out for room." if unnamed else ""
    lines = "one line" if len(links) == 1 else f"{len(links)} lines"
    words = f"{len(nodes)} organisations, joined by {lines} where two shared an event."
    return Picture(body, HEIGHT, words, tuple(legend), f"Area of a circle: its events.{left_out}")


def _places(nodes: Sequence[Row]) -> dict[str, Point]:
    """Stored places stretched to the drawing; an organisation without one stands in the middle."""
    known = [(node["x"] or 0.0, node["y"] or 0.0) for node in nodes]
    ends = [(min(axis), max(axis)) for axis in zip(*known, strict=True)] or [(0.0, 0.0)] * 2

    def place(value: float, end: tuple[float, float], size: float) -> float:
        low, high = end
        return size / 2 if high == low else MARGIN + (size - 2 * MARGIN) * (value - low) / (high - low)

    return {
        node["id"]: (place(x, ends[0], WIDTH), place(y, ends[1], HEIGHT))
        for node, (x, y) in zip(nodes, known, strict=True)
    }


def _radii(nodes: Sequence[Row]) -> dict[str, float]:
    most = max((node["events"] for node in nodes), default=1)
    size = min(5.6, WIDEST_NODE / sqrt(most or 1))
    return {node["id"]: max(size * sqrt(node["events"]), SMALLEST_NODE) / 2 for node in nodes}


def _names(
    body: Group,
    nodes: Sequence[Row],
    places: Mapping[str, Point],
    radii: Mapping[str, float],
    chosen: Sequence[str],
) -> int:
    """Write each name beside its circle where it meets no other; how many found no room."""
    circles = [(node["id"], Box(*_square(places[node["id"]], radii[node["id"]] * 0.8))) for node in nodes]
    taken: list[Box] = []
    unnamed = 0
    order = sorted(nodes, key=lambda node: (node["id"] not in chosen, -node["events"], node["name"]))
    for node in order:
        others = [*taken, *(box for identity, box in circles if identity != node["id"])]
        for x, y, anchor, box in _rooms(node["name"], places[node["id"]], radii[node["id"]]):
            if not any(box.meets(other) for other in others):
                weight = 700 if node["id"] in chosen else 400
                body.write(x, y, node["name"], 11, anchor=anchor, font_weight=weight, fill=LIGHT.ink, **HALO)
                taken.append(box)
                break
        else:
            unnamed += 1
    return unnamed


def _square(middle: Point, radius: float) -> tuple[float, float, float, float]:
    x, y = middle
    return x - radius, y - radius, x + radius, y + radius


def _rooms(name: str, middle: Point, radius: float) -> Iterator[tuple[float, float, str, Box]]:
    """Above, below, right, left of a circle, inside the drawing: where the words start, and their room."""
    (x, y), wide, gap = middle, svg.text_width(name, 11), radius + 3
    for anchor, at, foot, left in (
        ("middle", x, y - gap, x - wide / 2),
        ("middle", x, y + gap + 9, x - wide / 2),
        ("start", x + gap, y + 4, x + gap),
        ("end", x - gap, y + 4, x - gap - wide),
    ):
        box = Box(left, foot - 10, left + wide, foot + 2)
        if box.left >= 2 and box.right <= WIDTH - 2 and box.top >= 0 and box.bottom <= HEIGHT:
            yield at, foot, anchor, box
