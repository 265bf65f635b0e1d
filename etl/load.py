"""Typed rows to a new SQLite file: decides nothing, and the same rows in any order give the same bytes."""

from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text
from sqlalchemy.schema import CreateTable

from data.models import SCHEMA_VERSION, Row
from data.store import open_for_build
from etl import readmodel, tables
from etl.progress import Count, Progress, batches
from etl.tables import Table

Rows = Sequence[dict[str, Any]]


def put_in_order(found: dict[str, Table]) -> None:
    """Sort the rows by their keys, in place: their order in the files is to make no difference."""
    for name, table in found.items():
        table.rows.sort(key=itemgetter(*tables.key_columns(name)))


def load(path: Path, rows: dict[str, Rows], progress: Progress) -> None:
    """Write a whole store to `path`, which does not exist yet; a broken constraint here is our bug."""
    count = Count(progress, "load", list(map(len, rows.values())))
    engine = open_for_build(path)
    try:
        with engine.begin() as connection:
            for table in Row.metadata.sorted_tables:
                connection.execute(CreateTable(table))
                for batch in batches(len(rows[table.name])):
                    connection.execute(insert(table), rows[table.name][batch])
                    count.add(batch.stop - batch.start)
            _index(connection)
            readmodel.build(connection, progress)
            connection.execute(text("ANALYZE"))
        with engine.begin() as connection:
            connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
    finally:
        engine.dispose()


def _index(connection: Connection) -> None:
    """Indexes after rows: much faster than keeping them up to date row by row."""
    for table in Row.metadata.sorted_tables:
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            index.create(connection)
