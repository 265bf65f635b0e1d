"""The range of dates of the panel: what can be picked, what was asked for, and what pictures span.

What an address asks for is kept to the day. The picker shows the first and the last day that it offers where
one end is open, so its value says what is asked for only together with `ASKED`.
"""

from datetime import date

import streamlit as st

from data.filters import Filters
from data.queries.events import list as queries
from data.values.dates import shift_day
from pages.views.session import reads

WIDGET, ASKED, YEARS = "f_dates", "asked_dates", "f_years"
YEAR = 365
QUARTER = 3
"""Months."""
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
    """The days to offer in the picker, which is about to be drawn; its open ends follow clock and record.

    What no picker sends, more than two days or the later one first, counts as not sent.
    """
    (ends, shown), picked = _kept(), _picked()
    if picked == shown or len(picked) > len(shown) or list(picked) != sorted(picked):
        _keep(ends)
    return pickable_days(*ends)


def show_years() -> None:
    """A slider over the years of the record: it asks for whole years, from end to end for all of them."""
    (first, last), (since, until) = record_bounds(), _kept()[0]
    if first.year == last.year:
        return
    low, high = (since or first).year, (until or last).year
    st.session_state[YEARS] = tuple(min(max(year, first.year), last.year) for year in (low, high))
    st.select_slider(
        "Years",
        range(first.year, last.year + 1),
        (first.year, last.year),  # it decides that there are two ends; what they are, the session
        key=YEARS,
        on_change=_ask_for_years,
        label_visibility="collapsed",
    )


def _ask_for_years() -> None:
    (first, last), (low, high) = record_bounds(), st.session_state[YEARS]
    since = None if low == first.year else date(low, 1, 1)
    _keep((since, None if high == last.year else date(high, 12, 31)))


def snap_to_quarters(since: date, until: date) -> Span:
    """The quarters of which the two days hold more than half; at least the one in their middle."""
    low, high = _near_quarter(since), _near_quarter(until)
    if low == high:
        middle = date.fromordinal((since.toordinal() + until.toordinal()) // 2)
        low = (middle.year * 12 + middle.month - 1) // QUARTER
        high = low + 1
    return _quarter(low), shift_day(_quarter(high), -1)


def _near_quarter(day: date) -> int:
    """Which quarter begins nearest to the day, counted from year 0."""
    number = (day.year * 12 + day.month - 1) // QUARTER
    return number + (day - _quarter(number) > _quarter(number + 1) - day)


def _quarter(number: int) -> date:
    """The first day of a quarter."""
    year, place = divmod(number, 12 // QUARTER)
    return date(year, place * QUARTER + 1, 1)


def read_range() -> Ends:
    """What the picker asks for: an end that was not moved stays as it was asked for."""
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
