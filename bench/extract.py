"""How fast extracts are made: our CSV of five years against Datasette's stream of the same table over HTTP.

`python -m bench.extract --events 1000 10000`. Both read the same rows of one file. Ours is timed twice:
*as shipped* from the question to the last byte, with names beside codes and who says so in each row; *same
columns* only reads and writes what Datasette does, over loopback. Wall time decides; CPU time of each side,
which other load disturbs less, stands beside it. A goal that is not met is printed as such.
"""

import argparse
import gc
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode
from urllib.request import urlopen

from sqlalchemy import select
from sqlmodel import col

from bench.server import Server, heed_sigterm
from data import store
from data.extracts import datasets, making
from data.extracts.asked import Asked
from data.extracts.cells import arrow
from data.extracts.registry import offered
from data.extracts.writers.delimited import table_bytes
from data.filters import Filters
from data.models import Event, tables
from data.queries.where import events_where

SINCE, UNTIL = date(2019, 1, 1), date(2023, 12, 31)
FIVE_YEARS = Filters(since=SINCE, until=UNTIL)
GOAL = 5.0
"""Times as many MB a second as Datasette."""
RUNS = 3
KEY = {"events": "id", "event_organisations": "event_id"}
"""By table: its column that names an event."""
SHIPPED = "as shipped"
HOST = "127.0.0.1"


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 where there is no build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--store", type=Path, help="a folder of builds to use instead of a corpus")
    parser.add_argument("--formats", action="store_true", help="the other formats too, for information")
    wanted = parser.parse_args(arguments)
    folders = [wanted.store] if wanted.store else [_corpus(events) for events in wanted.events]
    return max(_measure(folder, all_formats=wanted.formats) for folder in folders)


def _corpus(events: int) -> Path:
    from bench import stores  # a store named by hand needs no corpora

    return stores.store_for(events)


def _measure(folder: Path, *, all_formats: bool) -> int:
    path = store.current(folder)
    if path is None:
        print(f"{folder}: there is no build")
        return 1
    engine = store.open_read_only(path)
    gc.freeze()  # as the dashboard does after its imports
    print(f"{folder.name}, {SINCE} to {UNTIL}, best of {RUNS}")
    with datasette(path) as (url, server):
        for table in KEY:
            theirs = _rate(partial(_fetched, _their_address(url, table)), server.cpu)
            print(f"  {table:20} Datasette    {_told(theirs)}")
            for words, ask in (
                (SHIPPED, partial(_ours, table, "csv")),
                ("same columns", partial(_same, table)),
            ):
                ours = _rate(partial(ask, engine))
                ratio = ours.wall / theirs.wall
                word = "met" if ratio >= GOAL else "MISSED"
                print(
                    f"  {table:20} {words:12} {_told(ours)}  ratio {ratio:5.1f}"
                    f" (CPU {ours.cpu / theirs.cpu:.1f})  goal >= {GOAL:g}: {word}"
                )
    for writer in offered(datasets.named("events")) if all_formats else ():
        print(f"  events {writer.name:8} {_told(_rate(partial(_ours, 'events', writer.name, engine)))}")
    engine.dispose()
    return 0


def _ours(table: str, form: str, engine: Any) -> int:
    return len(making.made(Asked(table, FIVE_YEARS, making.release(engine)), form, engine))


def _same(table: str, engine: Any) -> int:
    """Nothing but the table's own columns of the same rows."""
    model: Any = tables()[table]
    own = select(*model.__table__.columns).where(model.__table__.c[KEY[table]].in_(_matching()))
    return len(table_bytes(arrow(store.cells(engine, own))))


def _matching() -> Any:
    return select(col(Event.id)).where(events_where(FIVE_YEARS))


def _their_address(url: str, table: str) -> str:
    """The rows of the events whose dates may lie in the range."""
    where = f"(earliest is null or earliest <= '{UNTIL}') and (latest is null or latest >= '{SINCE}')"
    if table != "events":
        where = f"event_id in (select id from events where {where})"  # noqa: S608 - words of our own
    return f"{url}/store/{table}.csv?_stream=on&{urlencode({'_where': where})}"


def _fetched(address: str) -> int:
    with urlopen(address, timeout=600) as answer:  # noqa: S310 - our own address
        return sum(len(part) for part in iter(lambda: answer.read(1 << 16), b""))


class Rate(NamedTuple):
    """MB, and MB a second of the fastest run: by the wall clock and by CPU time."""

    size: float
    wall: float
    cpu: float


def _told(rate: Rate) -> str:
    return f"{rate.size:7.2f} MB {rate.wall:6.1f} MB/s {rate.cpu:6.1f} MB/CPU s"


def _rate(made: Callable[[], int], cpu: Callable[[], float] = time.process_time) -> Rate:
    size, walls, cpus = 0, [], []
    for _ in range(RUNS):
        start, before = time.perf_counter(), cpu()
        size = made()
        cpus.append(cpu() - before)
        walls.append(time.perf_counter() - start)
    return Rate(size / 1e6, size / 1e6 / min(walls), size / 1e6 / max(min(cpus), 0.01))


@contextmanager
def datasette(path: Path) -> Any:
    """Datasette on the store, its limits lifted; the base URL, and the process."""
    heed_sigterm()
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    link = path.parent / "store.sqlite"
    link.unlink(missing_ok=True)
    link.symlink_to(path.name)
    limits = {"max_csv_mb": 0, "sql_time_limit_ms": 600_000, "max_returned_rows": 10_000}
    settings = [part for name, value in limits.items() for part in ("--setting", name, str(value))]
    command = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        "-i",
        str(link),
        "-h",
        HOST,
        "-p",
        str(port),
        *settings,
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait(f"http://{HOST}:{port}/-/versions.json")
        url = f"http://{HOST}:{port}"
        yield url, Server(url, server.pid)
    finally:
        server.terminate()
        server.wait(10)
        link.unlink(missing_ok=True)


def _wait(address: str, patience: float = 60) -> None:
    give_up = time.monotonic() + patience
    while True:
        try:
            _fetched(address)
            return
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main())
