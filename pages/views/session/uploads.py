"""What readers have uploaded: Streamlit keeps it in memory until a session ends, here within bounds.

A reader with a session may send files by HTTP without any run of a page, so files are counted where they are
added to those that are kept.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import streamlit as st
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from data.parsers.limits import MEGABYTE

SESSION_BYTES, SESSION_FILES = 30 * MEGABYTE, 60
ALL_BYTES, ALL_FILES = 90 * MEGABYTE, 500
OVERHEAD = 1_000
"""Bytes that a file takes beside its content, so that empty ones are bounded too."""
NOTICE_SECONDS = 60.0
"""Seconds during which a notice says that files were removed."""
Key = tuple[str, str]
"""Session and file."""


class UploadLimiter:
    """Adds files to Streamlit's manager; over a bound the oldest go, those of the same session first."""

    def __init__(self, manager: MemoryUploadedFileManager) -> None:
        self._manager, self._add = manager, manager.add_file
        self._lock = threading.Lock()
        self._sizes: dict[Key, int] = {}
        """Of the files that are kept, the oldest first."""
        self._let_go: dict[str, tuple[int, float]] = {}
        """By session how many were removed, and when the last one was."""
        manager.add_file = self.add  # type: ignore[method-assign]

    def add(self, session_id: str, file: UploadedFileRec) -> None:
        """In place of the manager's own method, from any thread."""
        with self._lock:
            self._add(session_id, file)
            self._forget_removed()
            self._sizes.pop((session_id, file.file_id), None)
            self._sizes[session_id, file.file_id] = (
                OVERHEAD + len(file.data) + len(file.name) + len(file.type)
            )
            self._shrink(lambda key: key[0] == session_id, SESSION_BYTES, SESSION_FILES)
            self._shrink(lambda _: True, ALL_BYTES, ALL_FILES)

    def count_let_go(self, session_id: str) -> int:
        """Files of the session that were removed, until NOTICE_SECONDS after the last."""
        number, when = self._let_go.get(session_id, (0, 0.0))
        return number if time.monotonic() - when < NOTICE_SECONDS else 0

    def _forget_removed(self) -> None:
        """Forget what Streamlit removed itself: a file taken back, a session that ended."""
        kept = self._manager.file_storage
        self._sizes = {key: size for key, size in self._sizes.items() if key[1] in kept.get(key[0], ())}
        self._let_go = {session: told for session, told in self._let_go.items() if session in kept}

    def _shrink(self, is_counted: Callable[[Key], bool], most_bytes: int, most_files: int) -> None:
        counted = {key: size for key, size in self._sizes.items() if is_counted(key)}
        size = sum(counted.values())
        while counted and (size > most_bytes or len(counted) > most_files):
            key = next(iter(counted))
            size -= counted.pop(key)
            del self._sizes[key]
            self._manager.remove_file(*key)
            self._let_go[key[0]] = self.count_let_go(key[0]) + 1, time.monotonic()


def bound_uploads() -> None:
    """Bound the uploads of this process; once, at the first run."""
    _keeper()


@contextmanager
def release_files(key: str) -> Iterator[None]:
    """Empty the files of an uploader after the block, which the state of the session would keep uncounted.

    At the next run Streamlit makes new ones from what its manager still has.
    """
    try:
        yield
    finally:
        for file in st.session_state[key] if _keeper() else ():
            file.seek(0)
            file.truncate()


def show_notice() -> None:
    """Show a notice if files of this reader were removed."""
    keeper, context = _keeper(), get_script_run_ctx()
    number = keeper.count_let_go(context.session_id) if keeper and context else 0
    if number:
        files = "file" if number == 1 else "files"
        st.warning(
            f"The server removed {number:,} {files} that you uploaded. It keeps at most "
            f"{SESSION_BYTES // MEGABYTE} MB and {SESSION_FILES} files of each reader, and "
            f"{ALL_BYTES // MEGABYTE} MB of all readers; the oldest go first. "
            "Upload again what you want to check."
        )


def _keeper() -> UploadLimiter | None:
    """The one of this process; none without a server, as in tests of pages."""
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return None
    with _LOCK:
        return _kept_by(manager)


_LOCK = threading.Lock()
_kept_by = cache(UploadLimiter)
