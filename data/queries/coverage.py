"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, case, func, select

from data import store
from data.columns import Array, Columns, Counted, runs
from data.filters import Filters
from data.queries.matching import matching
from data.queries.where import Rows
from data.readmodel import MONTHS, PUBLISHERS

REST_ROW, NO_GROUP, MONTHS_MOST = -1, -(10**9), 12 * 10_000
REST = ""
"""Stands for all publishers that are not named, as no publisher is called."""


def months(filters: Filters, named: tuple[str, ...] | None = None) -> Counted:
    """One row a publisher and month of publication (`YYYY-MM`) in which anything read was published.

    `pages` read, `events` that they report and that match, when one of them was last `read_on`. With `named`
    the publishers that are not among them stand together under REST: an event that two of them report counts
    once.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        known = store.frame(engine, select(PUBLISHERS.c.publisher).order_by(PUBLISHERS.c.number))
        own = np.array([named is None or name in named for name in known["publisher"]], np.bool_)
        row = np.where(own, np.arange(len(own)), REST_ROW)
        month = columns.source_month
        group = np.where(month > 0, row[columns.source_publisher] * MONTHS_MOST + month, NO_GROUP)
        counts = _events(engine, columns, filters, group)
        read = store.frame(engine, _read(np.flatnonzero(own).tolist()))
        numbers = [int(text[:4]) * 12 + int(text[5:]) - 1 for text in read["month"]]
        keys = read["row"].to_numpy(np.int64) * MONTHS_MOST + np.array(numbers, np.int64)
        events = counts.reindex(keys, fill_value=0).to_numpy()
        return read.assign(events=events)[["publisher", "month", "pages", "events", "read_on"]]

    return Counted(answer)


def most_read(most: int) -> Rows:
    """The `most` publishers of whom most pages were read, whatever the filters."""
    return select(PUBLISHERS).order_by(PUBLISHERS.c.number).limit(most)


def totals() -> Rows:
    """One row: how many `pages` by how many `publishers` were read."""
    return select(func.sum(PUBLISHERS.c.pages).label("pages"), func.count().label("publishers")).select_from(
        PUBLISHERS
    )


def _read(own: list[int]) -> Rows:
    """What was read by publisher and month; those that are not among `own` together."""
    is_own = PUBLISHERS.c.number.in_(own)
    row, name = (
        case((is_own, PUBLISHERS.c.number), else_=REST_ROW),
        case((is_own, PUBLISHERS.c.publisher), else_=REST),
    )
    return (
        select(
            row.label("row"),
            name.label("publisher"),
            MONTHS.c.month,
            func.sum(MONTHS.c.pages).label("pages"),
            func.max(MONTHS.c.read_on).label("read_on"),
        )
        .join(PUBLISHERS, PUBLISHERS.c.number == MONTHS.c.publisher)
        .group_by(row, MONTHS.c.month)
        .order_by(name, MONTHS.c.month)
    )


def publishers(filters: Filters) -> Counted:
    """Every publisher, most pages first: `pages` with a month of publication (`dated`) and without.

    `months` counts those in which anything was published, `first` and `last` are publication dates as stated.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        read = store.frame(engine, select(PUBLISHERS).order_by(PUBLISHERS.c.number))
        counts = _events(engine, columns, filters, columns.source_publisher)
        events = counts.reindex(read.index, fill_value=0).to_numpy()
        found = read.assign(undated=read["pages"] - read["dated"], events=events)
        names = ["publisher", "pages", "dated", "undated", "months", "events", "first", "last", "read_on"]
        return found[names]

    return Counted(answer)


def _events(engine: Engine, columns: Columns, filters: Filters, group: Array) -> "pd.Series[Any]":
    """How many of the events that match the sources of each group report, by group; NO_GROUP is none.

    `group` tells it for each source.
    """
    events = matching(engine, columns, filters).events
    lengths = columns.report_starts[events + 1] - columns.report_starts[events]
    groups = group[columns.report_values[runs(columns.report_starts, events)]]
    place = np.arange(len(groups)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    is_new = groups != NO_GROUP
    for back in range(1, int(lengths.max(initial=0))):
        later = np.flatnonzero(place >= back)
        is_new[later] &= groups[later] != groups[later - back]
    found, counts = np.unique(groups[is_new], return_counts=True)
    return pd.Series(counts, index=found)
