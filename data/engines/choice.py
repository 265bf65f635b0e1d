"""Which engine answers a statement: the DuckDB copy where there is one and many events match, else SQLite."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from data.engines import duckdb, sqlite
from data.engines.answers import Answer

MANY = 5_000
"""Events that may match from which the copy, if there is one, counts faster than SQLite."""


def select(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer:
    """Rows of a list, or of what few events match."""
    return sqlite.fetch(engine, sql, values)


def count(engine: Engine, sql: str, values: Mapping[str, Any], events: int) -> Answer:
    """Counts over at most so many `events`; the statement reads tables of the mart alone."""
    if events > MANY and (found := duckdb.fetch(engine, sql, values)):
        return found
    return sqlite.fetch(engine, sql, values)
