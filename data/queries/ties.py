"""Organisations at the events that match, alone and by twos: from sums of whole blocks, and part by part."""

from typing import NamedTuple

import numpy as np

from data.columns import Array, Columns, extremes, pairs, runs
from data.queries.matching import Matching, at
from data.readmodel import ANY_DAY, ANY_PART, NO_DAY


class Share(NamedTuple):
    """The events that match, parted: the blocks of `tie_starts` that match as a whole, and the other events.

    `loose` are the parts in these others, `doubtful` those in events that match possibly alone; `allowed` are
    the bits of the parts that count.
    `summed` is how many events of the blocks each tie of the store stands in, `counts` how many of all events
    each organisation is at, by its name number.
    """

    blocks: Array
    summed: Array
    loose: "Parts"
    doubtful: "Parts"
    allowed: int
    counts: Array


class Parts(NamedTuple):
    """Each organisation once per event: numbers of events and of names, event by event."""

    event: Array
    body: Array


class Ties(NamedTuple):
    """Every two of so many chosen organisations, and each with itself, by `a * size + b` of their places.

    `shared` and `certain` count their events. `key` and `event` are what the loose events hold of them,
    `known` tells which tie of the store each is.
    """

    size: int
    shared: Array
    certain: Array
    key: Array
    event: Array
    known: Array


def share(columns: Columns, found: Matching, allowed: int) -> Share:
    """Blocks are summed for parts of any sort alone."""
    events, certain = found
    edges = columns.tie_starts
    held = np.diff(np.searchsorted(events, edges))
    is_whole = (held == np.diff(edges)) & (allowed == ANY_PART)
    others = events[~np.repeat(is_whole, held)] if is_whole.any() else events
    loose, doubtful = parts(columns, others, allowed), parts(columns, events[~certain], allowed)
    blocks = np.flatnonzero(is_whole)
    summed = _table(columns, columns.tie_shared)[blocks].sum(axis=0, dtype=np.uint32)
    own, bodies = columns.tie_a == columns.tie_b, int(columns.tie_b.max(initial=-1)) + 1
    counts = np.bincount(loose.body, minlength=bodies)
    counts[columns.tie_a[own]] += summed[own]
    return Share(blocks, summed, loose, doubtful, allowed, counts)


def parts(columns: Columns, events: Array, allowed: int) -> Parts:
    """The parts in these events that are of an allowed sort."""
    starts = columns.body_starts
    at = runs(starts, events)
    found = Parts(np.repeat(events, starts[events + 1] - starts[events]), columns.body_values[at])
    if allowed == ANY_PART:
        return found
    held = columns.body_roles[at] & allowed > 0
    return Parts(*(each[held] for each in found))


def ties(columns: Columns, found: Share, drawn: Array) -> Ties:
    """The ties among these organisations, by name number in order."""
    size = len(drawn)
    place_of = np.full(len(found.counts), -1)
    place_of[drawn] = np.arange(size)
    a, b = place_of[columns.tie_a], place_of[columns.tie_b]
    chosen = np.flatnonzero((a >= 0) & (b >= 0))
    keys = a[chosen] * size + b[chosen]
    known = np.full(size * size, -1)
    known[keys] = chosen
    key, event = (
        np.concatenate(each)
        for each in zip(
            _pairs(found.loose, place_of, size),
            _rare(columns, found, place_of, size),
            strict=True,
        )
    )
    doubtful, _ = _pairs(found.doubtful, place_of, size)
    shared = np.bincount(key, minlength=size * size)
    shared[keys] += found.summed[chosen]
    certain = shared - np.bincount(doubtful, minlength=size * size)
    return Ties(size, shared, certain, key, event, known)


def spans(columns: Columns, found: Share, ties: Ties, keys: Array) -> tuple[Array, Array]:
    """First and last day of the events of these ties; ANY_DAY and NO_DAY where no event bounds it."""
    begins, ends = columns.begins_from[ties.event], columns.ends_by[ties.event]
    begins, ends = np.where(begins == NO_DAY, ANY_DAY, begins), np.where(ends == ANY_DAY, NO_DAY, ends)
    every = len(ties.known)
    first = extremes(np.minimum, ties.key, begins, every, ANY_DAY)
    last = extremes(np.maximum, ties.key, ends, every, NO_DAY)
    summed = keys[ties.known[keys] >= 0]
    if len(found.blocks) and len(summed):
        at = np.ix_(found.blocks, ties.known[summed])
        there, base = _table(columns, columns.tie_shared)[at] > 0, columns.tie_starts[found.blocks][:, None]
        begins = columns.begins_from[base + _table(columns, columns.tie_first)[at]]
        ends = columns.ends_by[base + _table(columns, columns.tie_last)[at]]
        begins = np.where(there & (begins != NO_DAY), begins, ANY_DAY).min(axis=0)
        ends = np.where(there & (ends != ANY_DAY), ends, NO_DAY).max(axis=0)
        first[summed] = np.minimum(first[summed], begins)
        last[summed] = np.maximum(last[summed], ends)
    return first[keys], last[keys]


def _rare(columns: Columns, found: Share, place_of: Array, size: int) -> tuple[Array, Array]:
    """What the sums of the blocks lack: ties of two of whom one is rare."""
    if not len(found.blocks):
        return np.empty(0, np.int64), np.empty(0, np.int32)
    bodies = np.flatnonzero((place_of >= 0) & ~_summed(columns))
    events = [np.empty(0, np.int32), *(at(columns, each, found.allowed) for each in bodies.tolist())]
    every = np.unique(np.concatenate(events))
    is_summed = np.isin(np.searchsorted(columns.tie_starts, every, side="right") - 1, found.blocks)
    key, event = _pairs(parts(columns, every[is_summed], found.allowed), place_of, size)
    a, b = np.divmod(key, max(size, 1))
    rare = np.zeros(max(size, 1), np.bool_)
    rare[place_of[bodies]] = True
    held = (rare[a] | rare[b]) & (a != b)
    return key[held], event[held]


def _summed(columns: Columns) -> Array:
    """Whether each organisation, by name number, is summed by twos."""
    if (known := columns.kept.get(_summed)) is None:
        by_twos = columns.tie_a != columns.tie_b
        known = np.zeros(int(columns.tie_b.max(initial=-1)) + 1, np.bool_)
        for ends in (columns.tie_a, columns.tie_b):
            known[ends[by_twos]] = True
        columns.kept[_summed] = known
    return known


def _pairs(found: Parts, place_of: Array, size: int) -> tuple[Array, Array]:
    place = place_of[found.body]
    seen = place >= 0
    return pairs(found.event[seen], place[seen], size)


def _table(columns: Columns, items: Array) -> Array:
    """By block and tie."""
    return items.reshape(len(columns.tie_starts) - 1, len(columns.tie_a))
