"""Places of the partners of one organisation around it: the strongest on the inner ring, others outside."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import atan2, cos, pi, sin
from typing import Any

from data.values.rows import Records

Row = Mapping[str, Any]
FIRST, HOLE = 12, 0.4
"""Organisations on the inner ring, twice as many on the next and so on; room in the middle, in rings."""
FLAT = 0.75
"""Height of a ring by its width, so that it fills the picture, which is wider than tall."""
CORNERS: Records = [{"x": -1.0, "y": -FLAT}, {"x": 1.0, "y": FLAT}]
"""The places that the outermost ring reaches."""


def place_around(focus: str, nodes: Sequence[Row], links: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """The place of each node, the focus at 0, 0.

    On a ring families stand together, and in a family those that lie in one direction in the whole picture.
    """
    shared = {
        link["b_id" if link["a_id"] == focus else "a_id"]: link["shared"]
        for link in links
        if focus in (link["a_id"], link["b_id"])
    }
    partners = [node for node in nodes if node["id"] != focus]
    partners.sort(key=lambda node: (-shared.get(node["id"], 0), node["id"]))
    rings = _part(partners)
    found = {focus: (0.0, 0.0)}
    for number, ring in enumerate(rings, start=1):
        ring.sort(key=lambda node: (node["family"], _direction(node), node["id"]))
        for place, node in enumerate(ring):
            turn = 2 * pi * (place + number / 2) / len(ring) - pi / 2
            reach = (number + HOLE) / (len(rings) + HOLE)
            found[node["id"]] = (reach * cos(turn), FLAT * reach * sin(turn))
    return found


def _part(partners: Sequence[Row]) -> list[list[Row]]:
    """The partners ring by ring, as few rings as hold them, each filled alike."""
    rings = 1
    while FIRST * rings * (rings + 1) // 2 < len(partners):
        rings += 1
    ends = [len(partners) * n * (n + 1) // (rings * (rings + 1)) for n in range(rings + 1)]
    return [list(partners[first:last]) for first, last in pairwise(ends)]


def _direction(node: Row) -> float:
    return atan2(node["y"] or 0.0, node["x"] or 0.0)
