"""Positions of organisations in the network: linked ones near each other, none on top of another.

Positions are made once per build, so that a filter changes the lines and never the places.
"""

from itertools import chain
from math import cos, pi, sin, sqrt
from typing import Any

import numpy as np
import rustworkx
from numpy.typing import NDArray
from sqlalchemy import Connection

from data.values.arrays import run_places

Points = NDArray[np.float64]
Whole = NDArray[np.int64]

SEED = 7
ROUNDS = 400
GAP = 0.03
"""Free space between two circles, in the unit of the picture, which is two wide."""
MOST_DRAWN = 400
"""Organisations that are laid out, the busiest; the others are placed around them."""
BAND = (0.93, 1.0)
"""The distances from the middle between which those others are placed."""
AT_ONCE = 5_000
"""Parts whose pairs are counted in one step."""
REACH = 0.02
"""Circles this near each other are watched while they are parted; the others are looked at again later."""
ORGANISATIONS = """SELECT id, number FROM read_names WHERE "table" = 'organisations' ORDER BY id"""
PARTS = "SELECT n, number FROM read_parts ORDER BY n, number"


def list_positions(connection: Connection) -> list[dict[str, Any]]:
    """One row per organisation of a draft that has its mart, in order of id."""
    draft: Any = connection.connection.driver_connection
    organisations = draft.execute(ORGANISATIONS).fetchall()
    taken = np.fromiter(chain.from_iterable(draft.execute(PARTS)), np.int64).reshape(-1, 2)
    place = np.zeros(max((number for _, number in organisations), default=0) + 1, np.int64)
    place[[number for _, number in organisations]] = np.arange(len(organisations))
    points = place_members([id_ for id_, _ in organisations], place[taken[:, 1]], taken[:, 0])
    return [{"organisation_id": id_, "x": _round(x), "y": _round(y)} for id_, (x, y) in points.items()]


def place_members(members: list[str], organisations: Whole, events: Whole) -> dict[str, tuple[float, float]]:
    """The position of each of the members, in their order.

    `organisations` and `events` are parallel and in the order of events: each part of a member (its place in
    `members`) in an event (any numbers from 0), once.
    """
    busy = np.bincount(organisations, minlength=len(members))
    together = np.bincount(events)[events] > 1 if len(events) else np.zeros(0, bool)
    linked = np.unique(organisations[together]).tolist()
    core = sorted(sorted(linked, key=lambda body: (-busy[body], body))[:MOST_DRAWN])
    laid = _picture(core, _links(organisations, events, core), busy)
    found = {body: (x, y) for body, (x, y) in zip(core, laid.tolist(), strict=True)}
    found |= _outside([body for body in linked if body not in found])
    alone = [body for body in range(len(members)) if body not in found]
    angles = zip(alone, _angles(len(alone)), strict=True)
    found |= {body: (cos(angle), sin(angle)) for body, angle in angles}
    return {member: found[body] for body, member in enumerate(members)}


def _links(organisations: Whole, events: Whole, core: list[int]) -> Whole:
    """How many events each two of the core shared, as a square table."""
    place = np.full(organisations.max(initial=-1) + 1, -1)
    place[core] = np.arange(len(core))
    inside = place[organisations] >= 0
    column, (_, row) = place[organisations[inside]], np.unique(events[inside], return_inverse=True)
    starts = np.concatenate(([0], np.cumsum(np.bincount(row))))
    shared = np.zeros(len(core) ** 2, np.int64)
    for start in range(0, len(row), AT_ONCE):
        events_of = row[start : start + AT_ONCE]
        one = np.repeat(column[start : start + AT_ONCE], np.diff(starts)[events_of])
        other = column[run_places(starts, events_of)]
        shared += np.bincount(one * len(core) + other, minlength=len(shared))
    return shared.reshape(len(core), len(core))


def _outside(others: list[int]) -> dict[int, tuple[float, float]]:
    """Places around the picture, no two near each other that are near in the list."""
    near, far = BAND
    found = {}
    for rank, body in enumerate(others):
        radius, angle = near + (far - near) * rank / len(others), rank * pi * (3 - sqrt(5))
        found[body] = (radius * cos(angle), radius * sin(angle))
    return found


def _round(value: float) -> float:
    return round(value, 4) + 0.0  # no negative zero


def _angles(count: int) -> list[float]:
    return [2 * pi * index / count for index in range(count)]


def _picture(core: list[int], links: Whole, busy: Whole) -> Points:
    """Places inside the ring, for the core in its order."""
    if not core:
        return np.zeros((0, 2))
    graph: rustworkx.PyGraph[int, float] = rustworkx.PyGraph()
    graph.add_nodes_from(core)
    pairs = np.argwhere(np.triu(links, 1))
    graph.add_edges_from([(a, b, sqrt(links[a, b])) for a, b in pairs.tolist()])
    layout = rustworkx.spring_layout(
        graph, k=2.2 / sqrt(len(core)), num_iter=ROUNDS, weight_fn=float, seed=SEED, scale=1
    )
    points = _even_out(np.array([layout[index] for index in range(len(core))]))
    return _scale_to_square(_push_apart(points, 0.02 + 0.045 * np.sqrt(busy[core] / busy.max())))


def _even_out(points: Points) -> Points:
    """Half-way from the layout to an even spread: the crowd in the middle opens, the far ones come near."""
    centred = points - np.median(points, axis=0)
    radius = np.hypot(centred[:, 0], centred[:, 1])
    order = radius.argsort(kind="stable").argsort(kind="stable")
    even = np.sqrt((order + 0.5) / len(points))
    stretched = 0.35 * radius / max(radius.max(), 1e-9) + 0.65 * even
    return np.asarray(centred / np.maximum(radius, 1e-9)[:, None] * stretched[:, None])


def _push_apart(points: Points, sizes: Points) -> Points:
    """Push circles apart until none touch, or until the rounds are over."""
    wanted = sizes[:, None] + sizes[None, :] + GAP
    looked = np.full_like(points, np.inf)
    one = other = np.empty(0, np.int64)
    for _ in range(ROUNDS):
        if np.abs(points - looked).max() > REACH / 3:  # so that no two came nearer by more than REACH
            one, other = _near(points, wanted + REACH)
            apart, looked = wanted[one, other], points
        away = points[one] - points[other]
        distance = np.hypot(away[:, 0], away[:, 1])
        lacking = np.maximum(apart - distance, 0)
        if not lacking.any():
            break
        step = away / np.maximum(distance, 1e-9)[:, None] * (lacking / 2)[:, None]
        moved = [np.bincount(one, step[:, axis], len(points)) for axis in (0, 1)]
        points = points + 0.5 * np.column_stack(moved)
    return points


def _near(points: Points, within: Points) -> tuple[Whole, Whole]:
    """Each two points that are nearer to each other than the table allows, both ways round, in order."""
    x, y = (np.subtract.outer(points[:, axis], points[:, axis]) for axis in (0, 1))
    is_near = x * x + y * y < within**2
    np.fill_diagonal(is_near, False)
    one, other = np.nonzero(is_near)
    return one, other


def _scale_to_square(points: Points) -> Points:
    """Scaled to fill the square from -0.9 to 0.9, each way by itself; the ring stays free."""
    low, high = points.min(axis=0), points.max(axis=0)
    return np.asarray(1.8 * (points - low) / np.maximum(high - low, 1e-9) - 0.9)
