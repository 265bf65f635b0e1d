"""When the events that match began, told from the arrays: over all, and lane by lane."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select

from data import store
from data.columns import EPOCH, Array, Columns, Counted, Listed, day
from data.filters import Filters
from data.kept import Rows, asking, listed
from data.models import Country, Organisation
from data.queries.matching import matching
from data.readmodel import ANY_DAY, NAMES, NO_DAY
from data.rows import Records
from data.vocabulary import EventKind, label

TAIL = 365
"""Days that a beginning reaches on a side that nothing bounds."""
MOST_LANES = 12
OTHERS, NOT_STATED = "All others", "not stated"
LARGEST = 4_000_000
"""Cells of a table of months by months that is still counted at once."""


def beginnings(filters: Filters) -> Listed:
    """How many `events` that match may have begun from `earliest` to `begins_by`, one row for each such pair.

    Both are widened to their months: the first day of the one and the last day of the other. Where nothing
    bounds a side it is None and the other side exact. Events without any date are left out.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        found = matching(engine, columns, filters).events
        low, high = columns.begins_from[found], columns.begins_by[found]
        bounded = (low != NO_DAY) & (high != ANY_DAY)
        known = ((low != NO_DAY) | (high != ANY_DAY)) & ~bounded
        rows = _pairs(months(low[bounded]), months(high[bounded]), _first_day, _last_day)
        rows += _pairs(low[known], high[known], day, day)
        return [
            {"earliest": earliest, "begins_by": begins_by, "events": events}
            for earliest, begins_by, events in rows
        ]

    return Listed(answer)


def lanes(filters: Filters, by: str, since: date, until: date, size: int) -> Counted:
    """Events that match by lane and period of `size` months (a divisor of 12), at most twelve lanes.

    `by` is `kind` (in the order of kinds), `organiser` or `country`: the first of each event, busiest first;
    the rest share the last lane. One row a `lane` and period from that of `since` to that of `until`, which
    begins at `start`: how many events began in it `certainly` and how many `possibly`, as in `beginnings`;
    `of` and `of_certain` count the lane's dated events, all and those certainly in the range of dates.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        found, certain = matching(engine, columns, filters)
        low, high = columns.begins_from[found], columns.begins_by[found]
        known = (low != NO_DAY) | (high != ANY_DAY)
        found, certain, low, high = found[known], certain[known], low[known], high[known]
        lane, names = _ranked(columns, by, found, engine)
        bounded = (low != NO_DAY) & (high != ANY_DAY)
        low, high = np.where(low == NO_DAY, high - TAIL, low), np.where(high == ANY_DAY, low + TAIL, high)
        one, last = (_month(end) // size for end in (since, until))
        width = last - one + 1
        one_of, last_of = (months(days, size) - one for days in (low, high))
        inside, sure = (last_of >= 0) & (one_of < width), bounded & (one_of == last_of)
        maybe = inside & ~sure
        start, end = (np.clip(step[maybe], 0, width - 1) for step in (one_of, last_of))
        table = {
            "lane": np.repeat(names, width),
            "of": np.repeat(np.bincount(lane, minlength=len(names)), width),
            "of_certain": np.repeat(np.bincount(lane[certain], minlength=len(names)), width),
            "start": [_first_day((one + step) * size) for step in range(width)] * len(names),
            "certainly": np.bincount((lane * width + one_of)[inside & sure], minlength=len(names) * width),
            "possibly": _spread(lane[maybe], start, end, len(names), width),
        }
        frame = pd.DataFrame(table)
        return frame[(frame["certainly"] > 0) | (frame["possibly"] > 0)].reset_index(drop=True)

    return Counted(answer)


def _spread(lane: Array, one: Array, last: Array, lanes: int, width: int) -> Array:
    """Each event once in every period from `one` to `last`, lane by lane."""
    wide = width + 1
    steps = np.bincount(lane * wide + one, minlength=lanes * wide) - np.bincount(
        lane * wide + last + 1, minlength=lanes * wide
    )
    counts: Array = steps.reshape(lanes, wide).cumsum(axis=1)[:, :width].ravel()
    return counts


def _ranked(columns: Columns, by: str, events: Array, engine: Engine) -> tuple[Array, list[str]]:
    """The lane of each event, as a place in the list of the lanes' names."""
    codes = getattr(columns, by)[events].astype(np.int64) + 1
    counts = np.bincount(codes)
    seen = np.flatnonzero(counts)
    if by == "kind":
        names = {int(code): label(list(EventKind)[code - 1]) for code in seen}
        order = sorted(names)
    else:
        names = _names(engine, by, seen)
        order = sorted(names, key=lambda code: (-counts[code], names[code]))
    kept = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    lane_of = np.full(len(counts) or 1, len(kept))
    lane_of[kept] = np.arange(len(kept))
    shown = [names[code] for code in kept] + ([OTHERS] if len(kept) < len(order) else [])
    return lane_of[codes], shown


def _names(engine: Engine, by: str, codes: Array) -> dict[int, str]:
    """The names behind name numbers, which stand one higher here: 0 is nothing stated."""
    rows = store.records(engine, asking(_called(by), numbers=(codes - 1).tolist()))
    every = {row["number"] + 1: row["name"] for row in rows} | {0: NOT_STATED}
    return {int(code): every[code] for code in codes}


@cache
def _called(by: str) -> Rows:
    model: Any = {"organiser": Organisation, "country": Country}[by]
    query = select(NAMES.c.number, model.name).join(model, model.id == NAMES.c.id)
    return query.where(NAMES.c.table == model.__tablename__, NAMES.c.number.in_(listed("numbers")))


def months(days: Array, size: int = 1) -> Array:
    """The period of `size` months of each day number, counted since year 0."""
    if not len(days):
        return days
    first = days.min()
    every = (np.arange(first, days.max() + 1) - EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    found: Array = ((every.astype(np.int32) + 1970 * 12) // size)[days - first]
    return found


def _pairs(low: Array, high: Array, first: Any, last: Any) -> list[tuple[Any, Any, int]]:
    """Each pair with how often it stands there, in order; `first` and `last` make a day of each side."""
    if not len(low):
        return []
    base, width = low.min(), int(high.max()) + 1
    keys = (low.astype(np.int64) - base) * width + high
    if int(low.max() - base + 1) * width <= LARGEST:
        counts = np.bincount(keys)
        seen = np.flatnonzero(counts)
        counts = counts[seen]
    else:
        seen, counts = np.unique(keys, return_counts=True)
    ones, others = (seen // width + base).tolist(), (seen % width).tolist()
    return [
        (first(one), last(other), count)
        for one, other, count in zip(ones, others, counts.tolist(), strict=True)
    ]


def _month(of: date) -> int:
    return of.year * 12 + of.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _last_day(month: int) -> date:
    return _first_day(month + 1) - timedelta(days=1)
