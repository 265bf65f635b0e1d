"""A verified file becomes the one that is served, at one moment; whatever is killed before leaves the old.

A build gets its own file name and a small pointer is swapped: a reader of the old file is never disturbed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data import store
from data.files.replacement import replace_file, sync_path
from data.store import POINTER, Build
from etl.reporting.errors import MachineError

KEPT = 3
LOCK = "lock"
DRAFT = ".building"
"""How the name of everything unfinished ends."""


@contextmanager
def lock_builds(builds: Path) -> Iterator[None]:
    """Make the folder and hold its lock; MachineError if another load holds it."""
    builds.mkdir(parents=True, exist_ok=True)
    with (builds / LOCK).open("a", encoding="utf-8") as file:
        if not _take_lock(file.fileno()):
            raise MachineError(f"{builds}: another load is running")
        yield


def _take_lock(handle: int) -> bool:
    """Take the lock; the system frees it when the process ends, however it ends."""
    if sys.platform == "win32":
        return True  # without fcntl, two loads still cannot harm what is served
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def draft_path(builds: Path, identity: str) -> Path:
    """Where a build is written before it is finished."""
    return builds / f"{store.build_file_name(identity)}{DRAFT}"


def staging_path(folder: Path) -> Path:
    """Where the rows of a build wait while it is made."""
    return folder / f"staged{DRAFT}"


def copy_draft_path(draft: Path) -> Path:
    """Where the copy of a draft's mart is written."""
    return draft.with_name(store.copy_path(draft.with_suffix("")).name + DRAFT)


def remove_leftovers(builds: Path) -> None:
    """Remove what killed builds left behind. Only under the lock."""
    for path in [*builds.glob(f"*{DRAFT}*"), *list_orphans(builds)]:
        path.unlink()


def list_orphans(builds: Path) -> list[Path]:
    """Copies whose build is not there."""
    beside = {store.copy_path(path) for path in store.list_finished(builds)}
    return [path for path in builds.glob(f"*{store.COPY}") if path not in beside]


def publish_draft(builds: Path, finished: Path, identity: str) -> Path:
    """Give a finished draft, and the copy of its mart if it has one, their names and serve them."""
    path, copy = builds / store.build_file_name(identity), copy_draft_path(finished)
    names = {copy: store.copy_path(path), finished: path} if copy.is_file() else {finished: path}
    for draft in names:
        sync_path(draft)
    for draft, name in names.items():
        draft.replace(name)
    sync_path(builds)
    point_to(builds, path)
    return path


def point_to(builds: Path, path: Path) -> None:
    """Serve a build that has its name already, and keep only the last three that are whole."""
    os.utime(path)
    others = [build for build in store.list_builds(builds) if build.path != path]
    whole = [build for build in others if store.find_damage(build) is None]
    kept = [Build(path, None), *whole[: KEPT - 1]]
    replace_file(builds / POINTER, "".join(f"{_line(build)}\n" for build in kept).encode(), DRAFT)
    with suppress(OSError):  # the new build is served; the next load tries again
        for old in {*store.list_finished(builds)} - {build.path for build in kept}:
            old.unlink()
        remove_leftovers(builds)


def _line(build: Build) -> str:
    """The line of the pointer: digests are the recorded ones, else, of a build not recorded, of its files."""
    digests = [build.sha256, build.copy_sha256]
    if not build.sha256:
        files = (build.path, store.copy_path(build.path))
        digests = [store.file_digest(path) for path in files if path.is_file()]
    return " ".join([build.path.name, *filter(None, digests)])
