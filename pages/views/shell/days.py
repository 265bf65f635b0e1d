"""The range of dates of the panel: what can be picked, what was asked for, and what pictures span.

What an address asks for is kept to the day. The picker shows the first and the last day that it offers where
one end is open, so its value says what is asked for only together with `ASKED`.
"""

from datetime import date

import streamlit as st

from data.filters import Filters
from data.queries import events as queries
from data.values.dates import shift_day
from pages.views.session import reads

WIDGET, ASKED = "f_dates", "asked_dates"
YEAR = 365
Ends = tuple[date | None, date | None]
Span = tuple[date, date]


@reads.cache_per_build
def record_bounds() -> Span:
    """The first day of the first year and the last day of the last year of the record."""
    row = reads.read_records(queries.find_bounds)[0]
    years = [row[end].year if row[end] else date.today().year for end in ("first", "last")]  # noqa: DTZ011
    return date(years[0], 1, 1), date(years[1], 12, 31)


def pickable_days(*asked: date | None) -> Span:
    """The days that can be picked: the record's years, the year of the clock, and days that are asked for."""
    known = [*record_bounds(), date(date.today().year, 12, 31), *filter(None, asked)]  # noqa: DTZ011
    return min(known), max(known)


def fill_picker(filters: Filters) -> None:
    """Put the dates of the filters into the picker."""
    _keep((filters.since, filters.until))


def offer_days() -> Span:
    """The days to offer in the picker, which is about to be drawn; its open ends follow clock and record."""
    ends, shown = _kept()
    if _picked() == shown:
        _keep(ends)
    return pickable_days(*ends)


def read_range() -> Ends:
    """What the picker asks for: an end that was not shift_day stays as it was asked for."""
    (ends, shown), picked, edges = _kept(), _picked(), pickable_days()
    if len(picked) == 1:  # the other end is still to be picked
        return None if picked[0] == edges[0] else picked[0], None
    if picked and picked != shown:
        each = zip(picked, shown, ends, edges, strict=True)
        since, until = (
            asked if day == old else (None if day == edge else day) for day, old, asked, edge in each
        )
        ends = since, until
        st.session_state[ASKED] = ends, picked
    return ends if picked else (None, None)


def _keep(ends: Ends) -> None:
    first, last = pickable_days(*ends)
    shown = ends[0] or first, ends[1] or last
    st.session_state[ASKED], st.session_state[WIDGET] = (ends, shown), shown


def _kept() -> tuple[Ends, Span]:
    """What is asked for, and how the picker showed it."""
    kept: tuple[Ends, Span] = st.session_state[ASKED]
    return kept


def _picked() -> tuple[date, ...]:
    value = st.session_state[WIDGET]
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def picture_span(filters: Filters) -> Span:
    """The days that pictures along time span: of the range asked for, what lies within the record's years.

    Where none of it does, the range itself; an open end is then a year away.
    """
    first, last = record_bounds()
    low, high = max(filters.since or first, first), min(filters.until or last, last)
    if low <= high:
        return low, high
    since, until = filters.since, filters.until
    if since and until:
        return since, until
    return (since, shift_day(since, YEAR)) if since else (shift_day(high, -YEAR), high)
