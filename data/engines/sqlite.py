"""The SQLite file of a build, which answers everything: lists, narrow filters, counts of smaller records."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from data.engines.answers import Answer


def fetch(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer:
    """The answer to a statement. The connection is one of the pool: one thread uses it at a time."""
    pooled = engine.raw_connection()
    try:
        cursor = pooled.cursor()
        cursor.execute(sql, values)
        rows = cursor.fetchall()
        return Answer([column[0] for column in cursor.description], rows)
    finally:
        pooled.close()
