"""A dashboard of its own for a bench, as readers get it, and what its process uses."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.serving import running, status, wait_until

NANOSECONDS = 1e9
CPU_CLOCK = 2
"""Of the clocks that Linux keeps of a process: time that it ran on any core."""
PATIENCE = 300
"""Seconds until all pages have been opened on a large store."""


class Server:
    """A running dashboard: its address, and what its process uses."""

    def __init__(self, url: str, process: int) -> None:
        self.url, self._process = url, process
        self._clock = (~process << 3) | CPU_CLOCK

    def cpu(self) -> float:
        """Seconds of CPU so far, of all its threads."""
        return time.clock_gettime_ns(self._clock) / NANOSECONDS

    def memory(self, peak: bool = False) -> float:
        """MB in memory now, or at most so far."""
        name = "VmHWM:" if peak else "VmRSS:"
        text = Path(f"/proc/{self._process}/status").read_text(encoding="utf-8")
        return int(text.split(name)[1].split()[0]) / 1024

    def health(self) -> float:
        """Seconds until it answers its health check; infinite where it does not."""
        began = time.monotonic()
        is_well = status(f"{self.url}/_stcore/health") == 200
        return time.monotonic() - began if is_well else float("inf")


def heed_sigterm() -> None:
    """Let a bench that is terminated (as by `timeout`), or whose terminal is closed, leave its blocks.

    The servers it started end too.
    """
    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda number, _: sys.exit(128 + number))


@contextmanager
def started_bare(builds: Path) -> Iterator[Server]:
    """Serve `bench/bare.py` by Streamlit itself, until the block ends."""
    heed_sigterm()
    with (
        TemporaryDirectory(prefix="chegara-bare-") as place,
        running(builds, Path(place, "log.txt"), ("streamlit", "run", "bench/bare.py")) as (url, process),
    ):
        yield Server(url, process)


@contextmanager
def start(builds: Path, port: int | None = None) -> Iterator[Server]:
    """Serve the builds by the launcher, until the block ends; it is ready, so all pages were opened once."""
    heed_sigterm()
    with TemporaryDirectory(prefix="chegara-served-") as place:
        log = Path(place, "log.txt")
        try:
            with running(builds, log, port=port) as (url, process):
                wait_until(f"{url}/ready", patience=PATIENCE)
                yield Server(url, process)
        except RuntimeError as error:
            error.add_note(log.read_text(encoding="utf-8"))
            raise
