"""All rows of a build between reading and writing: tables of a temporary file, each row by its line.

Memory does not grow with the rows. Values are stored as in the finished store: true and false as 1 and
0, days as text; rows with a fault as they were read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from etl.reporting.progress import BATCH
from etl.staging import tables
from etl.staging.tables import Table, curated_tables

PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "temp_store = FILE")
"""Nothing of the file is needed after a crash; 64 MB are kept in memory."""


class StagingDatabase:
    """The tables of one build. `connection` is for reading; `broken` names each cell with a fault."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self.connection = path, connection
        self.broken: set[tuple[str, int, str]] = set()
        self.whole: set[str] = set()
        """Tables of which every row was fit to be read: only in these can something be missed."""
        self.rows: dict[str, int] = {}
        for name in curated_tables():
            columns = ", ".join(f'"{column}"' for column in tables.all_columns(name))
            connection.execute(f"CREATE TABLE {name} (line INTEGER PRIMARY KEY, {columns})")

    def add(self, table: Table) -> None:
        """Rows of one batch; what is derived and not there yet is blank."""
        blank: list[Any] = [None] * len(table.lines)
        given = {column: cells for column, cells in table.cells.items() if cells != blank}
        columns = ", ".join(f'"{column}"' for column in ("line", *given))
        bound = [("?", table.lines), *map(_bound, given.values())]
        marks, rows = ", ".join(mark for mark, _ in bound), zip(*(cells for _, cells in bound), strict=True)
        self.connection.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", rows)  # noqa: S608
        self.broken |= {(table.name, table.lines[index], column) for index, column in table.broken}
        self.rows[table.name] = self.rows.get(table.name, 0) + len(table.lines)

    def read(self, name: str) -> Iterator[Table]:
        """The rows of a table in the order of its file, typed, batch by batch."""
        columns = tables.all_columns(name)
        readers = [_reader(name, column) for column in columns]
        listed = ", ".join(f'"{column}"' for column in columns)
        found = self.connection.execute(f"SELECT line, {listed} FROM {name} ORDER BY line")  # noqa: S608
        while rows := found.fetchmany(BATCH):
            lines, *cells = map(list, zip(*rows, strict=True))
            table = Table(name, lines)
            for column, reader, values in zip(columns, readers, cells, strict=True):
                table.cells[column] = (
                    [None if value is None else reader(value) for value in values] if reader else values
                )
            yield table

    def finish(self) -> None:
        """Let others open the file: all rows are there. What was kept of it in memory is given back."""
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA shrink_memory")

    def is_broken(self, table: str, line: int, column: str) -> bool:
        return (table, line, column) in self.broken

    def index(self, table: str) -> str:
        """Make the key of a table quick to find, once; the SQL of the key as others write it."""
        key = key_sql(table)
        self.connection.execute(f"CREATE INDEX IF NOT EXISTS key_of_{table} ON {table} ({key})")
        return key

    def keys(self, table: str, most: int) -> list[str]:
        """At most so many keys of a table, as others write them."""
        query = f"SELECT {key_sql(table)} AS key FROM {table} WHERE key IS NOT NULL LIMIT ?"  # noqa: S608
        return [key for (key,) in self.connection.execute(query, (most,))]

    def holds(self, table: str, key: str) -> bool:
        query = f"SELECT 1 FROM {table} WHERE {self.index(table)} = ?"  # noqa: S608 - our own names
        return self.connection.execute(query, (key,)).fetchone() is not None


@contextmanager
def open_staging(path: Path) -> Iterator[StagingDatabase]:
    """A new file at `path` with empty tables; whoever names the path removes it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        yield StagingDatabase(path, connection)


def _bound(cells: list[Any]) -> tuple[str, list[Any]]:
    """The SQL for the cells of a column, and the cells as the driver takes them at once.

    For each None, True and False it would look for an adapter, which takes longer than all else.
    """
    if isinstance(cells[0], bool):
        cells = [int(cell) if isinstance(cell, bool) else cell for cell in cells]
    if None not in cells:
        return "?", cells
    return "nullif(?, '')", ["" if cell is None else cell for cell in cells]


def key_sql(table: str, of: str = "") -> str:
    """The key of a row as a claim writes it, in SQL: the parts joined by `/`; `of` names the row, as `t.`."""
    return " || '/' || ".join(f'{of}"{column}"' for column in tables.key_columns(table))


@cache
def _reader(table: str, column: str) -> Any:
    """What makes the value of its text or number, or None where nothing needs to."""
    annotation = curated_tables()[table].model_fields[column].annotation
    kinds = get_args(annotation) or (annotation,)
    if bool in kinds:
        return lambda value: bool(value) if isinstance(value, int) else value
    return date.fromisoformat if date in kinds else None
