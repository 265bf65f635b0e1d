"""A dashboard of its own for browser tests, on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"


@contextmanager
def serving(store: Path, log: Path, patience: float = 60, app: str = "app.py") -> Iterator[str]:
    """Serve the builds in `store` by the script `app`; the base URL. No page has been opened on it yet."""
    port = _free_port()
    url = f"http://{HOST}:{port}"
    flags = {"port": port, "address": HOST, "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", app]
    command += [f"--server.{name}={value}" for name, value in flags.items()]
    environment = {**os.environ, "CHEGARA_STORE": str(store)}
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(server, url, log, patience)
            yield url
        finally:
            _stop(server)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_healthy(server: subprocess.Popen[bytes], url: str, log: Path, patience: float) -> None:
    give_up = time.monotonic() + patience
    while not _is_healthy(url):
        if server.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"The dashboard did not start:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.05)


def _is_healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=1) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
