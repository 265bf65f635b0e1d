"""Where the network draws each organisation: linked ones near each other, none on top of another.

Positions are made once per build, so that a filter changes the lines and never the places.
"""

from collections import Counter
from itertools import combinations
from math import cos, pi, sin, sqrt
from typing import Any

import numpy as np
import rustworkx
from numpy.typing import NDArray

from etl.tables import Table

Points = NDArray[np.float64]

SEED = 7
ROUNDS = 400
GAP = 0.03
"""Free space between two circles, in the unit of the picture, which is two wide."""
MOST_DRAWN = 400
"""Organisations that are laid out, the busiest; the others stand around them."""
BAND = (0.93, 1.0)
"""Between which distances from the middle those others stand."""


def positions(found: dict[str, Table]) -> list[dict[str, Any]]:
    """One row per organisation, in order of id."""
    members = sorted(row["id"] for row in found["organisations"].rows)
    events = _events(found["event_organisations"])
    busy = Counter(member for taking_part in events.values() for member in taking_part)
    linked = sorted({member for each in events.values() if len(each) > 1 for member in each})
    core = sorted(sorted(linked, key=lambda member: (-busy[member], member))[:MOST_DRAWN])
    points = dict(zip(core, _picture(core, _links(events, core), busy).tolist(), strict=True))
    points |= _outside([member for member in linked if member not in points])
    alone = [member for member in members if member not in points]
    points |= {
        member: [cos(angle), sin(angle)] for member, angle in zip(alone, _angles(len(alone)), strict=True)
    }
    return [
        {"organisation_id": member, "x": _rounded(points[member][0]), "y": _rounded(points[member][1])}
        for member in members
    ]


def _links(events: dict[str, set[str]], core: list[str]) -> Counter[tuple[str, str]]:
    """How many events each two of the core shared."""
    drawn = set(core)
    return Counter(pair for each in events.values() for pair in combinations(sorted(each & drawn), 2))


def _outside(others: list[str]) -> dict[str, list[float]]:
    """Places around the picture, no two near each other that are near in the list."""
    near, far = BAND
    found = {}
    for rank, member in enumerate(others):
        radius, angle = near + (far - near) * rank / len(others), rank * pi * (3 - sqrt(5))
        found[member] = [radius * cos(angle), radius * sin(angle)]
    return found


def _rounded(value: float) -> float:
    return round(value, 4) + 0.0  # no negative zero


def _angles(count: int) -> list[float]:
    return [2 * pi * index / count for index in range(count)]


def _events(parts: Table) -> dict[str, set[str]]:
    """Who took part in each event."""
    events: dict[str, set[str]] = {}
    for row in parts.rows:
        events.setdefault(row["event_id"], set()).add(row["organisation_id"])
    return events


def _picture(linked: list[str], links: Counter[tuple[str, str]], busy: Counter[str]) -> Points:
    """Places inside the ring, for the linked organisations in their order."""
    if not linked:
        return np.zeros((0, 2))
    graph: rustworkx.PyGraph[str, float] = rustworkx.PyGraph()
    index = dict(zip(linked, graph.add_nodes_from(linked), strict=True))
    graph.add_edges_from([(index[a], index[b], sqrt(shared)) for (a, b), shared in sorted(links.items())])
    layout = rustworkx.spring_layout(
        graph, k=2.2 / sqrt(len(linked)), num_iter=ROUNDS, weight_fn=float, seed=SEED, scale=1
    )
    points = np.array([layout[index[member]] for member in linked])
    points = _evened(points)
    sizes = np.array([0.02 + 0.045 * sqrt(busy[member] / max(busy.values())) for member in linked])
    return _framed(_parted(points, sizes))


def _evened(points: Points) -> Points:
    """Half-way from the layout to an even spread: the crowd in the middle opens, the far ones come near."""
    centred = points - np.median(points, axis=0)
    radius = np.hypot(centred[:, 0], centred[:, 1])
    order = radius.argsort(kind="stable").argsort(kind="stable")
    even = np.sqrt((order + 0.5) / len(points))
    stretched = 0.35 * radius / max(radius.max(), 1e-9) + 0.65 * even
    return np.asarray(centred / np.maximum(radius, 1e-9)[:, None] * stretched[:, None])


def _parted(points: Points, sizes: Points) -> Points:
    """Push circles apart until none touch, or until the rounds are over."""
    wanted = sizes[:, None] + sizes[None, :] + GAP
    for _ in range(ROUNDS):
        away = points[:, None, :] - points[None, :, :]
        distance = np.hypot(away[..., 0], away[..., 1])
        np.fill_diagonal(distance, np.inf)
        lacking = np.maximum(wanted - distance, 0)
        if not lacking.any():
            break
        step = away / np.maximum(distance, 1e-9)[..., None] * (lacking / 2)[..., None]
        points = points + 0.5 * step.sum(axis=1)
    return points


def _framed(points: Points) -> Points:
    """Scaled to fill the square from -0.9 to 0.9, each way by itself; the ring stays free."""
    low, high = points.min(axis=0), points.max(axis=0)
    return np.asarray(1.8 * (points - low) / np.maximum(high - low, 1e-9) - 0.9)
