"""Builds as files: how they are named, checked and opened.

A build is one SQLite file that never changes, `store-<build id>.sqlite`; the small file `current`
names the one to serve, then those before it, each with its SHA-256. Readers open a build read-only, so one in
progress is never seen. Beside a large build lies a copy of its mart, `store-<build id>.duckdb`.
"""

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from data.schema.models import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[2]
CURATED = ROOT / "data" / "curated"
POINTER = "current"
POINTED = re.compile(r"(store-[0-9A-Za-z]+\.sqlite)(?: ([0-9a-f]{64}))?(?: ([0-9a-f]{64}))?")
"""A line of the pointer: file name, SHA-256, which pointers of before November 2026 lack, that of a copy."""
COPY = ".duckdb"
"""How the name of a copy ends."""
HEADER, MAGIC, VERSION = 100, b"SQLite format 3\0", slice(60, 64)
"""Of a SQLite file: bytes in its header, how it begins, the place of its `user_version`."""

CONNECTIONS, STATEMENTS, CACHE = 16, 512, 16_384
"""Of a build that is served: connections kept open, statements and KiB of pages kept by each."""


class Build(NamedTuple):
    """A finished build: its file, and the SHA-256 of it and of its copy that were recorded, None if not."""

    path: Path
    sha256: str | None
    copy_sha256: str | None = None

    @property
    def id(self) -> str:
        return build_id(self.path)

    @property
    def stamp(self) -> tuple[int, int, int, int]:
        return file_stamp(self.path)

    def find_fault(self) -> str | None:
        return find_fault(self)

    def is_ready(self) -> bool:
        """Whether a build of the same data need not be made again: its files are as they were published."""
        return bool(self.sha256) and self.find_fault() is find_copy_damage(self) is None

    def is_there(self) -> bool:
        """Whether the file is there."""
        return self.path.exists()

    def open(self) -> Engine:
        return open_read_only(self.path)

    def read_file(self) -> bytes:
        """The file as it was published."""
        return self.path.read_bytes()

    def __str__(self) -> str:
        return str(self.path)


def folder() -> Path:
    """The folder of builds: setting `CHEGARA_STORE`, else `data/build`."""
    return Path(os.environ.get("CHEGARA_STORE") or ROOT / "data" / "build")


def current_build(builds: Path) -> Path | None:
    """The build that the pointer names; None where there is no pointer or its file is gone."""
    named = list_pointed(builds)
    return named[0].path if named and named[0].path.is_file() else None


def list_pointed(builds: Path) -> list[Build]:
    """The builds that the pointer lists, the one to serve first; none where it is missing or damaged.

    Their files may be gone.
    """
    try:
        text = (builds / POINTER).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    lines = [POINTED.fullmatch(line.strip()) for line in text.splitlines()]
    return [Build(builds / line[1], line[2], line[3]) for line in lines if line] if all(lines) else []


def list_builds(builds: Path) -> Iterator[Build]:
    """All builds in the order in which to serve them: those of the pointer, then others, the newest first."""
    listed = list_pointed(builds)
    yield from listed
    known = {build.path for build in listed}
    yield from (Build(path, None) for path in list_finished(builds) if path not in known)


def find_damage(build: Build) -> str | None:
    """What is wrong with the file of a build, in words that follow a colon; None where it is as published.

    Without a recorded SHA-256 SQLite's own check must do, which does not see every changed value.
    """
    try:
        is_whole = file_digest(build.path) == build.sha256 if build.sha256 else _is_sound(build.path)
    except FileNotFoundError:
        return "its file is missing"
    except OSError:
        return "its file cannot be read"
    return None if is_whole else "its file is damaged"


def find_copy_damage(build: Build) -> str | None:
    """What is wrong with the copy of a build, as in `damage`; None where it is as published or none was."""
    return find_damage(Build(copy_path(build.path), build.copy_sha256)) if build.copy_sha256 else None


def copy_path(path: Path) -> Path:
    """Where the copy of the mart of a build would be."""
    return path.with_suffix(COPY)


def file_digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def find_fault(build: Build) -> str | None:
    """Why a build cannot be served, in words that follow a colon; None where it can."""
    if found := find_damage(build):
        return found
    with build.path.open("rb") as file:
        version = int.from_bytes(file.read(HEADER)[VERSION], "big")
    return None if version == SCHEMA_VERSION else "it was made for another version of this program"


def _is_sound(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.read(HEADER).startswith(MAGIC):
            return False
    try:
        with closing(sqlite3.connect(_address(path), uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def build_id(path: Path) -> str:
    """The build id in a store's file name."""
    return path.stem.removeprefix("store-")


def build_file_name(identity: str) -> str:
    """The file name of a build by its id."""
    return f"store-{identity}.sqlite"


def list_finished(builds: Path) -> list[Path]:
    """The files of all finished builds, the last one published first."""
    found = [path for path in builds.glob(build_file_name("*")) if path.is_file()]
    return sorted(found, key=lambda path: (file_stamp(path), path.name), reverse=True)


def file_stamp(path: Path) -> tuple[int, int, int, int]:
    """What changes with a file: its time in ns, size, number, time of change, which none can set; or 0s."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns


def open_read_only(path: Path) -> Engine:
    """An engine on a finished build; a write or a missing file raises.

    Each connection keeps pages of the file and statements; the one that was last given back is taken first,
    because it is warm. The file is not mapped into memory: one cut short in place would end the process.
    """

    def connect() -> sqlite3.Connection:  # SQLAlchemy would take the signs of the URI for its own
        address = _address(path)
        return sqlite3.connect(address, uri=True, check_same_thread=False, cached_statements=STATEMENTS)

    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=connect,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        pool_use_lifo=True,
    )

    @event.listens_for(engine, "connect")
    def _cached(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute(f"PRAGMA cache_size = -{CACHE}")

    return engine


def _address(path: Path) -> str:
    """The URI of a file that nobody writes, whatever signs its folder has in its name."""
    return f"file:{quote(os.fsencode(path))}?mode=ro&immutable=1"


def engine_path(engine: Engine) -> Path:
    """The file that `open_read_only` opened."""
    return Path(str(engine.url.database))


def open_for_build(path: Path) -> Engine:
    """An engine on a new file, with foreign keys enforced and no journal left behind.

    Nothing is synced here: a file that a crash leaves half-written was never published.
    """
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _strict(connection: sqlite3.Connection, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")

    return engine
