"""Rows of events as the build holds them: JSON, for programs."""

from operator import itemgetter

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import Ask, list_shown
from data.queries.matching import EVERYTHING, match_column, match_events

ADDRESS = b"\0"
"""Stands for the address of the dashboard in `more`: a byte that JSON never has."""


def list_rows(filters: Filters, first: int = 0, most: int = EVERYTHING, *, is_own: bool = False) -> Ask:
    """The events of `list_events` in its order, each in the two parts of `read_event_rows`, by number.

    `date_match` as there; `is_own`: without the second part.
    """
    parts = "r.own" if is_own else "r.own, r.more"

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()}, shown AS ({list_shown(filters)})
SELECT r.n{match_column(filters, "shown")}, {parts} FROM shown JOIN read_event_rows r ON r.n = shown.n"""
        names, rows = found.select(sql, first=first, most=most)
        order = itemgetter(1, 0) if filters.has_dates else itemgetter(0)
        return Answer(names, sorted(rows, key=order))  # a database would sort long rows: half of the time

    return answer
