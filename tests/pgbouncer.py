"""Debian's pgbouncer in front of a server of the tests, in transaction mode."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

from tests.postgresql import HOST, USER, Server, as_user, free_port

PROGRAM = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
SETTINGS = """
[databases]
{database} = host={host} port={server} dbname={database} user={user}
[pgbouncer]
listen_addr = {host}
listen_port = {port}
auth_type = any
pool_mode = transaction
default_pool_size = 2
unix_socket_dir =
"""


@contextmanager
def run_pgbouncer(server: Server, database: str) -> Iterator[URL]:
    """The address of the database behind it, which it has two connections to."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="chegara-pgbouncer-") as folder:
        Path(folder).chmod(0o755)
        file = Path(folder, "pgbouncer.ini")
        file.write_text(
            SETTINGS.format(host=HOST, port=port, server=server.port, user=USER, database=database)
        )
        process = subprocess.Popen(as_user(PROGRAM, "-q", str(file)), stderr=subprocess.DEVNULL, cwd="/")
        try:
            address = f"postgresql://{USER}@{HOST}:{port}/{database}"
            _wait_until_it_answers(address, process)
            yield make_url(address).set(drivername="postgresql+psycopg")
        finally:
            process.kill()
            process.wait(30)


def _wait_until_it_answers(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while True:
        try:
            return psycopg.connect(address).close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.05)
