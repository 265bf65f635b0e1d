"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

from collections.abc import Callable

import numpy as np
from sqlalchemy import Engine, case, func, select

from data import store
from data.columns import Array, Columns, Listed, runs
from data.filters import Filters
from data.queries.matching import matching
from data.queries.where import Rows
from data.readmodel import MONTHS, PUBLISHERS
from data.rows import Records

NO_GROUP = -1
REST = ""
"""Stands for all publishers that are not named, as no publisher is called."""


def months(filters: Filters, named: tuple[str, ...] | None = None) -> Listed:
    """One row a publisher and month of publication (`YYYY-MM`) in which anything read was published.

    `pages` read, `events` that they report and that match, when one of them was last `read_on`. With `named`
    the publishers that are not among them stand together under REST: an event that two of them report counts
    once.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        first, width = _calendar(columns)
        row, read, places = _cells(engine, columns, named)

        def group(sources: Array | slice) -> Array:
            at, month = row[columns.source_publisher[sources]], columns.source_month[sources]
            return np.where(month > 0, at * width + month - first, NO_GROUP)

        groups = (int(row.max(initial=0)) + 1) * width
        return _reported(read, _events(engine, columns, filters, group, groups)[places])

    return Listed(answer)


def _cells(engine: Engine, columns: Columns, named: tuple[str, ...] | None) -> tuple[Array, Records, Array]:
    """The row of each publisher, 0 for all that are not named; what was read, and the cells of that."""
    if (known := columns.kept.get((_cells, named))) is None:
        first, width = _calendar(columns)
        own = np.array([named is None or name in named for name in names(engine, columns)], np.bool_)
        row = np.where(own, np.cumsum(own), 0)
        read = store.records(engine, _read(np.flatnonzero(own).tolist()))
        at = np.append(0, row)[np.array([each.pop("row") for each in read], np.int64)]
        month = [int(each["month"][:4]) * 12 + int(each["month"][5:]) - 1 for each in read]
        known = columns.kept[_cells, named] = row, read, at * width + np.array(month, np.int64) - first
    found: tuple[Array, Records, Array] = known
    return found


def _reported(rows: Records, events: Array) -> Records:
    """The rows, each with its number of events."""
    return [{**row, "events": number} for row, number in zip(rows, events.tolist(), strict=True)]


def most_read(most: int) -> Rows:
    """The `most` publishers of whom most pages were read, whatever the filters."""
    return select(PUBLISHERS).order_by(PUBLISHERS.c.number).limit(most)


def totals() -> Rows:
    """One row: how many `pages` by how many `publishers` were read."""
    return select(func.sum(PUBLISHERS.c.pages).label("pages"), func.count().label("publishers")).select_from(
        PUBLISHERS
    )


def names(engine: Engine, columns: Columns) -> list[str]:
    """All publishers by their numbers."""
    if (known := columns.kept.get(names)) is None:
        rows = store.records(engine, select(PUBLISHERS.c.publisher).order_by(PUBLISHERS.c.number))
        known = columns.kept[names] = [row["publisher"] for row in rows]
    found: list[str] = known
    return found


def _calendar(columns: Columns) -> tuple[int, int]:
    """The first month in which anything read was published, and how many there are up to the last."""
    if (known := columns.kept.get(_calendar)) is None:
        dated = columns.source_month[columns.source_month > 0]
        known = (int(dated.min()), int(dated.max() - dated.min()) + 1) if len(dated) else (0, 1)
        columns.kept[_calendar] = known
    found: tuple[int, int] = known
    return found


def _read(own: list[int]) -> Rows:
    """What was read by publisher and month; those that are not among `own` together."""
    is_own = PUBLISHERS.c.number.in_(own)
    row, name = (
        case((is_own, PUBLISHERS.c.number), else_=-1),
        case((is_own, PUBLISHERS.c.publisher), else_=REST),
    )
    return (
        select(
            (row + 1).label("row"),
            name.label("publisher"),
            MONTHS.c.month,
            func.sum(MONTHS.c.pages).label("pages"),
            func.max(MONTHS.c.read_on).label("read_on"),
        )
        .join(PUBLISHERS, PUBLISHERS.c.number == MONTHS.c.publisher)
        .group_by(row, MONTHS.c.month)
        .order_by(name, MONTHS.c.month)
    )


def publishers(filters: Filters) -> Listed:
    """Every publisher, most pages first: `pages` with a month of publication (`dated`) and without.

    `months` counts those in which anything was published, `first` and `last` are publication dates as stated;
    `events` are those reported.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        if (read := columns.kept.get(PUBLISHERS)) is None:
            rows = store.records(engine, select(PUBLISHERS).order_by(PUBLISHERS.c.number))
            read = columns.kept[PUBLISHERS] = [
                {**row, "undated": row["pages"] - row["dated"]} for row in rows
            ]
        publisher = columns.source_publisher.__getitem__
        return _reported(read, _events(engine, columns, filters, publisher, len(read)))

    return Listed(answer)


def _events(
    engine: Engine, columns: Columns, filters: Filters, group: Callable[[Array | slice], Array], groups: int
) -> Array:
    """How many of the events that match the sources of each group report, by group.

    `group` tells it for each source of some; NO_GROUP is none.
    """
    events, starts = matching(engine, columns, filters).events, columns.report_starts
    if len(events) == len(starts) - 1:
        lengths, sources = np.diff(starts), columns.report_values
    else:
        lengths = starts[events + 1] - starts[events]
        sources = columns.report_values[runs(starts, events)]
    found = group(sources) if len(sources) < len(columns.source_month) else group(slice(None))[sources]
    return np.bincount(found[_is_new(found, lengths)], minlength=groups)


def _is_new(found: Array, lengths: Array) -> Array:
    """Whether each one, in runs of these lengths, is a group that stands in its run for the first time."""
    is_new: Array = found != NO_GROUP
    is_first = np.zeros(len(found), np.bool_)
    is_first[(np.cumsum(lengths) - lengths)[lengths > 0]] = True
    later, back = np.flatnonzero(~is_first), 1
    while len(later):
        is_new[later[found[later] == found[later - back]]] = False
        later = later[~is_first[later - back]]
        back += 1
    return is_new
