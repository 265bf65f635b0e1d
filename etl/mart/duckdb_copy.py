"""Writes the tables of a finished mart that counts read to a DuckDB file: the copy beside a large build.

Rows go in the order of a key, so that a filter on it reads a run of blocks. They pass as Arrow record batches
of bounded size.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.reporting.progress import Progress

STAGE = "copy"
LEAST = 20_000
"""Events from which a build has a copy."""
ORDERS = {
    "read_events": "n",
    "read_facts": "number, n",
    "read_parts": "n, number",
    "read_speakers": "n, number",
    "read_reports": "n, source",
    "read_published": "n, publisher",
    "read_coverage": "n, publisher, month",
    "read_sources": "source",
    "read_publishers": "number",
    "read_recommendations": "place",
    "read_recommendation_themes": "place, theme",
    "read_statements": "place",
    "read_statement_themes": "place, theme",
    "read_disagreements": "number",
    "read_numbers": "n, kind, matter, choice",
    "read_sums": "number",
    "read_sizes": "n",
    "read_words": '"table", word, number',
}
"""The tables that counts read, and the columns by which their rows are sorted."""
TYPES = {"INTEGER": pa.int32(), "REAL": pa.float64(), "TEXT": pa.string()}
ROWS = 50_000
"""Rows of a batch."""
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "256MB",
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write_copy(build: Path, copy: Path, progress: Progress) -> None:
    """Copy the mart of a SQLite file into a new DuckDB file; OSError where the disk does not take it."""
    try:
        with (
            closing(sqlite3.connect(f"{build.absolute().as_uri()}?mode=ro", uri=True)) as source,
            duckdb.connect(str(copy), config=CONFIG) as target,
        ):
            for done, (table, order) in enumerate(ORDERS.items()):
                progress(STAGE, done, len(ORDERS))
                _copy(source, target, table, order)
            target.execute("CHECKPOINT")
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:
        raise OSError(str(error).partition("\n")[0]) from error
    progress(STAGE, len(ORDERS), len(ORDERS))


def _copy(source: sqlite3.Connection, target: duckdb.DuckDBPyConnection, table: str, order: str) -> None:
    columns = source.execute(f"PRAGMA table_info({table})").fetchall()
    schema = pa.schema([(name, TYPES[kind]) for _, name, kind, *_ in columns])
    rows = source.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - our own names
    target.register("incoming", pa.RecordBatchReader.from_batches(schema, _batches(rows, schema)))
    target.execute(f"CREATE TABLE {table} AS SELECT * FROM incoming")  # noqa: S608
    target.unregister("incoming")


def _batches(rows: sqlite3.Cursor, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    while batch := rows.fetchmany(ROWS):
        columns = zip(*batch, strict=True)
        yield pa.record_batch(
            [pa.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)], schema
        )
