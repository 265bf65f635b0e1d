"""The peer: Datasette on a copy of a build, with the indexes and the full text that a careful person adds."""

import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from data.filters import Filters

HOST = "127.0.0.1"
FACETS = ("kind", "mode", "date_precision")
MADE = """
CREATE INDEX peer_earliest ON events(earliest, latest);
CREATE INDEX peer_kind ON events(kind, earliest);
CREATE INDEX peer_mode ON events(mode);
CREATE INDEX peer_precision ON events(date_precision);
CREATE INDEX peer_part ON event_organisations(organisation_id, event_id);
CREATE INDEX peer_event ON event_organisations(event_id);
CREATE VIRTUAL TABLE events_fts USING fts5(title, form, place_as_stated, note, content='events');
INSERT INTO events_fts(events_fts) VALUES ('rebuild');
ANALYZE;
"""
UNSUGGESTED = ("_nosuggest", "1")
LIMITS = {
    "sql_time_limit_ms": 600_000,
    "facet_time_limit_ms": 600_000,
    "facet_suggest_time_limit_ms": 50,
    "max_csv_mb": 0,
    "max_returned_rows": 10_000,
}
"""Raised so that facets and files are made, not given up; all else is as it comes."""


def make_copy(build: Path, place: Path) -> Path:
    """A copy of the build in the folder `place`, made ready for Datasette; one that is there is kept."""
    path = place / f"peer-{build.stem}.db"
    if not path.exists():
        draft = path.with_suffix(".draft")
        shutil.copyfile(build, draft)
        with closing(sqlite3.connect(draft)) as connection:
            connection.executescript(MADE)
        draft.rename(path)
    return path


@contextmanager
def serve(database: Path, log: Path) -> Iterator[str]:
    """The address of the table of events, served on this machine until the block ends."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(database)]
    command += ["--host", HOST, "--port", str(port)]
    for name, value in LIMITS.items():
        command += ["--setting", name, str(value)]
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)  # noqa: S603 - our own
        try:
            _wait(f"http://{HOST}:{port}/-/versions.json", server, log)
            yield f"http://{HOST}:{port}/{database.stem}/events"
        finally:
            server.terminate()
            server.wait(10)


def fetch(address: str) -> int:
    """The bytes of the answer; HTTPError where it is refused."""
    with urlopen(address, timeout=900) as answer:  # noqa: S310 - our own address
        return len(answer.read())


def cpu_seconds() -> float:
    """Seconds of CPU that servers which this process started, and their processes, have used; Linux only."""
    tasks = (task for pid in _list_children("self") for task in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e9


def _list_children(parent: str) -> Iterator[str]:
    """The numbers of its processes, those of their own too."""
    for each in Path(f"/proc/{parent}/task").glob("*/children"):
        for pid in each.read_text(encoding="ascii").split():
            yield pid
            yield from _list_children(pid)


class Clocks(NamedTuple):
    """The clocks of our seconds, and of theirs."""

    ours: Callable[[], float]
    theirs: Callable[[], float]


CLOCKS = {"wall": Clocks(time.perf_counter, time.perf_counter), "cpu": Clocks(time.process_time, cpu_seconds)}


def filter_address(events: str, filters: Filters, *, bare: bool = False) -> str:
    """The address of the filtered page with its facets; `bare`: as JSON, and no others suggested."""
    asked = [("_facet", facet) for facet in FACETS] + ([UNSUGGESTED] if bare else [])
    form = ".json" if bare else ""
    if filters.until:
        asked.append(("earliest__lte", filters.until.isoformat()))
    if filters.since:
        asked.append(("latest__gte", filters.since.isoformat()))
    if filters.organisations:
        named = ",".join(f"'{organisation}'" for organisation in filters.organisations)
        parts = f"select event_id from event_organisations where organisation_id in ({named})"  # noqa: S608
        asked.append(("_where", f"id in ({parts})"))
    return f"{events}{form}?{urlencode(asked)}"


def search_address(events: str, word: str, *, bare: bool = False) -> str:
    """The address of its search as it comes, or `bare`."""
    asked = [("_search", word)] + ([UNSUGGESTED] if bare else [])
    return f"{events}{'.json' if bare else ''}?{urlencode(asked)}"


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < until:
        try:
            fetch(address)
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"Datasette did not start:\n{log.read_text(encoding='utf-8')}")
