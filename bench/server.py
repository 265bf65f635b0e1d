"""A dashboard of its own for a bench, and what its process uses."""

import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from data import store

HOST = "127.0.0.1"
LAUNCHER = "-m streamlit run app.py --server.port {port} --server.address 127.0.0.1"
"""What Python is given; `{port}` stands for the port."""
NANOSECONDS = 1e9
CPU_CLOCK = 2
"""Of the clocks that Linux keeps of a process: time that it ran on any core."""


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
        status = Path(f"/proc/{self._process}/status").read_text(encoding="utf-8")
        return int(status.split(name)[1].split()[0]) / 1024

    def health(self) -> float:
        """Seconds until it says that it is well; infinite where it does not."""
        began = time.monotonic()
        return time.monotonic() - began if _is_healthy(self.url) else float("inf")


@contextmanager
def started(
    builds: Path, launcher: str = LAUNCHER, port: int | None = None, patience: float = 60
) -> Iterator[Server]:
    """Serve `builds` until the block ends. No page has been opened on it yet."""
    port = port or _free_port()
    url = f"http://{HOST}:{port}"
    command = [sys.executable, *shlex.split(launcher.format(port=port))]
    process = subprocess.Popen(  # noqa: S603 - the command is ours or that of who runs the bench
        command, cwd=store.ROOT, env={**environ, "CHEGARA_STORE": str(builds)}, stdout=subprocess.DEVNULL
    )
    try:
        give_up = time.monotonic() + patience
        while not _is_healthy(url):
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError("the dashboard did not start")
            time.sleep(0.05)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _is_healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
