"""Data work of each page on SQLite, DuckDB and PostgreSQL: `python -m bench.page --engines`.

One build in all, files and server warm, the engines in turn. `duckdb` counts in a copy of the mart however
few events match, and lists from the SQLite file. In ms of CPU, that of the server's processes with it.
"""

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from sqlalchemy import Engine, make_url

from bench import peer, readings, workload
from bench.figures import measure_in_turn, ratio, table
from bench.sizes import builds_for, current_build
from data import store
from data.engines import choice
from etl.mart import duckdb_copy
from etl.publish import schemas
from tests.postgresql import SETTINGS, Server, find_programs, run_server

ROUNDS = 9
ENGINES = ("sqlite", "duckdb", "postgresql")
RATIOS = ("duckdb to sqlite", "postgresql to sqlite")
HEAD = ("events", "page", "filter", "reads", "rows", *ENGINES, *RATIOS)
TOTALS = ("events", "of", *ENGINES, *RATIOS)


class OfficeServer(Server):
    """With the memory that an office would give it."""

    settings: Mapping[str, str] = {**SETTINGS, "shared_buffers": "512MB"}


class Work(NamedTuple):
    """What a page cost under a filter: medians by engine, in ms."""

    events: int
    page: str
    filter: str
    reads: int
    rows: int
    medians: tuple[float, ...]

    def row(self) -> tuple[object, ...]:
        return (*self[:-1], *_with_ratios(self.medians))


def measure(events: int, pages: Sequence[str], seconds: float) -> Iterator[Work]:
    """The work of each page under each filter."""
    builds = builds_for(events)
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: make postgresql")
    with ExitStack() as stack:
        place = stack.enter_context(tempfile.TemporaryDirectory(prefix="chegara-database-"))
        server = stack.enter_context(run_server(programs, OfficeServer))
        opened = _open(current_build(builds), Path(place), server.create_database("bench"))
        stack.enter_context(patch.object(choice, "MANY", 0))
        for name, filters in workload.filters(opened["sqlite"]).items():
            for page in pages:
                asked = readings.list_readings(builds, page, filters)
                works = {engine: partial(readings.read_again, each, asked) for engine, each in opened.items()}
                rows = {engine: work() for engine, work in works.items()}
                if len(set(rows.values())) > 1:
                    raise ValueError(f"{page} under {name}: {rows}")
                times = measure_in_turn(works, ROUNDS, seconds, _count_seconds)
                medians = tuple(times[engine].median for engine in ENGINES)
                yield Work(events, page, name, len(asked), rows["sqlite"], medians)


def _open(file: Path, place: Path, database: str) -> dict[str, Engine]:
    """The build in each engine: SQLite without a copy of the mart, DuckDB with a new one."""
    for engine in ("sqlite", "duckdb"):
        (place / engine).mkdir()
        (place / engine / file.name).symlink_to(file)
    began = time.perf_counter()
    linked = place / "duckdb" / file.name
    duckdb_copy.write_copy(file, store.copy_path(linked), lambda *_: None)
    digests = f"{store.file_digest(file)} {store.file_digest(store.copy_path(linked))}"
    (place / "duckdb" / store.POINTER).write_text(f"{file.name} {digests}\n")
    print(f"{time.perf_counter() - began:.1f} s to copy the mart to DuckDB", flush=True)
    began = time.perf_counter()
    built = schemas.publish_file(make_url(database), file, store.build_id(file), "bench", lambda *_: None)
    print(f"{time.perf_counter() - began:.1f} s to copy, compare and publish in PostgreSQL", flush=True)
    alone = store.open_read_only(place / "sqlite" / file.name)
    return {"sqlite": alone, "duckdb": store.open_read_only(linked), "postgresql": built.open()}


def _count_seconds() -> float:
    """CPU of this process and of the server's."""
    return peer.cpu_seconds() + time.process_time()


def tell(found: Sequence[Work]) -> str:
    """Each page under each filter; then, of each size, a page under all filters and all pages under one."""
    return f"{table(HEAD, [work.row() for work in found])}\n{table(TOTALS, _totals(found))}"


def _totals(found: Sequence[Work]) -> Iterator[tuple[object, ...]]:
    for events in dict.fromkeys(work.events for work in found):
        here = [work for work in found if work.events == events]
        for of in dict.fromkeys([*(work.page for work in here), *(work.filter for work in here)]):
            part = [work.medians for work in here if of in (work.page, work.filter)]
            yield (events, of, *_with_ratios([sum(engine) for engine in zip(*part, strict=True)]))


def _with_ratios(medians: Sequence[float]) -> tuple[float, ...]:
    return (*medians, *(ratio(each, medians[0]) for each in medians[1:]))
