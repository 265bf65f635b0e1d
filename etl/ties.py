"""How often any two organisations share events, summed over blocks of events; `data.columns` says what of it.

A question takes the sums of the blocks that match as a whole, and counts the other events part by part. By
twos only the busiest are summed, for rare ones meet few: the sums take some 40 bytes an event where there are
5,000 organisations.
"""

import sqlite3
from collections.abc import Iterator
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.columns import extremes, pairs
from data.readmodel import ANY_DAY, NO_DAY
from etl.arrays import held

Array = NDArray[Any]
Pairs = Iterator[tuple[Array, Array]]
BUSIEST = 200
"""Organisations that are summed by twos: more than the network draws."""
BLOCK = 4096
"""Events that are summed together, and whose pairs are made in one step."""


def arrays(draft: sqlite3.Connection) -> dict[str, Array]:
    """The arrays of ties. Those of events and of the parts in them are in the draft."""
    starts, body, ends = (held(draft, name) for name in ("body_starts", "body_values", "ends_by"))
    size, events = int(body.max(initial=0)) + 1, len(ends)
    is_busy = np.zeros(size, np.bool_)
    is_busy[np.argsort(-np.bincount(body, minlength=size), kind="stable")[:BUSIEST]] = True
    ties = reduce(np.union1d, (key for key, _ in _pairs(starts, body, is_busy)), np.empty(0, np.int64))
    a, b = np.divmod(ties, size)
    edges = np.append(np.arange(0, events, BLOCK), events).astype(np.int32)
    days = np.where(ends == ANY_DAY, NO_DAY, ends).astype(np.int64)
    found = _sums(ties, days, edges, _pairs(starts, body, is_busy))
    return {"tie_a": a.astype(np.int32), "tie_b": b.astype(np.int32), "tie_starts": edges, **found}


def _pairs(starts: Array, body: Array, is_busy: Array) -> Pairs:
    """The ties in each block of events, and the event of each."""
    size = len(is_busy)
    for first in range(0, len(starts) - 1, BLOCK):
        own = starts[first : first + BLOCK + 1]
        event = np.repeat(np.arange(first, first + len(own) - 1), np.diff(own))
        bodies = body[own[0] : own[-1]].astype(np.int64)
        seen = is_busy[bodies]
        key, of = pairs(event[seen], bodies[seen], size)
        is_pair = key % (size + 1) > 0
        alone = bodies * (size + 1)
        yield np.concatenate([alone, key[is_pair]]), np.concatenate([event, of[is_pair]])


def _sums(ties: Array, days: Array, edges: Array, made: Pairs) -> dict[str, Array]:
    """By block and tie: how many events, the place of the first one, and of the one with the latest day."""
    shared, first, last = (np.zeros((len(edges) - 1, len(ties)), np.uint16) for _ in range(3))
    for block, (key, event) in enumerate(made):
        tie, place = np.searchsorted(ties, key), event - edges[block]
        shared[block] = np.bincount(tie, minlength=len(ties))
        early = extremes(np.minimum, tie, place, len(ties), BLOCK)
        first[block] = np.where(early < BLOCK, early, 0)
        last[block] = extremes(np.maximum, tie, days[event] * BLOCK + place, len(ties), 0) % BLOCK
    return {"tie_shared": shared, "tie_first": first, "tie_last": last}
