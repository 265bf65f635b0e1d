"""When the events that match began: over all of them, and lane by lane."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters
from data.queries.days import first_day_of_month, last_day_of_month, to_date
from data.queries.events.list import Ask
from data.queries.matching import Matching, match_events
from data.schema.vocabulary import EventKind, label

MOST_LANES = 12
OTHERS, NOT_STATED = "All others", "not stated"
LANES = ("kind", "organiser", "country")
ENDS = (
    "CASE WHEN e.is_bounded = 1 THEN e.low ELSE e.begins_from END AS low",
    "CASE WHEN e.is_bounded = 1 THEN e.high ELSE e.begins_by END AS high",
)
"""The months of a beginning that is bounded on both sides, else its two days."""


def count_beginnings(filters: Filters) -> Ask:
    """How many `events` that match may have begun from `earliest` to `begins_by`, one row for each such pair.

    Both are widened to their months: the first day of the one and the last day of the other. Where nothing
    bounds a side it is None and the other side exact. Events without any date are left out.
    """

    def answer(engine: Engine) -> Answer:
        order = "ORDER BY is_bounded DESC, low, high"
        if filters.is_empty:
            sql = f"SELECT low, high, is_bounded, events FROM read_beginnings {order}"
            rows = engines.select(engine, sql, {}).rows
        else:
            found = match_events(engine, filters)
            sql = f"""{found.head(*ENDS, "e.is_bounded", "e.low AS dated")}
SELECT low, high, is_bounded, count(*) AS events FROM found WHERE dated IS NOT NULL
GROUP BY 1, 2, 3 {order}"""
            rows = found.count(sql).rows
        counted = [
            (first_day_of_month(low), last_day_of_month(high), events)
            if is_bounded
            else (to_date(low), to_date(high), events)
            for low, high, is_bounded, events in rows
        ]
        return Answer(["earliest", "begins_by", "events"], counted)

    return answer


def count_lanes(filters: Filters, by: str, since: date, until: date, size: int) -> Ask:
    """Events that match by lane and period of `size` months (a divisor of 12), at most twelve lanes.

    `by` is one of LANES: kinds in their order, or the first organiser or country of an event, busiest first;
    the rest share the last lane. One row a `lane` and period from that of `since` to that of `until`, which
    begins at `start`: how many events began in it `certainly` and how many `possibly`, as in
    `count_beginnings`, and the `share` of the latter: an event counts by equal parts in all periods in which
    it may have begun, so that shares add up to events; `of` and `of_certain` count the lane's dated events,
    all and those certainly in the range of dates.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        lanes = _lanes(engine, found, by)
        shown = [code for code, _, _, _ in lanes if code is not None]
        one, last = (_period(each, size) for each in (since, until))
        rows = _periods(found, by, shown, one, last, size)
        place = {code: number for number, code in enumerate(shown)}
        counted = sorted((place.get(lane, len(shown)), *row) for lane, *row in rows)
        every = [
            (lanes[lane][1], *lanes[lane][2:], first_day_of_month(start), certainly, possibly, share)
            for lane, start, certainly, possibly, share in counted
        ]
        return Answer(["lane", "of", "of_certain", "start", "certainly", "possibly", "share"], every)

    return answer


def _lanes(engine: Engine, found: Matching, by: str) -> list[tuple[Any, str, int, int]]:
    """The lanes in order: code (None of the last, for all others), name, dated events, certain ones."""
    sql = f"""{found.head(f"e.{_column(by)} AS lane", "e.low")}
SELECT lane, count(*), count(*) FILTER (WHERE certain) FROM found WHERE low IS NOT NULL GROUP BY 1"""
    rows = found.count(sql).rows
    if by == "kind":
        order = {str(kind): place for place, kind in enumerate(EventKind)}
        return sorted(
            ((code, label(EventKind(code)), *counts) for code, *counts in rows), key=lambda r: order[r[0]]
        )
    names = _names(engine, by, [code for code, *_ in rows])
    every = sorted(
        ((code, names[code], *counts) for code, *counts in rows), key=lambda row: (-row[2], row[1])
    )
    if len(every) <= MOST_LANES:
        return every
    rest = every[MOST_LANES - 1 :]
    return [
        *every[: MOST_LANES - 1],
        (None, OTHERS, sum(row[2] for row in rest), sum(row[3] for row in rest)),
    ]


def _periods(found: Matching, by: str, lanes: list[Any], one: int, last: int, size: int) -> Iterator[Any]:
    """Lane, first month, the events that began in the period certainly and possibly, and their share."""
    values = {f"lane{place}": code for place, code in enumerate(lanes)}
    others = "''" if by == "kind" else "-2"
    listed = ", ".join(f":{name}" for name in values) or others
    sure = "is_bounded = 1 AND first = final"
    sql = f"""{found.head(f"e.{_column(by)} AS lane", "e.low", "e.high", "e.is_bounded")},
steps AS (
  SELECT CASE WHEN lane IN ({listed}) THEN lane ELSE {others} END AS lane, low - low % :size AS first,
    high - high % :size AS final, is_bounded, count(*) AS events
  FROM found WHERE low < :last + :size AND high >= :one GROUP BY 1, 2, 3, 4),
periods (month) AS (
  SELECT CAST(:one AS INTEGER) UNION ALL SELECT month + :size FROM periods WHERE month < :last)
SELECT lane, month, sum(CASE WHEN {sure} THEN events ELSE 0 END),
  sum(CASE WHEN {sure} THEN 0 ELSE events END),
  sum(CASE WHEN {sure} THEN 0 ELSE events * 1.0 * :size / (final - first + :size) END)
FROM steps JOIN periods ON month >= first AND month <= final GROUP BY 1, 2"""
    return iter(found.count(sql, **values, one=one, last=last, size=size).rows)


def _column(by: str) -> str:
    if by not in LANES:
        raise ValueError(f"lanes are by one of {', '.join(LANES)}, not by {by}")
    return by


def _names(engine: Engine, by: str, codes: list[int]) -> dict[int, str]:
    table = {"organiser": "organisations", "country": "countries"}[by]
    sql = f'SELECT k.number, t.name FROM read_names k JOIN {table} t ON t.id = k.id WHERE k."table" = :table'
    names: dict[int, str] = dict(engines.select(engine, sql, {"table": table}).rows)
    return {code: names.get(code, NOT_STATED) for code in codes}


def _period(of: date, size: int) -> int:
    """The first month of the period in which a day is, counted from year 0."""
    month = of.year * 12 + of.month - 1
    return month - month % size
