"""Organisations that share events: a circle each at its stored place, a line for each pair."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from data.pictures.drawing import svg
from data.pictures.drawing.labels import Box, Label, write_labels
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH, Key, Picture
from data.pictures.drawing.svg import Group, Point
from data.schema.vocabulary import Family, label

HEIGHT, MARGIN = 430.0, 40.0
WIDEST_NODE, WIDEST_LINE, SMALLEST_NODE = 46.0, 8.0, 7.0
Row = Mapping[str, Any]


def draw(
    nodes: Sequence[Row], links: Sequence[Row], chosen: Sequence[str] = (), *, among: bool = False
) -> Picture:
    """Nodes and links of the page; names that would lie on others are left out.

    Lines of the chosen are coloured; with `among` only those that join two of them.
    """
    body, places = svg.drawing(), _places(nodes)
    strongest = max((link["shared"] for link in links), default=1)
    quiet = body.add("g", stroke=LIGHT.line, stroke_opacity=0.4)
    lit = body.add("g", stroke=LIGHT.family[Family.REGIONAL], stroke_opacity=0.5)
    for link in sorted(links, key=lambda row: row["shared"]):
        is_lit = (link["a_id"] in chosen) + (link["b_id"] in chosen) > among
        group = lit if is_lit else quiet
        wide = 0.7 + (WIDEST_LINE - 0.7) * link["shared"] / max(strongest, 12)
        mark = f"{link['a_id']}/{link['b_id']}"
        group.line(places[link["a_id"]], places[link["b_id"]], stroke_width=wide, data_mark=mark)
    sizes = _radii(nodes)
    for node in nodes:
        edge = LIGHT.ink if node["id"] in chosen else LIGHT.ground
        style: dict[str, Any] = {"fill": LIGHT.family[node["family"]], "stroke": edge, "stroke_width": 1.4}
        body.circle(*places[node["id"]], sizes[node["id"]], data_mark=node["id"], **style)
    unnamed = _names(body, nodes, places, sizes, chosen)
    families = [family for family in Family if any(node["family"] == family for node in nodes)]
    legend = [Key("dot", LIGHT.family[family], label(family)) for family in families]
    legend.append(Key("line", LIGHT.line, "shared an event; width: how many"))
    left_out = f" Names left out for room: {unnamed}." if unnamed else ""
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
    """Write the names, the chosen and the busiest first; how many found no room."""
    order = sorted(nodes, key=lambda node: (node["id"] not in chosen, -node["events"], node["name"]))
    labels = [
        Label(node["name"], places[node["id"]], radii[node["id"]], node["id"] in chosen) for node in order
    ]
    return write_labels(body, labels, Box(2, 0, WIDTH - 2, HEIGHT))
