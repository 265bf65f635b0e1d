"""Rows of events whose JSON the build holds: which match, and the blocks that they are in."""

import json
from collections.abc import Collection

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import GATHERED, Ask, oldest_first
from data.queries.matching import EVERYTHING, match_column, match_events

BLOCK = 4
"""Events to a row of `read_event_rows`: with more, a run is read faster, and what is scattered slower."""
BETWEEN = b",\n"
"""Between two rows: JSON has no line break within a row."""
ADDRESS = b"\0"
"""Stands for the address of the dashboard: a byte that JSON never has."""
AFTER_OWN = f', "{GATHERED[0]}": '.encode()
"""What follows the columns of `events` in a whole row: no text holds it, for a `"` in one is escaped."""


def list_numbers(filters: Filters, first: int = 0, most: int = EVERYTHING) -> Ask:
    """The numbers `n` of the events of `list_events`, in its order, and its column `date_match`."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()} SELECT n{match_column(filters)} FROM found
ORDER BY {oldest_first(filters, "found")} LIMIT :most OFFSET :first"""
        return found.select(sql, first=first, most=most)

    return answer


def list_blocks(blocks: Collection[int], *, is_own: bool = False) -> Ask:
    """The number and the rows of each of these blocks; `is_own`: with the columns of `events` alone."""
    rows = "own" if is_own else "whole"

    def answer(engine: Engine) -> Answer:
        sql = f"""SELECT block, {rows} FROM read_event_rows
WHERE block IN (SELECT CAST(value AS INTEGER) FROM json_each(:blocks))"""
        return engines.select(engine, sql, {"blocks": json.dumps([*blocks])})

    return answer
