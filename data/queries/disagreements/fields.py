"""Fields on which sources differ: those of events that match and, without a filter, of all other rows."""

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters
from data.queries import subjects
from data.queries.events.list import Ask
from data.queries.matching import match_events

SINGLE_VALUES = 3
"""Kinds below this are disagreements on values of a field; from it on, on rows of a list."""


def list_disagreements(filters: Filters, first: int, most: int) -> Ask:
    """At most `most` disagreements from index `first` on: `table`, `subject`, `field`."""
    return _ask(
        filters, 'd."table", d.subject, d.field', "ORDER BY number LIMIT :most OFFSET :first", first, most
    )


def list_foremost_disagreements(filters: Filters, most: int) -> Ask:
    """At most `most` on single values: numbers of participants, other values of events, the rest."""
    chosen = f"AND sort < {SINGLE_VALUES} ORDER BY sort, number LIMIT :most OFFSET :first"
    return _ask(filters, 'd."table", d.subject, d.field', chosen, 0, most)


def count_disagreements(filters: Filters) -> Ask:
    """One row: how many `matters` there are on which sources differ."""
    return _ask(filters, "count(*) AS matters", "")


def _ask(filters: Filters, columns: str, rest: str, first: int = 0, most: int = 0) -> Ask:
    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        own = f" OR {subjects.match_disagreement(filters.subject)}" if filters.subject else ""
        among = "" if filters.is_empty else f"AND (d.n IN (SELECT n FROM found){own})"
        sql = f"{found.head()} SELECT {columns} FROM read_disagreements d WHERE 1 = 1 {among} {rest}"
        return found.count(sql, first=first, most=most)

    return answer
