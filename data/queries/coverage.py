"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

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
        own = tuple(_own(engine, columns, named))
        first, width = _calendar(columns)
        row = np.where(own, np.arange(len(own)) + 1, 0)
        month = columns.source_month
        group = np.where(month > 0, row[columns.source_publisher] * width + month - first, NO_GROUP)
        if own not in columns.kept:
            rows = store.records(engine, _read(np.flatnonzero(own).tolist()))
            numbers = [int(row["month"][:4]) * 12 + int(row["month"][5:]) - 1 for row in rows]
            cells = [
                row.pop("row") * width + number - first for row, number in zip(rows, numbers, strict=True)
            ]
            columns.kept[own] = rows, np.array(cells, np.int64)
        read, places = columns.kept[own]
        events = _events(engine, columns, filters, group, (len(own) + 1) * width)[places]
        return _reported(read, events)

    return Listed(answer)


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


def _own(engine: Engine, columns: Columns, named: tuple[str, ...] | None) -> list[bool]:
    """Of each publisher by number, whether it stands for itself."""
    if (known := columns.kept.get("publishers")) is None:
        rows = store.records(engine, select(PUBLISHERS.c.publisher).order_by(PUBLISHERS.c.number))
        known = columns.kept["publishers"] = [row["publisher"] for row in rows]
    return [named is None or name in named for name in known]


def _calendar(columns: Columns) -> tuple[int, int]:
    """The first month in which anything read was published, and how many there are up to the last."""
    dated = columns.source_month[columns.source_month > 0]
    return (int(dated.min()), int(dated.max() - dated.min()) + 1) if len(dated) else (0, 1)


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
        return _reported(read, _events(engine, columns, filters, columns.source_publisher, len(read)))

    return Listed(answer)


def _events(engine: Engine, columns: Columns, filters: Filters, group: Array, groups: int) -> Array:
    """How many of the events that match the sources of each group report, by group.

    `group` tells it for each source; NO_GROUP is none.
    """
    events = matching(engine, columns, filters).events
    lengths = columns.report_starts[events + 1] - columns.report_starts[events]
    found = group[columns.report_values[runs(columns.report_starts, events)]]
    place = np.arange(len(found)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    is_new = found != NO_GROUP
    for back in range(1, int(lengths.max(initial=0))):
        later = np.flatnonzero(place >= back)
        is_new[later] &= found[later] != found[later - back]
    return np.bincount(found[is_new], minlength=groups)
