"""Dates as precise as their source: partial ISO dates, and the first and last day that each one allows.

A partial date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601 reduced precision, EDTF level 0).
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


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
