"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.engines.statements import RecentCache
from data.filters import Filters
from data.queries.days import month_text
from data.queries.events.list import Ask
from data.queries.matching import match_events

REST = ""
"""The name of the row for all publishers without a row of their own; no publisher has this name."""
MONTHS_READ = """
SELECT m.publisher, m.month, coalesce(p.publisher, ''), m.pages, m.read_on, m.events
FROM read_months m LEFT JOIN read_publishers p ON p.number = m.publisher ORDER BY 3, m.month
"""
_MONTHS: RecentCache[Sequence[Any]] = RecentCache(1)
PUBLISHERS = "publisher, pages, dated, months, first, last, read_on"


def list_months(filters: Filters) -> Ask:
    """One row a publisher and month of publication (`YYYY-MM`) in which anything read was published.

    `pages` read, `events` that they report and that match, when one of them was last `read_on`. Publishers
    beyond the first `mart.COVERED` are one under REST: an event that two of them report counts once.
    """

    def answer(engine: Engine) -> Answer:
        months = _MONTHS.get(engine, "months", lambda: _read_months(engine))
        names = ["publisher", "month", "pages", "read_on", "events"]
        if filters.is_empty:
            return Answer(names, [row[2:] for row in months])
        found = match_events(engine, filters)
        sql = f"""{found.head()}
SELECT c.publisher, c.month, count(*) FROM found f JOIN read_coverage c ON c.n = f.n GROUP BY 1, 2"""
        events = {(publisher, month): number for publisher, month, number in found.count(sql).rows}
        return Answer(names, [(*row[2:6], events.get(row[:2], 0)) for row in months])

    return answer


def _read_months(engine: Engine) -> list[tuple[Any, ...]]:
    """Number of the publisher and month, then the row without a filter: what does not depend on filters."""
    rows = engines.select(engine, MONTHS_READ, {}).rows
    return [(publisher, month, name, month_text(month), *rest) for publisher, month, name, *rest in rows]


def list_all_months(filters: Filters) -> Ask:
    """The same with a row of its own for every publisher: for files."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()},
reported AS (SELECT r.publisher, r.month, count(DISTINCT r.n) AS events
  FROM found f JOIN read_reports r ON r.n = f.n WHERE r.is_report = 1 AND r.month IS NOT NULL GROUP BY 1, 2),
pages AS (SELECT publisher, month, count(*) AS pages, max(read_on) AS read_on
  FROM read_sources WHERE month IS NOT NULL GROUP BY 1, 2)
SELECT p.publisher, s.month, s.pages, s.read_on, coalesce(e.events, 0) FROM pages s
JOIN read_publishers p ON p.number = s.publisher
LEFT JOIN reported e ON e.publisher = s.publisher AND e.month = s.month
ORDER BY p.publisher, s.month"""
        return _months(found.select(sql).rows)

    return answer


def _months(rows: Sequence[Any]) -> Answer:
    return Answer(
        ["publisher", "month", "pages", "read_on", "events"],
        [(publisher, month_text(month), *rest) for publisher, month, *rest in rows],
    )


def list_most_read(most: int) -> Ask:
    """The `most` publishers of whom most pages were read, whatever the filters."""
    sql = f"SELECT {PUBLISHERS} FROM read_publishers ORDER BY number LIMIT :most"
    return lambda engine: engines.select(engine, sql, {"most": most})


def count_pages() -> Ask:
    """One row: how many `pages` by how many `publishers` were read."""
    sql = "SELECT sum(pages) AS pages, count(*) AS publishers FROM read_publishers"
    return lambda engine: engines.select(engine, sql, {})


def list_publishers(filters: Filters) -> Ask:
    """Every publisher, most pages first: `pages` with a month of publication (`dated`) and without.

    `months` counts those in which anything was published, `first` and `last` are publication dates as stated;
    `events` are those reported that match.
    """

    def answer(engine: Engine) -> Answer:
        columns = f"number, pages - dated AS undated, {PUBLISHERS}, events"
        sql = f"SELECT {columns} FROM read_publishers ORDER BY number"
        names, rows = engines.select(engine, sql, {})
        if filters.is_empty:
            return Answer(names, rows)
        found = match_events(engine, filters)
        sql = f"""{found.head()}
SELECT publisher, count(*) FROM found f JOIN read_published c ON c.n = f.n GROUP BY 1"""
        events: dict[int, int] = dict(found.count(sql).rows)
        return Answer(names, [(*row[:-1], events.get(row[0], 0)) for row in rows])

    return answer
