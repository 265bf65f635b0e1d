"""How fast extracts are made: our CSV of five years against Datasette's stream of the same table over HTTP.

`python -m bench.extract --events 1000 10000`. Both are timed from the question to the last byte: ours reads
the store, adds who says so in each row and writes; Datasette streams `events.csv?_stream=on` of the same
days, from the same file, over loopback. A goal that is not met is printed as such.
"""

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from data import store
from data.extracts import datasets, making
from data.extracts.asked import Asked
from data.extracts.registry import offered
from data.filters import Filters

SINCE, UNTIL = date(2019, 1, 1), date(2023, 12, 31)
FIVE_YEARS = Filters(since=SINCE, until=UNTIL)
GOAL = 5.0
"""Times as many MB a second as Datasette."""
RUNS = 3
TABLES = ("events", "event_organisations")
HOST = "127.0.0.1"


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 where the goal is missed."""
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
    missed = 0
    print(f"{folder.name}, {SINCE} to {UNTIL}, best of {RUNS}")
    with datasette(path) as url:
        for table in TABLES:
            theirs = _rate(partial(_fetched, _their_address(url, table)))
            ours = _rate(partial(_ours, table, "csv", engine))
            ratio = ours / theirs
            missed += ratio < GOAL
            word = "met" if ratio >= GOAL else "MISSED"
            print(
                f"  {table:22} CSV ours {ours:7.1f} MB/s  Datasette {theirs:5.1f} MB/s  "
                f"ratio {ratio:5.1f}  goal >= {GOAL:g}: {word}"
            )
    for writer in offered(datasets.named("events")) if all_formats else ():
        print(f"  events {writer.name:8} {_rate(partial(_ours, 'events', writer.name, engine)):7.1f} MB/s")
    engine.dispose()
    return int(missed > 0)


def _ours(table: str, form: str, engine: Any) -> int:
    return len(making.made(Asked(table, FIVE_YEARS, making.release(engine)), form, engine))


def _their_address(url: str, table: str) -> str:
    """The rows whose dates may lie in the range; ids of parts begin with the year."""
    where = f"earliest__lte={UNTIL}&latest__gte={SINCE}" if table == "events" else ""
    ids = f"event_id__gte={SINCE.year}&event_id__lt={UNTIL.year + 1}"
    return f"{url}/store/{table}.csv?_stream=on&{where or ids}"


def _fetched(address: str) -> int:
    with urlopen(address, timeout=600) as answer:  # noqa: S310 - our own address
        return sum(len(part) for part in iter(lambda: answer.read(1 << 16), b""))


def _rate(made: Callable[[], int]) -> float:
    """MB a second of the fastest run."""
    rates = []
    for _ in range(RUNS):
        start = time.perf_counter()
        size = made()
        rates.append(size / 1e6 / (time.perf_counter() - start))
    return max(rates)


@contextmanager
def datasette(path: Path) -> Any:
    """Datasette on the store, its limits lifted; the base URL."""
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
        yield f"http://{HOST}:{port}"
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
