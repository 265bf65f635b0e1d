"""The peer of `bench.etl`: the same files put into the same tables and indexes, and nothing checked.

`sqlite3` and its `.import`; where that program is missing, Python's csv and `executemany` replace it.
"""

import csv
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from data.schema.models import Row
from etl.staging.tables import curated_tables, file_name

CLI = shutil.which("sqlite3")
PRAGMAS = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
AT_ONCE = 10_000


def command(data: Path, path: Path) -> list[str]:
    """What imports a folder into a new file; its script comes on stdin."""
    return [CLI, str(path)] if CLI else [sys.executable, "-m", "bench.importing", str(data), str(path)]


def script(data: Path) -> str:
    """For `sqlite3`: tables, files, then indexes."""
    imports = [f'.import --csv --skip 1 "{data / file_name(name)}" {name}' for name in curated_tables()]
    return "\n".join([PRAGMAS, *_tables(data), *imports, *_indexes(data), ""])


def _header(data: Path, name: str) -> list[str]:
    with (data / file_name(name)).open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def _tables(data: Path) -> Iterator[str]:
    """The tables with the columns of the files, in their order: types and keys, no other rule."""
    for name in curated_tables():
        table = Row.metadata.tables[name]
        columns = [f'"{column}" {table.columns[column].type}' for column in _header(data, name)]
        key = ", ".join(f'"{column.name}"' for column in table.primary_key)
        yield f"CREATE TABLE {name} ({', '.join(columns)}, PRIMARY KEY ({key}));"


def _indexes(data: Path) -> Iterator[str]:
    for name in curated_tables():
        header = _header(data, name)
        for index in sorted(Row.metadata.tables[name].indexes, key=lambda index: str(index.name)):
            columns = [column.name for column in index.columns if column.name in header]
            if columns:
                listed = ", ".join(f'"{column}"' for column in columns)
                yield f"CREATE INDEX {index.name} ON {name} ({listed});"


def fallback(data: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("\n".join([PRAGMAS, *_tables(data)]))
        for name in curated_tables():
            marks = ", ".join("?" * len(_header(data, name)))
            with (data / file_name(name)).open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                next(rows)
                while batch := list(islice(rows, AT_ONCE)):
                    connection.executemany(f"INSERT INTO {name} VALUES ({marks})", batch)  # noqa: S608
        connection.commit()
        connection.executescript("\n".join(_indexes(data)))


if __name__ == "__main__":
    fallback(Path(sys.argv[1]), Path(sys.argv[2]))
