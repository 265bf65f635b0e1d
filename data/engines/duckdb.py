"""The DuckDB copy of a mart, which stands beside large builds and answers counts over many events.

All threads share one database with one thread of its own and bounded memory: readers come side by side.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from data.answers import Answer
from data.mart_tables import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SUFFIX = ".duckdb"
MEMORY = "512MB"
NAME = re.compile(r"(?<![:\w]):([a-z]\w*)")
"""A named parameter; DuckDB writes `$name`."""


def copy_of(engine: Engine) -> Path | None:
    """The copy beside the build, if it has one."""
    return _copy(str(engine.url.database).removeprefix("file:").split("?")[0])


@lru_cache(8)
def _copy(build: str) -> Path | None:
    path = Path(build).with_suffix(SUFFIX)
    return path if path.is_file() else None


def fetch(copy: Path, sql: str, values: Mapping[str, Any]) -> Answer:
    """The answer to a statement."""
    text = _text(sql)
    given = {name: values[name] for name in NAME.findall(sql)}
    cursor = _opened(copy).cursor()
    try:
        cursor.execute(text, given) if given else cursor.execute(text)
        return Answer([column[0] for column in cursor.description or ()], cursor.fetchall())
    finally:
        cursor.close()


@lru_cache(512)
def _text(sql: str) -> str:
    return NAME.sub(r"$\1", sql)


@lru_cache(3)
def _opened(copy: Path) -> "DuckDBPyConnection":
    import duckdb  # late: half of all builds have no copy

    return duckdb.connect(str(copy), read_only=True, config={"threads": 1, "memory_limit": MEMORY})


def write(build: Path, copy: Path) -> None:
    """Copy the mart of a finished SQLite build, table by table, into a new DuckDB file."""
    import duckdb

    raise NotImplementedError(build, copy, duckdb, TABLES)
