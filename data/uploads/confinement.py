"""What the child process may not do: exceed its memory and time, write files, outlive its parent."""

import contextlib
import ctypes
import faulthandler
import os
import signal
import sys
from pathlib import Path
from typing import Any

SIGNAL_ON_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of Linux' prctl."""


def confine(memory: int, seconds: int, parent: int) -> None:
    """Bound this process: `memory` bytes of address space, `seconds` of CPU and of wall time.

    `parent` is the process that started it. Where the platform has no `resource` (Windows) or does not
    enforce its limit of memory (macOS), time and the sizes of files remain bounded. On Linux ValueError or
    OSError is raised where a limit cannot be set, as by a filter of system calls.
    """
    # A thread of C ends the process, whatever lock its Python code holds.
    faulthandler.dump_traceback_later(seconds + 1, exit=True, file=_nowhere())
    with contextlib.suppress(ImportError):
        import resource

        _limit_resources(resource, memory, seconds)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SIGNAL_ON_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() != parent:  # it died before that was asked
            os._exit(1)


def _nowhere() -> Any:
    """Where the trace goes that nobody reads."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _limit_resources(resource: Any, memory: int, seconds: int) -> None:
    """Bound the address space, and not the heap (RLIMIT_DATA): it holds whatever is mapped in any way."""
    for name, soft, most in (
        ("RLIMIT_AS", memory, memory),
        ("RLIMIT_CPU", seconds, seconds + 1),  # its own signal, then SIGKILL
        ("RLIMIT_CORE", 0, 0),
        ("RLIMIT_FSIZE", 0, 0),
        ("RLIMIT_NPROC", 0, 0),
    ):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # macOS refuses to lower some; on Linux a file is rather not read than read without bounds.
        with contextlib.suppress(*() if sys.platform == "linux" else (ValueError, OSError)):
            resource.setrlimit(kind, (min(soft, allowed), allowed))
