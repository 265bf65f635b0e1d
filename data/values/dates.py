"""Dates as precise as their source: partial ISO dates and the interval that each one allows.

A partial date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601 reduced precision, EDTF level 0).
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from data.schema.vocabulary import DatePrecision

PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Interval(NamedTuple):
    """When an event may have begun and ended; all ends inclusive, None where nothing bounds them.

    `earliest`..`begins_by` is when it began, `ends_from`..`latest` when it ended. An exact date has
    `earliest == begins_by` and `ends_from == latest`. An event is certainly in a range when it began by
    the range's end and ended from the range's start on, whichever of the allowed days is true.
    """

    earliest: date | None
    begins_by: date | None
    ends_from: date | None
    latest: date | None


def partial_date(text: str) -> str:
    """`text` itself if it is a partial date that exists in the calendar, else ValueError."""
    first_day(text)
    return text


def first_day(text: str) -> date:
    """The first day that the partial date allows: `2021` is 2021-01-01."""
    year, month, day = parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day that the partial date allows: `2021-02` is 2021-02-28."""
    year, month, day = parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def interval(start: str | None, end: str | None, precision: DatePrecision) -> Interval:
    """The interval of an event that a source dates from `start` to `end` (None: the same as `start`).

    For `before` only `end` is given, for `after` only `start`; for `between` the two are the bounds of
    one unknown day. Raises ValueError where the precision asks for another set of dates, or where the
    end lies before the start.
    """
    wanted = {
        DatePrecision.BEFORE: (False, True),
        DatePrecision.AFTER: (True, False),
        DatePrecision.BETWEEN: (True, True),
        DatePrecision.UNKNOWN: (False, False),
    }.get(precision, (True, bool(end)))
    if wanted != (bool(start), bool(end)):
        raise ValueError(f"date_precision {precision} wants {_wanted_words(wanted)}")
    earliest = first_day(start) if start else None
    latest = last_day(end) if end else (last_day(start) if start and precision != "after" else None)
    if earliest and latest and earliest > latest:
        raise ValueError(f"end_on {end} lies before start_on {start}")
    if precision not in (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR) or not start:
        return Interval(earliest, latest, earliest, latest)
    return Interval(earliest, last_day(start), first_day(end or start), latest)


def _wanted_words(wanted: tuple[bool, bool]) -> str:
    return {
        (True, True): "start_on and end_on",
        (True, False): "start_on and no end_on",
        (False, True): "end_on and no start_on",
        (False, False): "neither start_on nor end_on",
    }[wanted]


@lru_cache(maxsize=50_000)
def parts(text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of a partial date; ValueError if it is none."""
    match = PARTIAL.fullmatch(text)
    if not match:
        raise ValueError("a date is written YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = match.groups()
    found = int(year), int(month) if month else None, int(day) if day else None
    try:
        date(found[0], *(1 if part is None else part for part in found[1:]))
    except ValueError as error:
        raise ValueError(f"no such day in the calendar: {error}") from None
    return found
