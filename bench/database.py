"""Data work of each page on SQLite, DuckDB and PostgreSQL: `python -m bench.database --events 0 10000`.

The work is that of `bench.page`, of one build in all, files and server warm, in turn page by page. `duckdb`
counts in a copy of the mart however few events match, and lists from the SQLite file. In ms of CPU: of this
process, and for `pg` of the server's processes too; `wall` is what a reader waits for PostgreSQL, on a
machine that does nothing else. `0` means the real record. The last table adds up the filters of a page, and
the pages of a filter. It never fails by time.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, make_url

from bench import readings, workload
from bench.figures import Times, measure_times, ratio, table
from bench.sizes import builds_for, current_build
from data import store
from data.engines import choice
from etl.mart import duckdb_copy
from etl.publish import schemas
from tests.postgresql import SETTINGS, Server, find_programs, run_server

ROUNDS, MOST_SECONDS = 9, 10
ENGINES = ("sqlite", "duckdb", "pg")
HEAD = ("events", "page", "filter", "reads", "rows", *ENGINES, "pg wall", "duckdb to sqlite", "pg to sqlite")
TOTALS = ("events", "of", *ENGINES, "duckdb to sqlite", "pg to sqlite")
Clock = Callable[[], float]
TICKS = 100
"""A second, as /proc counts CPU."""


class OfficeServer(Server):
    """With the memory that an office would give it."""

    settings: Mapping[str, str] = {**SETTINGS, "shared_buffers": "512MB"}


class Work(NamedTuple):
    """What a page cost under a filter, in ms."""

    events: int
    page: str
    filter: str
    reads: int
    rows: int
    sqlite: float
    duckdb: float
    pg: float
    wall: float

    def row(self) -> tuple[object, ...]:
        return (*self, ratio(self.duckdb, self.sqlite), ratio(self.pg, self.sqlite))


def measure(events: int, pages: Sequence[str], seconds: float) -> Iterator[Work]:
    """The work of each page under each filter."""
    builds = builds_for(events)
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: make postgresql")
    with ExitStack() as stack:
        place = stack.enter_context(tempfile.TemporaryDirectory(prefix="chegara-database-"))
        server = stack.enter_context(run_server(programs, OfficeServer))
        opened = _open(current_build(builds), Path(place), server)
        count = partial(_count_seconds, server.data)
        for name, filters in workload.filters(opened["sqlite"]).items():
            for page in pages:
                asked = readings.list_readings(builds, page, filters)
                work = {engine: partial(readings.read_again, each, asked) for engine, each in opened.items()}
                rows = {engine: read() for engine, read in work.items()}
                if len(set(rows.values())) > 1:
                    raise ValueError(f"{page} under {name}: {rows}")
                clocks: list[Clock] = [time.process_time, time.process_time, count, time.perf_counter]
                turns = zip((*work.values(), work["pg"]), clocks, strict=True)
                sqlite, duckdb, pg, wall = (
                    measure_times(read, ROUNDS, seconds, clock) for read, clock in turns
                )
                medians = sqlite.median, duckdb.median, _mean(pg), wall.median
                yield Work(events, page, name, len(asked), rows["pg"], *medians)


def _open(file: Path, place: Path, server: Server) -> dict[str, Engine]:
    """The build in each engine: SQLite without a copy of the mart, DuckDB with a new one."""
    for engine in ("sqlite", "duckdb"):
        (place / engine).mkdir()
        (place / engine / file.name).symlink_to(file)
    began = time.perf_counter()
    linked = place / "duckdb" / file.name
    duckdb_copy.write_copy(file, store.copy_path(linked), lambda *_: None)
    digests = f"{store.file_digest(file)} {store.file_digest(store.copy_path(linked))}"
    (place / "duckdb" / store.POINTER).write_text(f"{file.name} {digests}\n")
    choice.MANY = 0
    print(f"{time.perf_counter() - began:.1f} s to copy the mart to DuckDB", flush=True)
    began = time.perf_counter()
    where = make_url(server.create_database("bench"))
    built = schemas.publish_file(where, file, store.build_id(file), "bench", lambda *_: None)
    print(f"{time.perf_counter() - began:.1f} s to copy, compare and publish in PostgreSQL", flush=True)
    alone = store.open_read_only(place / "sqlite" / file.name)
    return {"sqlite": alone, "duckdb": store.open_read_only(linked), "pg": built.open()}


def _mean(times: Times) -> float:
    """The mean: /proc counts the server's CPU in hundredths of a second."""
    return sum(times.each) / len(times.each)


def _count_seconds(data: str) -> float:
    """CPU of this process and of the server's processes, those that ended too."""
    own = f"-D{chr(0)}{data}"
    parent = next(path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if own in _text(path))
    stats = (_text(path).rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat"))
    servers = sum(int(each[11]) + int(each[12]) for each in stats if each and each[1] == parent)
    servers += sum(map(int, _text(Path("/proc", parent, "stat")).rpartition(")")[2].split()[11:15]))
    return time.process_time() + servers / TICKS


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended meanwhile
        return ""


def totals(found: Sequence[Work]) -> Iterator[tuple[object, ...]]:
    """Of each size: a page under all filters, and all pages under a filter."""
    for events in dict.fromkeys(work.events for work in found):
        here = [work for work in found if work.events == events]
        for of in dict.fromkeys([*(work.page for work in here), *(work.filter for work in here)]):
            part = [work for work in here if of in (work.page, work.filter)]
            sums = [sum(getattr(work, engine) for work in part) for engine in ENGINES]
            yield (events, of, *sums, *(ratio(each, sums[0]) for each in sums[1:]))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[0, 10_000], help="0: the real record")
    parser.add_argument("--pages", nargs="+", default=list(readings.PAGES), choices=readings.PAGES)
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS, help="for each figure, at most")
    wanted = parser.parse_args(arguments)
    found: list[Work] = []
    for events in wanted.events:
        for work in measure(events, wanted.pages, wanted.seconds):
            found.append(work)
            print(f"  {work.events:,} {work.page} {work.filter}: {work.pg:.1f} ms", flush=True)
    print(table(HEAD, [work.row() for work in found]))
    print(table(TOTALS, totals(found)))


if __name__ == "__main__":
    main()
