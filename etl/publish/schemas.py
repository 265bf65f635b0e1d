"""A verified file becomes a schema of a PostgreSQL database, and is served, in one transaction.

Whatever is killed before its end leaves nothing behind: PostgreSQL undoes what was not committed. Readers go on
with the build before until then, and with the older ones until three are newer.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from psycopg import sql
from sqlalchemy import URL

from data import store
from data.schema.models import SCHEMA_VERSION
from data.store.database import LINK
from data.store.schemas import FILE, OWN, SchemaBuild, list_builds
from etl.publish.publication import KEPT
from etl.reporting.errors import MachineError
from etl.reporting.progress import Progress

STAGE = "copy"
LOCK = 7_430_012
"""The number under which PostgreSQL lets one build be written at a time: any that nothing else uses."""
PART = 8_000_000
"""Bytes of the SQLite file in one row."""
TABLE = f"""
CREATE SCHEMA IF NOT EXISTS {OWN};
CREATE TABLE IF NOT EXISTS {OWN}.builds (
  id text PRIMARY KEY, place bigint NOT NULL, published_at timestamptz NOT NULL, release text NOT NULL,
  version integer NOT NULL, tables integer NOT NULL, digests json NOT NULL)"""
POINT = sql.SQL(f"""UPDATE {OWN}.builds SET published_at = clock_timestamp(),
  place = (SELECT max(place) + 1 FROM {OWN}.builds) WHERE id = %s""")
SETTINGS = (
    "search_path = pg_catalog",
    "max_parallel_workers_per_gather = 0",
    "maintenance_work_mem = '256MB'",
    "lock_timeout = '20s'",
)
TYPES = {"BOOLEAN": "boolean", "INTEGER": "integer", "FLOAT": "double precision", "REAL": "double precision"}
"""Of columns; all others are text, in the order of code points, as SQLite has it. Days are texts there too."""
NUMBERED = "claims"
"""The table whose row numbers the mart names: a column in PostgreSQL."""


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


@contextmanager
def translate_errors(where: URL) -> Iterator[None]:
    """Turn what the database refuses into one line that names it."""
    try:
        yield
    except psycopg.Error as error:
        raise MachineError(f"{where}: {str(error).partition(chr(10))[0]}") from error
    except store.UnreachableError as error:
        raise MachineError(f"{where}: {error}") from error


def publish_file(where: URL, file: Path, identity: str, release: str, progress: Progress) -> SchemaBuild:
    """Copy a finished file into a schema and serve it; then remove what is too old."""
    with translate_errors(where):
        with closing(_connect(where)) as connection:
            with connection.transaction():
                _begin(connection, where)
                _write(
                    connection,
                    file,
                    SchemaBuild(where, identity, 0, 0, 0, 0).schema,
                    identity,
                    release,
                    progress,
                )
                connection.execute(POINT, [identity])
            _remove_old(connection, where)
        return next(build for build in list_builds(where) if build.id == identity)


def point_to(build: SchemaBuild) -> None:
    """Serve a build that is there already."""
    with translate_errors(build.database), closing(_connect(build.database)) as connection:
        with connection.transaction():
            _begin(connection, build.database)
            connection.execute(POINT, [build.id])
        _remove_old(connection, build.database)


def _connect(where: URL) -> psycopg.Connection[Any]:
    address = where.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(
        address, autocommit=True, prepare_threshold=None, **{**LINK, "application_name": "chegara etl"}
    )


def _begin(connection: psycopg.Connection[Any], where: URL) -> None:
    """Settings of the transaction, and its lock: PostgreSQL frees it when the transaction ends, however it ends."""
    for setting in SETTINGS:
        connection.execute(f"SET LOCAL {setting}".encode())
    [is_free] = connection.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK]).fetchone() or [False]
    if not is_free:
        raise MachineError(f"{where}: another load is running")
    connection.execute(TABLE.encode())


def _write(
    connection: psycopg.Connection[Any],
    file: Path,
    schema: str,
    identity: str,
    release: str,
    progress: Progress,
) -> None:
    connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
    connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
        names = _list_tables(source)
        digests = {}
        for done, name in enumerate(names):
            progress(STAGE, done, len(names) + 1)
            digests[name] = _copy_table(connection, source, schema, name)
        for name in names:
            _index_table(connection, source, schema, name)
    _store_file(connection, schema, file)
    for name in (*names, FILE):
        connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(schema, name)))
    connection.execute(f"DELETE FROM {OWN}.builds WHERE id = %s".encode(), [identity])
    connection.execute(
        f"INSERT INTO {OWN}.builds VALUES (%s, 0, clock_timestamp(), %s, %s, %s, %s)".encode(),
        [identity, release, SCHEMA_VERSION, len(names) + 1, json.dumps(digests)],
    )
    progress(STAGE, len(names) + 1, len(names) + 1)


def _list_tables(source: sqlite3.Connection) -> list[str]:
    found = source.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    )
    return [name for (name,) in found]


def _list_columns(source: sqlite3.Connection, table: str) -> list[Column]:
    rows = source.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', [table]).fetchall()
    columns = [Column(name, TYPES.get(kind, "text"), bool(needed or pk)) for name, kind, needed, pk in rows]
    return [*columns, Column("rowid", "integer", True)] if table == NUMBERED else columns


def _copy_table(
    connection: psycopg.Connection[Any], source: sqlite3.Connection, schema: str, table: str
) -> Digest:
    """Make a table and fill it; MachineError unless it then holds what was read."""
    columns, target = _list_columns(source, table), sql.Identifier(schema, table)
    made = sql.SQL(", ").join(column.definition for column in columns)
    connection.execute(sql.SQL("CREATE TABLE {} ({})").format(target, made))
    names = ", ".join(f'"{column.name}"' for column in columns)
    truths = [place for place, column in enumerate(columns) if column.kind == "boolean"]
    sent = _Sum()
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.SQL("COPY {} FROM STDIN (FREEZE)").format(target)) as copy,
    ):
        for row in source.execute(f'SELECT {names} FROM "{table}"'):  # noqa: S608 - names of our own file
            cells = _with_truths(row, truths)
            sent.add(cells)
            copy.write_row(cells)
    held = _Sum()
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


class _Sum:
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


def _index_table(
    connection: psycopg.Connection[Any], source: sqlite3.Connection, schema: str, table: str
) -> None:
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


def _store_file(connection: psycopg.Connection[Any], schema: str, file: Path) -> None:
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


def _remove_old(connection: psycopg.Connection[Any], where: URL) -> None:
    """Remove all but the last three builds that can be served; what is in use is left to the next load."""
    whole = [build.id for build in list_builds(where) if build.find_fault() is None]
    if not whole:
        return
    found = connection.execute(
        "SELECT nspname FROM pg_namespace WHERE nspname ~ '^b_[0-9a-f]{12}$'"
    ).fetchall()
    for schema in {name for (name,) in found} - {f"b_{each}" for each in whole[:KEPT]}:
        with suppress(psycopg.Error), connection.transaction():
            connection.execute("SET LOCAL lock_timeout = '5s'")
            connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(schema)))
            connection.execute(f"DELETE FROM {OWN}.builds WHERE 'b_' || id = %s".encode(), [schema])
