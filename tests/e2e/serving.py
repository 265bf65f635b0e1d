"""A dashboard of its own for browser tests, on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"


LAUNCHER = ("pages.server",)
BARE = ("streamlit", "run", "app.py")


@contextmanager
def serving(
    store: Path,
    log: Path,
    module: Sequence[str] = LAUNCHER,
    port: int | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """As `running`, for those who need no more than the base URL."""
    with running(store, log, module, port, settings) as (url, _):
        yield url


@contextmanager
def running(
    store: Path,
    log: Path,
    module: Sequence[str] = LAUNCHER,
    port: int | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, int]]:
    """Serve the builds in `store`; base URL and process, once it answers. `settings` are more environment.

    The launcher then opens all pages by itself; `BARE`, nobody has opened one yet.
    """
    port = port or free_port()
    url = f"http://{HOST}:{port}"
    command = [sys.executable, "-m", *module, f"--server.port={port}"]
    environment = {**os.environ, "CHEGARA_STORE": str(store), **(settings or {})}
    with log.open("ab") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            wait_until(f"{url}/_stcore/health", lambda: server.poll() is None)
            yield url, server.pid
        finally:
            _stop(server)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(address: str, is_alive: Callable[[], bool] = lambda: True, patience: float = 180) -> None:
    """Wait until an address of a server answers 200, as long as the server lives."""
    give_up = time.monotonic() + patience
    while status(address) != 200:
        if not is_alive() or time.monotonic() > give_up:
            raise RuntimeError(f"{address} did not answer 200")
        time.sleep(0.05)


def status(address: str) -> int:
    """What the server answers; 0 where nobody does."""
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (URLError, OSError):
        return 0


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
