"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select

from data import store
from data.columns import Array, Columns, Counted, runs
from data.filters import Filters
from data.queries.matching import matching
from data.readmodel import MONTHS, PUBLISHERS

REST = ""
"""Stands for all publishers that are not named, as no publisher is called."""


def months(filters: Filters, named: tuple[str, ...] | None = None) -> Counted:
    """One row a publisher and month of publication (`YYYY-MM`) in which anything read was published.

    `pages` read, `events` that they report and that match, when one of them was last `read_on`. With `named`
    the publishers that are not among them stand together under REST: an event that two of them report counts
    once.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        read = store.frame(engine, select(MONTHS).order_by(MONTHS.c.publisher, MONTHS.c.month))
        names = store.frame(engine, select(PUBLISHERS.c.publisher).order_by(PUBLISHERS.c.number))["publisher"]
        shown = names if named is None else names.where(names.isin(named), REST)
        rows, kinds = pd.factorize(shown)
        publisher, month = columns.source_publisher, columns.source_month
        group = np.where(month > 0, rows[publisher].astype(np.int64) * (month.max(initial=0) + 1) + month, -1)
        counts = _events(engine, columns, filters, group)
        keys = rows[read["publisher"]].astype(np.int64) * (month.max(initial=0) + 1) + _numbers(read["month"])
        found = read.assign(publisher=kinds[rows[read["publisher"]]], events=counts.reindex(keys).to_numpy())
        return _gathered(found)

    return Counted(answer)


def publishers(filters: Filters) -> Counted:
    """Every publisher, most pages first: `pages` with a month of publication (`dated`) and without.

    `months` counts those in which anything was published, `first` and `last` are publication dates as stated.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        read = store.frame(engine, select(PUBLISHERS).order_by(PUBLISHERS.c.number))
        counts = _events(engine, columns, filters, columns.source_publisher.astype(np.int64))
        events = counts.reindex(read.index, fill_value=0).to_numpy()
        found = read.assign(undated=read["pages"] - read["dated"], events=events)
        names = ["publisher", "pages", "dated", "undated", "months", "events", "first", "last", "read_on"]
        return found[names]

    return Counted(answer)


def _gathered(read: pd.DataFrame) -> pd.DataFrame:
    """One row a publisher shown and month; the events of rows that fell together are the same number."""
    grouped = read.groupby(["publisher", "month"], sort=True, as_index=False)
    found = grouped.agg(pages=("pages", "sum"), events=("events", "first"), read_on=("read_on", _latest))
    return store.stated(found.assign(events=found["events"].fillna(0).astype(int)))


def _latest(days: "pd.Series[Any]") -> str | None:
    return max(days.dropna(), default=None)


def _numbers(month: "pd.Series[Any]") -> Array:
    """`YYYY-MM` as months since year 0."""
    parts = month.str.split("-")
    numbers: Array = (parts.str[0].astype(int) * 12 + parts.str[1].astype(int) - 1).to_numpy()
    return numbers


def _events(engine: Engine, columns: Columns, filters: Filters, group: Array) -> "pd.Series[Any]":
    """How many of the events that match the sources of each group report, by group; -1 is no group.

    `group` tells it for each source.
    """
    events = matching(engine, columns, filters).events
    lengths = columns.report_starts[events + 1] - columns.report_starts[events]
    groups = group[columns.report_values[runs(columns.report_starts, events)]]
    place = np.arange(len(groups)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    is_new = groups >= 0
    for back in range(1, int(lengths.max(initial=0))):
        later = np.flatnonzero(place >= back)
        is_new[later] &= groups[later] != groups[later - back]
    found, counts = np.unique(groups[is_new], return_counts=True)
    return pd.Series(counts, index=found)
