"""The DuckDB copy of a mart, which lies beside large builds and answers counts over many events.

A build uses it where the pointer records it and the file is as it was published. What is wrong with it is
logged once, and the SQLite file answers instead: a reader waits longer and sees the same.
"""

import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from data import store
from data.engines.answers import Answer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LOG = logging.getLogger("chegara")
NAME = re.compile(r"(?<![:\w]):([a-z]\w*)")
"""A named parameter; DuckDB writes `$name`."""
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # that of the reader: readers come side by side
    "memory_limit": "512MB",  # of all readers of a build together
    "temp_directory": "",  # a reader writes no files
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
CLOSED = "SET enable_external_access = false"
"""No statement reads another file; in CONFIG it would forbid to set `temp_directory`."""
_OPENED: "WeakKeyDictionary[Engine, DuckDBPyConnection | None]" = WeakKeyDictionary()
"""By store: its copy, closed when the store is no longer used; None where it has none that can be used."""
_LOCK = Lock()


def fetch(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer | None:
    """The answer to a statement; None where the build has no copy, or the copy cannot answer."""
    database = _open(engine)
    if database is None:
        return None
    import duckdb

    given = {name: values[name] for name in NAME.findall(sql)}
    cursor = database.cursor()
    try:
        cursor.execute(_text(sql), given)
        return Answer([column[0] for column in cursor.description], cursor.fetchall())
    except duckdb.OutOfMemoryException as error:
        _log(engine, error)
    except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException) as error:
        _log(engine, error)
        _OPENED[engine] = None
    finally:
        cursor.close()
    return None


@lru_cache(512)
def _text(sql: str) -> str:
    return NAME.sub(r"$\1", sql)


def _open(engine: Engine) -> "DuckDBPyConnection | None":
    """The copy of a build; checked and opened by the first who asks."""
    if engine not in _OPENED:
        with _LOCK:
            if engine not in _OPENED:
                _OPENED[engine] = _connect(engine)
    return _OPENED[engine]


def _connect(engine: Engine) -> "DuckDBPyConnection | None":
    path = store.engine_path(engine)
    build = next((build for build in store.list_pointed(path.parent) if build.path == path), None)
    if build is None or build.copy_sha256 is None:
        return None
    if why := store.find_copy_damage(build):
        _log(engine, why)
        return None
    import duckdb  # late: most builds have no copy

    try:
        database = duckdb.connect(str(store.copy_path(path)), read_only=True, config=CONFIG)
        database.execute(CLOSED)
        return database
    except duckdb.Error as error:
        _log(engine, error)
        return None


def _log(engine: Engine, why: object) -> None:
    name = store.copy_path(store.engine_path(engine)).name
    LOG.warning("%s: %s; the SQLite file answers instead", name, str(why).partition("\n")[0])
