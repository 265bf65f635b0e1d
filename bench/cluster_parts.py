"""The parts of a cluster on this machine: database, replica, two app servers, the proxy of `docs/deploy`."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from sqlalchemy import URL, make_url

from bench import proxy, reloads
from data import store
from etl import pipeline
from tests.e2e.serving import HOST, wait_until
from tests.postgresql import Primary, Replica, Server, find_programs, prefer_replica, run_server

DATABASE = "chegara"


class App:
    """One app server: the launcher on a port, with what it reads."""

    def __init__(self, port: int, reads: str, log: Path) -> None:
        self.url = f"http://{HOST}:{port}"
        self._port, self._reads, self._log = port, reads, log
        self._process: subprocess.Popen[bytes] | None = None
        self._out: IO[bytes] | None = None

    def start(self) -> None:
        """Return when every page of it has been opened once."""
        self._out = self._log.open("ab")
        command = [sys.executable, "-m", "pages.server", f"--server.port={self._port}"]
        environment = {
            **os.environ,
            "CHEGARA_STORE": self._reads,
            "STREAMLIT_SERVER_COOKIE_SECRET": "cluster" * 5,
        }
        self._process = subprocess.Popen(  # noqa: S603 - fixed
            command, cwd=store.ROOT, env=environment, stdout=self._out, stderr=subprocess.STDOUT
        )
        wait_until(f"{self.url}/ready", self.is_running)

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process and self._out:
            self._process.send_signal(how)
            self._process.wait(30)
            self._out.close()


@dataclass(slots=True)
class Cluster:
    """The parts that run, and what may befall them."""

    address: str
    builds: URL
    """Where builds are published."""
    apps: list[App]
    replica: Server

    def kill_app(self) -> None:
        self.apps[0].stop(signal.SIGKILL)

    def start_app(self) -> None:
        self.apps[0].start()

    def stop_replica(self) -> None:
        self.replica.stop()

    def start_replica(self) -> None:
        self.replica.start()


def list_missing() -> list[str]:
    """The programs that this needs and the machine has not."""
    return [] if find_programs() else ["PostgreSQL"]


def is_taken(port: int) -> bool:
    """Whether something answers on a port of this machine."""
    with socket.socket() as asking:
        return asking.connect_ex((HOST, port)) == 0


def start_app(stack: ExitStack, port: int, reads: str, log: Path) -> App:
    """An app server that runs until the stack is closed."""
    app = App(port, reads, log)
    app.start()
    stack.callback(app.stop)
    return app


def start(stack: ExitStack, place: Path, port: int, curated: Path | None = None) -> Cluster:
    """All parts, on the port and those after it; they serve `curated`, else the invented record, marked 0."""
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: make postgresql")
    place.mkdir(exist_ok=True)
    primary = stack.enter_context(run_server(programs, Primary))
    builds = make_url(primary.create_database(DATABASE))
    if curated is None:
        curated = place / "curated"
        reloads.make(curated, 0)
    pipeline.build(curated, builds)
    replica = stack.enter_context(run_server(programs, partial(Replica, primary=primary)))
    reads = prefer_replica(replica, primary, DATABASE)
    apps = [start_app(stack, port + number, reads, place / f"log-{port + number}.txt") for number in (1, 2)]
    stack.enter_context(proxy.run_proxy(place / "nginx", port, port + 1, port + 2, is_open=True))
    return Cluster(f"http://localhost:{port}", builds, apps, replica)
