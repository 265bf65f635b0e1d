"""A PostgreSQL server for tests: Debian's, on a free port, in a folder of its own, gone when they end."""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

from data import store
from data.store import SchemaBuild
from etl.publish import schemas

USER, HOST = "postgres", "127.0.0.1"
NUMBERS = count()
SETTINGS = {
    "fsync": "off",  # a test that kills the server kills no machine
    "full_page_writes": "off",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "listen_addresses": HOST,
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "autovacuum": "off",
    "log_min_messages": "fatal",
}


REPLICATED = {
    **SETTINGS,
    "wal_level": "replica",
    "max_wal_senders": "4",
    "max_standby_streaming_delay": "30s",
}


def find_programs() -> Path | None:
    """The folder of Debian's programs, the newest; None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def as_user(*command: str) -> list[str]:
    """The command as Debian's user of PostgreSQL, where this process is root's, which it refuses."""
    if os.geteuid() != 0:
        return [*command]
    return ["setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", *command]


class Server:
    """One server; `address` is that of a database in it."""

    settings: Mapping[str, str] = SETTINGS

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, folder
        self.port = free_port()
        self.make()
        self.start()

    def make(self) -> None:
        """Write the files of a new server."""
        options = ("-D", self.data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "-N")
        self.run("initdb", *options)

    def run(self, program: str, *options: str) -> None:
        """Run a program of PostgreSQL to its end."""
        subprocess.run(self._command(program, *options), check=True, stdout=subprocess.DEVNULL, cwd="/")

    @property
    def data(self) -> str:
        return str(self._folder / "data")

    def address(self, database: str, user: str = USER) -> str:
        return f"postgresql+psycopg://{user}@{HOST}:{self.port}/{database}"

    def start(self) -> None:
        """Start it as a child of this process, which alone can wait for its end; return when it answers."""
        own = {**self.settings, "port": str(self.port), "unix_socket_directories": str(self._folder)}
        options = [part for name, value in own.items() for part in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command("postgres", "-D", self.data, *options), stdout=log, stderr=log, cwd="/"
            )
        until = time.monotonic() + 60
        while True:
            try:
                return self.execute("SELECT 1")
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)

    def kill(self) -> None:
        """End the server and its processes at once, as `kill -9` does."""
        children = subprocess.run(
            ["pgrep", "-P", str(self._process.pid)], capture_output=True, text=True, check=False
        )
        every = [self._process.pid, *map(int, children.stdout.split())]
        for each in every:
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        self._process.wait(30)
        while any(map(_is_running, every)):
            time.sleep(0.02)

    def execute(self, statement: str, database: str = USER) -> None:
        with psycopg.connect(self.address(database).replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement.encode())

    def create_database(self, name: str) -> str:
        """The address of a new, empty database, whose own order of texts is not that of SQLite."""
        self.execute(
            f"""CREATE DATABASE "{name}" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"""
        )
        return self.address(name)

    def _command(self, program: str, *arguments: str) -> list[str]:
        return as_user(str(self._programs / program), *arguments)


class Primary(Server):
    """A server that others may follow."""

    settings = REPLICATED


class Replica(Server):
    """A server that follows a primary."""

    settings = REPLICATED

    def __init__(self, programs: Path, folder: Path, primary: Server) -> None:
        self._primary = primary
        super().__init__(programs, folder)

    def make(self) -> None:
        source = f"host={HOST} port={self._primary.port} user={USER}"
        self.run("pg_basebackup", "-d", source, "-D", self.data, "-R", "-X", "stream", "-c", "fast")


def prefer_replica(replica: Server, primary: Server, database: str) -> str:
    """The address for reading: the replica's, the primary's where that one does not answer."""
    hosts = "&".join(f"host={HOST}:{server.port}" for server in (replica, primary))
    return f"postgresql+psycopg://{USER}@/{database}?{hosts}&target_session_attrs=prefer-standby"


@contextmanager
def run_server(programs: Path, make: Callable[[Path, Path], Server] = Server) -> Iterator[Server]:
    """A server in a temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="chegara-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
    server = None
    try:
        server = make(programs, folder)
        yield server
    finally:
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@cache
def shared_server() -> Server:
    """One server for all tests of this process."""
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: make postgresql")
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(run_server(programs))


def new_database() -> URL:
    """The address of an empty database on the shared server."""
    return make_url(shared_server().create_database(f"test_{next(NUMBERS)}"))


@cache
def copy_store(path: Path) -> SchemaBuild:
    """The build of this file in a database of its own."""
    return schemas.publish_file(new_database(), path, store.build_id(path), "test", lambda *_: None)


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def _is_running(number: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except FileNotFoundError:
        return False
