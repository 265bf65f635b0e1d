"""A verified file becomes the one that is served, at one moment; whatever is killed before leaves the old.

A build gets its own file name and a small pointer is swapped: a reader of the old file is never disturbed.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data import store
from data.store import POINTER, Build
from etl.errors import MachineError

KEPT = 3
LOCK = "lock"
DRAFT = ".building"
"""How the name of everything unfinished ends."""


@contextmanager
def only_load(builds: Path) -> Iterator[None]:
    """Make the folder and hold its lock; MachineError if another load holds it."""
    builds.mkdir(parents=True, exist_ok=True)
    with (builds / LOCK).open("a", encoding="utf-8") as file:
        if not _locked(file.fileno()):
            raise MachineError(f"{builds}: another load is running")
        yield


def _locked(handle: int) -> bool:
    """Take the lock; the system frees it when the process ends, however it ends."""
    if sys.platform == "win32":
        return True  # without fcntl, two loads still cannot harm what is served
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def draft(builds: Path, identity: str) -> Path:
    """Where a build is written before it is finished."""
    return builds / f"{store.file_name(identity)}{DRAFT}"


def staging(folder: Path) -> Path:
    """Where the rows of a build wait while it is made."""
    return folder / f"staged{DRAFT}"


def sweep(builds: Path) -> None:
    """Remove what killed builds left behind. Only under the lock."""
    for path in [*builds.glob(f"*{DRAFT}"), *builds.glob(f"*{DRAFT}-*")]:
        path.unlink()


def publish(builds: Path, finished: Path, identity: str) -> Path:
    """Give a finished draft its name and serve it."""
    _sync(finished)
    path = builds / store.file_name(identity)
    finished.replace(path)
    _sync(builds)
    point_to(builds, path)
    return path


def point_to(builds: Path, path: Path) -> None:
    """Serve a build that has its name already, and keep only the last three that are whole."""
    os.utime(path)
    others = [build for build in store.published(builds) if build.path != path]
    whole = [build for build in others if store.damage(build) is None]
    kept = [Build(path, None), *whole[: KEPT - 1]]
    pointer = builds / f"{POINTER}{DRAFT}"
    pointer.write_text("".join(f"{build.path.name} {_sha256(build)}\n" for build in kept), encoding="utf-8")
    _sync(pointer)
    pointer.replace(builds / POINTER)
    _sync(builds)
    with suppress(OSError):  # the new build is served; the next load tries again
        for old in {*store.finished(builds)} - {build.path for build in kept}:
            old.unlink()


def _sha256(build: Build) -> str:
    """The recorded one, else that of the file as it is."""
    if build.sha256:
        return build.sha256
    with build.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Have the disk hold what was written to a file or folder."""
    if path.is_dir() and sys.platform == "win32":
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
