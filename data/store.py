"""Where the store is and how it is opened: the only code that knows its files.

A build is one SQLite file that never changes, `store-<build id>.sqlite`; the small file `current`
names the one to serve. Readers open it read-only, so a build in progress is never seen.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd
from sqlalchemy import Engine, Select, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

ROOT = Path(__file__).resolve().parents[1]
CURATED = ROOT / "data" / "curated"
POINTER = "current"


def folder() -> Path:
    """The folder of builds: setting `CHEGARA_STORE`, else `data/build`."""
    return Path(os.environ.get("CHEGARA_STORE") or ROOT / "data" / "build")


def current(builds: Path) -> Path | None:
    """The build that the pointer names; None where there is no pointer or its file is gone."""
    pointer = builds / POINTER
    if not pointer.is_file():
        return None
    path = builds / Path(pointer.read_text(encoding="utf-8").strip()).name
    return path if path.is_file() else None


def build_id(path: Path) -> str:
    """The build id in a store's file name."""
    return path.stem.removeprefix("store-")


def file_name(identity: str) -> str:
    """The file name of a build by its id."""
    return f"store-{identity}.sqlite"


def finished(builds: Path) -> list[Path]:
    """All finished builds, the last one published first."""
    found = builds.glob(file_name("*"))
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)


def open_read_only(path: Path) -> Engine:
    """An engine on a finished build; a write or a missing file raises."""
    return create_engine(
        f"sqlite:///file:{quote(str(path))}?mode=ro&immutable=1&uri=true",
        poolclass=QueuePool,
        connect_args={"check_same_thread": False},
    )


def open_for_build(path: Path) -> Engine:
    """An engine on a new file, with foreign keys enforced and no journal left behind.

    Nothing is synced here: a file that a crash leaves half-written was never published.
    """
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _strict(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")

    return engine


def records(engine: Engine, select: Select[*tuple[Any, ...]]) -> list[dict[str, Any]]:
    """The rows of `select`, each by its column names; what is not stated is None."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select).mappings()]


def frame(engine: Engine, select: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    """The rows of `select`, its column names as they are; text and dates that are not stated are None."""
    with engine.connect() as connection:
        rows = pd.read_sql_query(select, connection)
    text: pd.DataFrame = rows.select_dtypes(
        "str"
    )  # in it pandas writes NaN, which is true in an `if` and prints as "nan"
    rows[text.columns] = text.astype(object).where(text.notna(), None)
    return rows
