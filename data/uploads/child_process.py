"""How a child process that parses files is started, and what its end says of them."""

import os
import signal
import subprocess
import sys
from enum import Enum, auto
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
"""Where the packages are imported from."""
KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""The only variables that a child sees of the environment: those without which Python may not start."""
FIXED = {
    "LC_ALL": "C.UTF-8",  # no archive of locales is mapped into the address space, which is bounded
    "MALLOC_ARENA_MAX": "1",  # nor are 128 MB set aside for each thread
}
KILL, XCPU = (getattr(signal, name, signal.SIGABRT) for name in ("SIGKILL", "SIGXCPU"))
"""Signals that Windows does not have."""


class Ending(Enum):
    """Why a child gave no answer."""

    LATE = auto()
    TOO_LARGE = auto()
    BROKEN = auto()


def python_command(module: str) -> tuple[str, ...]:
    """What runs a module of ours."""
    return (sys.executable, "-E", "-s", "-W", "ignore", "-m", module)


def start_child(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start a fixed command with pipes, hardly any environment, and a session of its own."""
    return subprocess.Popen(  # noqa: S603 - the commands are fixed in our modules
        command,
        cwd=HOME,
        env={name: os.environ[name] for name in KEPT if name in os.environ} | FIXED,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what a library says while it dies is nobody's message
        start_new_session=True,
    )


def explain_ending(code: int | None) -> Ending:
    """How a child ended by its exit code, which is a signal if negative; None where it goes on."""
    if code == -XCPU:
        return Ending.LATE
    if code in (-signal.SIGABRT, -KILL):  # Rust aborts, the system kills
        return Ending.TOO_LARGE
    return Ending.BROKEN
