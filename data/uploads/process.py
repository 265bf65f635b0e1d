"""Starts the child process that parses files handed in, feeds it, and checks what it gives back."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from data.parsers.limits import MEGABYTE, PAGE, Limits, Tell, ignore_progress, shorten_name
from data.parsers.sheets import EarlierExtract, TooLargeError, UnreadableError
from data.uploads import child, frames
from data.uploads.child_process import Ending, explain_ending, python_command, start_child

COMMAND = python_command("data.uploads.child")
PAUSE = 0.05
"""Seconds between two looks at the clock."""


class StoppedError(Exception):
    """The reading was stopped on request."""


def read_upload(
    files: Mapping[str, bytes],
    limits: Limits = PAGE,
    tell: Tell = ignore_progress,
    is_stopped: Callable[[], bool] = lambda: False,
) -> EarlierExtract:
    """The files as one extract, parsed in a child process that is gone when this returns.

    `is_stopped` is asked again and again, and StoppedError raised once it is true. UnreadableError where
    the files cannot be read within the limits.
    """
    names = shorten_name(", ".join(files) or "no file")
    size = sum(map(len, files.values()))
    if size > limits.unpacked or len(files) > limits.sheets:
        most = f"{limits.sheets} files and {limits.unpacked // MEGABYTE} MB"
        raise TooLargeError(names, f"more than {most} are given together")
    with start_child(COMMAND) as process:
        with _Guard(process, limits.seconds, is_stopped) as guard:
            found = _converse(process, files, limits, tell)
            code = None if isinstance(found, EarlierExtract) else _exit_code(process)
        if isinstance(found, EarlierExtract):
            return found
        if guard.is_stopped:
            raise StoppedError
        raise _reason(names, code, guard.is_late, limits) from found


class _Guard(threading.Thread):
    """Kills the process when its time is over or when it is asked to; leaving the block always ends it."""

    def __init__(
        self, process: subprocess.Popen[bytes], seconds: int, is_stopped: Callable[[], bool]
    ) -> None:
        super().__init__(name="reading files", daemon=True)
        self._process, self._until, self._asks = process, time.monotonic() + seconds, is_stopped
        self._over = threading.Event()
        self.is_late = self.is_stopped = False

    def __enter__(self) -> "_Guard":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()
        self._process.kill()
        self._process.wait()

    def run(self) -> None:
        while not self._over.wait(PAUSE):
            self.is_late = time.monotonic() > self._until
            self.is_stopped = self._asks()
            if self.is_late or self.is_stopped:
                self._process.kill()
                return


def _converse(
    process: subprocess.Popen[bytes], files: Mapping[str, bytes], limits: Limits, tell: Tell
) -> EarlierExtract | Exception:
    """The extract, or what went wrong between the two; raises the error that the child reports."""
    source: Any = process.stdout
    try:
        _ask(process.stdin, files, limits)
        collector = frames.Collector(limits)
        while (found := collector.take(frames.read(source))) is None:
            tell(*collector.progress)
    except (OSError, frames.ProtocolError) as error:
        return error
    return found


def _ask(stream: Any, files: Mapping[str, bytes], limits: Limits) -> None:
    sizes = [[name, len(content)] for name, content in files.items()]
    frames.write(stream, ["read", asdict(limits), os.getpid(), sizes])
    for content in files.values():
        stream.write(content)
    stream.close()


def _exit_code(process: subprocess.Popen[bytes]) -> int | None:
    """How a child ended that gave no answer, a signal if negative; None where it goes on."""
    try:
        return process.wait(1)
    except subprocess.TimeoutExpired:
        return None


def _reason(names: str, code: int | None, is_late: bool, limits: Limits) -> UnreadableError:
    """Why there is no answer, from how the child ended."""
    ending = Ending.LATE if is_late else explain_ending(code)
    if ending is Ending.LATE:
        return TooLargeError(names, f"takes more than {limits.seconds} seconds to be read")
    if ending is Ending.TOO_LARGE:
        return child.too_much_memory(names, limits)
    return UnreadableError(names, child.BROKEN)
