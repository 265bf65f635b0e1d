"""Reads one file in a child process that is gone when this returns."""

import io
import os
import subprocess
import sys
from pathlib import Path

from data.files.plain_files import UnfitFileError, read_bytes
from data.uploads import frames
from data.uploads.process import FIXED, HOME, KEPT
from etl.draft.files.file_text import LARGEST, SECONDS, FileText, RefusedError

COMMAND = (sys.executable, "-E", "-s", "-W", "ignore", "-m", "etl.draft.files.child")
BROKEN = "could not be read: the program that reads files failed on it"
LATE = f"takes more than {SECONDS} seconds to be read"


def read(path: Path) -> FileText:
    """The text of a file; RefusedError with one sentence where it cannot be read within the limits."""
    try:
        content = read_bytes(path, LARGEST)
    except UnfitFileError as unfit:
        raise RefusedError(str(unfit)) from unfit
    except OSError as error:
        raise RefusedError(f"cannot be opened: {error.strerror or error}") from error
    if not content:
        raise RefusedError("is empty")
    return _answer(_converse(content))


def _converse(content: bytes) -> bytes:
    request = io.BytesIO()
    frames.write(request, ["read", os.getpid()])
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            COMMAND,
            cwd=HOME,
            env={name: os.environ[name] for name in KEPT if name in os.environ} | FIXED,
            input=request.getvalue() + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise RefusedError(LATE) from late
    return done.stdout


def _answer(content: bytes) -> FileText:
    try:
        kind, answer = frames.read(io.BytesIO(content))
    except (frames.ProtocolError, ValueError) as error:
        raise RefusedError(BROKEN) from error
    if kind != "text":
        raise RefusedError(answer)
    return FileText(**answer | {"notes": tuple(answer["notes"])})
