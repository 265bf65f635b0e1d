"""Copies the tables of a finished SQLite file into a schema of PostgreSQL, with their keys and indexes.

References and CHECKs are not made there: `verify` has asked them of the file, and each table is compared, row
by row, with what was read from it.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from psycopg import Connection, sql

from data.store.schemas import FILE
from etl.reporting.errors import MachineError
from etl.reporting.progress import Progress

STAGE = "copy"
PART = 8_000_000
"""Bytes of the SQLite file in one row."""
TYPES = {
    "BLOB": "bytea",
    "BOOLEAN": "boolean",
    "INTEGER": "integer",
    "FLOAT": "double precision",
    "REAL": "double precision",
}
"""Of columns; all others are text in the order of code points, as in SQLite. Days are texts there too."""
NUMBERED = "claims"
"""The table whose row numbers the mart names: they are a column in PostgreSQL."""


class Column(NamedTuple):
    name: str
    kind: str
    is_needed: bool

    @property
    def definition(self) -> sql.Composed:
        kind = sql.SQL(self.kind if self.kind != "text" else 'text COLLATE "C"')
        return sql.SQL("{} {}{}").format(
            sql.Identifier(self.name), kind, sql.SQL(" NOT NULL" if self.is_needed else "")
        )


class Digest(NamedTuple):
    """Of the rows of a table, whatever their order."""

    rows: int
    total: str


def copy_file(connection: Connection[Any], file: Path, schema: str, progress: Progress) -> dict[str, Digest]:
    """Make the schema with all tables of the file, and the file itself; the digests of the tables by name.

    MachineError where a table does not hold what was copied to it.
    """
    connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
    connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    digests = {}
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
        names = _list_tables(source)
        for done, name in enumerate(names):
            progress(STAGE, done, len(names) + 1)
            digests[name] = _copy_table(connection, source, schema, name)
            _index_table(connection, source, schema, name)
    _store_file(connection, schema, file)
    for name in (*names, FILE):
        connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(schema, name)))
    progress(STAGE, len(names) + 1, len(names) + 1)
    return digests


def _list_tables(source: sqlite3.Connection) -> list[str]:
    found = source.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    )
    return [name for (name,) in found]


def _list_columns(source: sqlite3.Connection, table: str) -> list[Column]:
    rows = source.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', [table]).fetchall()
    columns = [Column(name, TYPES.get(kind, "text"), bool(needed or pk)) for name, kind, needed, pk in rows]
    return [*columns, Column("rowid", "integer", True)] if table == NUMBERED else columns


def _copy_table(connection: Connection[Any], source: sqlite3.Connection, schema: str, table: str) -> Digest:
    """Make a table and fill it; MachineError unless it then holds what was read."""
    columns, target = _list_columns(source, table), sql.Identifier(schema, table)
    made = sql.SQL(", ").join(column.definition for column in columns)
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(target, made))
    names = ", ".join(f'"{column.name}"' for column in columns)
    truths = [place for place, column in enumerate(columns) if column.kind == "boolean"]
    sent = RowSum()
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.SQL("COPY {} FROM STDIN (FREEZE)").format(target)) as copy,
    ):
        for row in source.execute(f'SELECT {names} FROM "{table}"'):  # noqa: S608 - names of our own file
            cells = _with_truths(row, truths)
            sent.add(cells)
            copy.write_row(cells)
    held = RowSum()
    with connection.cursor(f"read_{table}") as reader:
        reader.itersize = 20_000
        for row in reader.execute(sql.SQL("SELECT * FROM {}").format(target)):
            held.add(row)
    if sent.digest() != held.digest():
        raise MachineError(f"{schema}.{table}: it does not hold the rows that were copied to it")
    return sent.digest()


def _with_truths(row: Sequence[Any], truths: list[int]) -> Sequence[Any]:
    """The row with truths as such, which SQLite holds as 0 and 1."""
    if not truths:
        return row
    cells = list(row)
    for place in truths:
        cells[place] = None if cells[place] is None else bool(cells[place])
    return tuple(cells)


class RowSum:
    """Adds up digests of rows."""

    def __init__(self) -> None:
        self._rows = self._total = 0

    def add(self, row: Sequence[Any]) -> None:
        self._rows += 1
        self._total += int.from_bytes(
            hashlib.blake2b(repr(tuple(row)).encode(), digest_size=16).digest(), "big"
        )

    def digest(self) -> Digest:
        return Digest(self._rows, f"{self._total % (1 << 128):032x}")


def _index_table(connection: Connection[Any], source: sqlite3.Connection, schema: str, table: str) -> None:
    """The key and the indexes that the file has; rows that break a key were refused before."""
    target = sql.Identifier(schema, table)
    key = source.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [table]).fetchall()
    if key:
        listed = sql.SQL(", ").join(sql.Identifier(name) for (name,) in key)
        connection.execute(sql.SQL("ALTER TABLE {} ADD PRIMARY KEY ({})").format(target, listed))
    indexes = source.execute(
        "SELECT name, \"unique\" FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name", [table]
    ).fetchall()
    for name, is_unique in indexes:
        parts = source.execute(
            'SELECT name, "desc" FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno', [name]
        )
        listed = sql.SQL(", ").join(
            sql.SQL("{} DESC" if is_down else "{}").format(sql.Identifier(part)) for part, is_down in parts
        )
        kind = sql.SQL("UNIQUE INDEX" if is_unique else "INDEX")
        connection.execute(
            sql.SQL("CREATE {} {} ON {} ({})").format(kind, sql.Identifier(name), target, listed)
        )


def _store_file(connection: Connection[Any], schema: str, file: Path) -> None:
    """The file itself, in parts: what is downloaded as the store is the same to the byte."""
    target = sql.Identifier(schema, FILE)
    connection.execute(
        sql.SQL("CREATE TABLE {} (part integer PRIMARY KEY, content bytea NOT NULL)").format(target)
    )
    with file.open("rb") as opened:
        for part, content in enumerate(iter(lambda: opened.read(PART), b"")):
            connection.execute(
                sql.SQL("INSERT INTO {} VALUES (%s, %s)").format(target), [part, content], binary=True
            )
