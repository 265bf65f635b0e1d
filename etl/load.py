"""Staged rows to a new SQLite file: decides nothing, and the same rows in any order give the same bytes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, text
from sqlalchemy.schema import CreateTable

from data.schema.models import SCHEMA_VERSION, Row
from data.store import open_for_build
from etl.derive import network
from etl.mart import tables as mart
from etl.reporting.progress import Count, Progress
from etl.staging import tables

Rows = Sequence[dict[str, Any]]
STAGED = "staged"
"""The name under which the file of staged rows is attached beside the draft."""
PRAGMAS = (
    "foreign_keys = OFF",
    "ignore_check_constraints = ON",
    "cache_size = -131072",
    "temp_store = FILE",
)
"""References and CHECKs are looked at once, by `verify`: asked row by row, a CHECK takes four times as long.

128 MB are kept in memory; what is sorted goes to files.
"""


def load_store(
    path: Path, staged: Path, rows: Mapping[str, int], own: Mapping[str, Rows], progress: Progress
) -> None:
    """Write a whole store to `path`, which does not exist yet; a broken constraint here is our bug.

    `rows` are the numbers of the staged rows by table, `own` the rows of the tables about the build.
    """
    count = Count(progress, "load", [*rows.values(), *map(len, own.values())])
    engine = open_for_build(path)
    try:
        with engine.connect() as connection:
            for pragma in PRAGMAS:
                connection.execute(text(f"PRAGMA {pragma}"))
            connection.execute(text(f"ATTACH DATABASE :path AS {STAGED}"), {"path": str(staged)})
            connection.commit()
            for table in Row.metadata.sorted_tables:
                connection.execute(CreateTable(table))
                if table.name in rows:
                    connection.execute(text(_copy_statement(table)))
                elif own.get(table.name):
                    connection.execute(insert(table), own[table.name])
                count.add(rows.get(table.name, len(own.get(table.name, ()))))
            _index(connection)
            mart.build_mart(connection, progress)
            places = Row.metadata.tables["organisation_positions"]
            connection.execute(insert(places), network.list_positions(connection))
            connection.execute(text("ANALYZE"))
            connection.commit()
            connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
            connection.commit()
    finally:
        engine.dispose()


def _copy_statement(table: Table) -> str:
    """The statement that writes a staged table in the order of its key."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    key = ", ".join(f'"{column}"' for column in tables.key_columns(table.name))
    chosen = f"SELECT {columns} FROM {STAGED}.{table.name} ORDER BY {key}"  # noqa: S608 - our own names
    return f"INSERT INTO main.{table.name} ({columns}) {chosen}"


def _index(connection: Connection) -> None:
    """Indexes after rows: much faster than keeping them up to date row by row."""
    for table in Row.metadata.sorted_tables:
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            index.create(connection)
