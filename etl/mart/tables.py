"""Makes the mart in a draft: `mart.sql`, then what SQL cannot do: choose numbers, fold words, write JSON.

The statements of `mart.sql` are run in their order. `data.schema.mart` documents the tables.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from data.schema.mart import NARROWED_WITH
from data.schema.models import tables
from etl.mart import claimed_numbers, event_rows, search_words
from etl.reporting.progress import Progress

STAGE = "arrange"
SQL = Path(__file__).with_name("mart.sql")
CACHE = "PRAGMA cache_size = -65536"
"""64 MiB: events are read in the order of their ids and written in the order of their dates."""


def build_mart(connection: Connection, progress: Progress) -> None:
    """Make and fill every table of the mart. The public tables are loaded and indexed."""
    draft: Any = connection.connection.driver_connection
    draft.execute(CACHE)
    steps = [*_statements(SQL.read_text(encoding="utf-8")), *_sizes()]
    for done, statement in enumerate(steps):
        progress(STAGE, done, len(steps) + 3)
        draft.execute(statement)
    _insert(draft, "read_numbers", 8, claimed_numbers.list_rows(draft))
    progress(STAGE, len(steps) + 1, len(steps) + 3)
    _insert(draft, "read_words", 3, search_words.list_rows(draft))
    progress(STAGE, len(steps) + 2, len(steps) + 3)
    _insert(draft, "read_event_rows", 3, event_rows.list_rows(draft))
    progress(STAGE, len(steps) + 3, len(steps) + 3)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, of which none holds a semicolon at the end of a line within itself."""
    return (each for each in script.split(";\n") if each.strip())


def _sizes() -> Iterator[str]:
    """`read_sizes`: of each event the number of rows of every table that filters narrow."""
    counted = {name: f"FROM {name} t" for name, model in tables().items() if "event_id" in model.model_fields}
    for name, one in NARROWED_WITH.items():
        counted[name] = f"FROM {name} l JOIN {one}s t ON t.id = l.{one}_id"
    columns = ", ".join(f"{name} INTEGER NOT NULL DEFAULT 0" for name in counted)
    yield f"CREATE TABLE read_sizes (n INTEGER PRIMARY KEY, {columns})"
    yield "INSERT INTO read_sizes (n) SELECT n FROM read_events"
    for name, rows in counted.items():
        yield (
            f"UPDATE read_sizes SET {name} = s.rows FROM (SELECT r.n, count(*) AS rows {rows} "  # noqa: S608
            "JOIN read_event_texts r ON r.id = t.event_id GROUP BY 1) s WHERE s.n = read_sizes.n"
        )


def _insert(draft: sqlite3.Connection, table: str, width: int, rows: Iterable[Any]) -> None:
    draft.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608 - our names
