"""Data work of each page in PostgreSQL beside SQLite: `python -m bench.database --events 0 10000`.

The work is that of `bench.page`, of one build in both, file and server warm, in turn page by page. In ms:
`sqlite` and `pg` are CPU of this process, and for `pg` of the server's processes too; `wall` is what a reader
waits for PostgreSQL, on a machine that does nothing else. `0` means the real record. The server is that
of the tests, with 64 MB of shared buffers. It never fails by time.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bench import readings, workload
from bench.figures import Times, measure_times, ratio, table
from bench.sizes import builds_for, current_build
from data import store
from tests.postgresql import copy_store, shared_server

ROUNDS, MOST_SECONDS = 9, 10
HEAD = ("events", "page", "filter", "reads", "rows", "sqlite", "pg", "pg wall", "pg to sqlite")
TICKS = 100
"""A second, as /proc counts CPU."""


def measure(events: int, pages: Sequence[str], seconds: float) -> Iterator[tuple[object, ...]]:
    """A row for each filter and page."""
    builds = builds_for(events)
    file = current_build(builds)
    began = time.perf_counter()
    copied = copy_store(file)
    print(f"{events:,} events: {time.perf_counter() - began:.1f} s to copy, compare and publish")
    engines = {"sqlite": store.open_read_only(file), "pg": copied.open()}
    for name, filters in workload.filters(engines["sqlite"]).items():
        for page in pages:
            asked = readings.list_readings(builds, page, filters)
            rows = {engine: readings.read_again(opened, asked) for engine, opened in engines.items()}
            if rows["pg"] != rows["sqlite"]:
                raise ValueError(f"{page} under {name}: {rows}")
            found = {
                engine: measure_times(
                    partial(readings.read_again, opened, asked), ROUNDS, seconds, _clock(engine)
                )
                for engine, opened in engines.items()
            }
            wall = measure_times(partial(readings.read_again, engines["pg"], asked), ROUNDS, seconds)
            medians = [found["sqlite"].median, _mean(found["pg"]), wall.median]
            yield (events, page, name, len(asked), rows["pg"], *medians, ratio(medians[1], medians[0]))


def _clock(engine: str) -> "partial[float]":
    return partial(_cpu, engine == "pg")


def _mean(times: Times) -> float:
    """The mean: /proc counts the server's CPU in hundredths of a second."""
    return sum(times.each) / len(times.each)


def _cpu(with_server: bool) -> float:
    return time.process_time() + (_server_seconds() if with_server else 0.0)


def _server_seconds() -> float:
    """CPU of the server's processes that run now; readers keep theirs."""
    own = f"-D{chr(0)}{shared_server().data}"
    parent = next(path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if own in _text(path))
    stats = (_text(path).rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat"))
    return sum((int(each[11]) + int(each[12])) / TICKS for each in stats if each and each[1] == parent)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended meanwhile
        return ""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[0, 10_000], help="0: the real record")
    parser.add_argument("--pages", nargs="+", default=list(readings.PAGES), choices=readings.PAGES)
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS, help="for each figure, at most")
    wanted = parser.parse_args(arguments)
    found = [row for events in wanted.events for row in measure(events, wanted.pages, wanted.seconds)]
    print(table(HEAD, found))


if __name__ == "__main__":
    main()
