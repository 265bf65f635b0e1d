"""Which engine answers a statement: PostgreSQL where it holds the build, else SQLite.

Beside a file, the DuckDB copy where there is one and many events match.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from data.engines import duckdb, postgresql, sqlite
from data.engines.answers import Answer

MANY = 5_000
"""Events that may match from which the copy, if there is one, counts faster than SQLite."""

FETCH = {"sqlite": sqlite.fetch, "postgresql": postgresql.fetch}
"""By dialect: who answers anything."""


def select(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer:
    """Rows of a list, or of what few events match."""
    return FETCH[engine.dialect.name](engine, sql, values)


def count(engine: Engine, sql: str, values: Mapping[str, Any], events: int) -> Answer:
    """Counts over at most so many `events`; the statement reads tables of the mart alone."""
    if events > MANY and engine.dialect.name == "sqlite" and (found := duckdb.fetch(engine, sql, values)):
        return found
    return select(engine, sql, values)
