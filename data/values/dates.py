"""Dates as precise as their source: partial ISO dates, and the first and last day that each one allows.

A partial date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601 reduced precision, EDTF level 0).
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that a date of the record, or of a filter, may lie in."""
NO_END = "9999"
"""The year that others write where no end is known."""
PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def partial_date(text: str) -> str:
    """`text` itself if it is a partial date that exists, in a year of the record; else ValueError."""
    year, _, _ = parts(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        hint = "; where no end is stated, the cell stays blank" if text.startswith(NO_END) else ""
        raise ValueError(f"a date lies in the years {FIRST_YEAR} to {LAST_YEAR}{hint}")
    return text


def parse_day(text: str) -> date:
    """The day that a filter names, `YYYY-MM-DD`; ValueError where it is none, or far outside the record."""
    if len(text) != len("YYYY-MM-DD"):
        raise ValueError("a day is written YYYY-MM-DD")
    return first_day(partial_date(text))


def shift_day(day: date, days: int) -> date:
    """So many days later, or earlier where negative; within the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def first_day(text: str) -> date:
    """The first day that the partial date allows: `2021` is 2021-01-01."""
    year, month, day = parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day that the partial date allows: `2021-02` is 2021-02-28."""
    year, month, day = parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


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
