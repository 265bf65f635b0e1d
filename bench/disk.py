"""A failure of the disk stepped through everything a load does: `python -m bench.disk`, `--stride 1` for all.

Each load writes a copy of the mart. First each opening, renaming, removing, syncing and SQL statement fails,
once alone and once with all after it; then the disk is full after so many bytes. After each failure what is
served must be whole, and the next load good.
"""

import argparse
import errno
import io
import os
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bench import record
from data import store
from etl.commands.command_line import main as load
from etl.mart import duckdb_copy

OLD, NEW = 1, 2
EVENTS = ("open", "os.mkdir", "os.rename", "os.remove", "os.utime", "os.scandir", "os.listdir")
SWAPPED = "os.rename current"
PUBLISHING = ("os.", "sync", "open lock", "open store", "open current", "open builds")
PAGE, BLOCK = 4096, 262_144
"""Bytes of a page of SQLite, and of a block of DuckDB."""


class Disk:
    """Counts what is asked of the disk, and refuses from `first` on: once, or ever after."""

    def __init__(self, place: Path) -> None:
        self.place, self.first, self.keeps_failing = str(place), 0, False
        self.done: list[str] = []
        self._sync = os.fsync
        sys.addaudithook(self._fail_event)
        event.listen(Engine, "before_cursor_execute", lambda *told: self._sql(told[2]))
        event.listen(Engine, "commit", lambda _: self._sql("COMMIT"))

    @contextmanager
    def failing(self, first: int, keeps_failing: bool) -> Iterator[None]:
        """Fail within."""
        self.first, self.keeps_failing, self.done = first, keeps_failing, []
        os.fsync = self._fail_sync
        try:
            yield
        finally:
            self.first, os.fsync = 0, self._sync

    def _fail_event(self, name: str, arguments: tuple[Any, ...]) -> None:
        if self.first and name in EVENTS and str(arguments[0]).startswith(self.place):
            target = arguments[1] if name == "os.rename" else arguments[0]
            self._step(f"{name} {Path(str(target)).name}", OSError(errno.EIO, os.strerror(errno.EIO)))
        elif self.first and name == "sqlite3.connect":
            self._step(name, sqlite3.OperationalError("unable to open database file"))

    def _sql(self, statement: str) -> None:
        if self.first:
            self._step(f"SQL {statement[:40]}", sqlite3.OperationalError("disk I/O error"))

    def _fail_sync(self, fd: Any) -> None:
        self._step("sync", OSError(errno.EIO, os.strerror(errno.EIO)))
        self._sync(fd)

    def _step(self, what: str, refusal: Exception) -> None:
        self.done.append(what)
        if len(self.done) == self.first or (self.keeps_failing and len(self.done) > self.first):
            raise refusal


def run(stride: int, place: Path) -> tuple[Counter[str], list[str]]:
    """What was counted, and each outcome that must not be, in words."""
    figures: Counter[str] = Counter()
    duckdb_copy.LEAST = 0
    record.make(place / "curated", OLD)
    _load(place)
    shutil.copytree(place / "builds", place / "before")
    record.make(place / "curated", NEW)
    disk, wrong = Disk(place), list[str]()
    for keeps_failing, first in _steps(disk, place, stride):
        with disk.failing(first, keeps_failing):
            code, told = _load(place)
        figures["steps"] += 1
        at = disk.done[first - 1]
        was_swapped = SWAPPED in disk.done[: first - 1]
        wrong += [f"{at}: {fault}" for fault in _faults(place, code, told, was_swapped, figures)]
    for size in _sizes(place / "before", stride):
        with _full_after(size):
            code, told = _load(place)
        figures["full disks"] += 1
        wrong += [f"full after {size}: {fault}" for fault in _faults(place, code, told, False, figures)]
    return figures, wrong


def _steps(disk: Disk, place: Path, stride: int) -> list[tuple[bool, int]]:
    """Whether to go on failing, and from which step: each of publication, each so-manieth of the others."""
    with disk.failing(sys.maxsize, keeps_failing=False):
        _load(place)
    _restore(place)
    chosen = [
        n for n, what in enumerate(disk.done, start=1) if n % stride == 0 or what.startswith(PUBLISHING)
    ]
    return [(keeps_failing, first) for keeps_failing in (False, True) for first in chosen]


def _load(place: Path) -> tuple[int, str]:
    """Exit code and what was said on stderr."""
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        code = load(["--data", str(place / "curated"), "--store", str(place / "builds")])
    return code, said.getvalue()


def _faults(place: Path, code: int, told: str, was_swapped: bool, figures: Counter[str]) -> Iterator[str]:
    """What is wrong after a load that failed, and after the next one; then the folder is as before."""
    builds = place / "builds"
    try:
        served = record.find_served(builds)
    except record.BrokenError as error:
        yield str(error)
        served = 0
    figures[f"exit {code}, {'old' if served == OLD else 'new'} served"] += 1
    if served != (NEW if was_swapped or code == 0 else OLD):
        yield f"{served} is served"
    if code == 4 and (len(told.splitlines()) != 1 or not told.startswith(str(place))):
        yield f"said {told!r}"
    if code not in ((0, 4) if served == NEW else (4,)):
        yield f"exit {code}: {told}"
    if (again := _load(place))[0]:
        yield f"the next load: {again}"
    elif record.find_served(builds) != NEW or record.count_leftovers(builds):
        yield "the next load left something"
    _restore(place)


def _restore(place: Path) -> None:
    shutil.rmtree(place / "builds")
    shutil.copytree(place / "before", place / "builds")


def _sizes(builds: Path, stride: int) -> list[int]:
    """Sizes at which files end: by pages up to that of a build, by blocks up to that of its copy."""
    [build] = store.list_finished(builds)
    whole, copy = (path.stat().st_size for path in (build, store.copy_path(build)))
    return [*range(0, whole, PAGE * stride), *range(whole, copy, BLOCK * stride)]


@contextmanager
def _full_after(size: int) -> Iterator[None]:
    """No file can grow beyond `size` bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.disk")
    parser.add_argument("--stride", type=int, default=1, help="of readings, SQL statements and sizes")
    with tempfile.TemporaryDirectory(prefix="chegara-disk-") as place:
        figures, wrong = run(parser.parse_args().stride, Path(place))
    for name, number in figures.items():
        print(f"{name:<26} {number:>7,}")
    for line in wrong:
        print(line)
    print(f"{'FAILED' if wrong else 'PASSED'}: {len(wrong)} of what must not happen")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
