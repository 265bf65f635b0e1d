"""The mart by event number over three servers, beside one server: `python -m bench.shards --events 10000`.

The tables of the mart that have a row an event are parted over three PostgreSQL servers, which the first one
reaches through `postgres_fdw`; every other table stays on the first. Each question of each page is asked of
both, must give the same rows, and is timed: all servers share this machine, so what is parted may cost more
here than on four machines, and cannot be faster than its cores. `0` means the real record. The exit code is 1
where a question gave other rows.
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any, NamedTuple

import psycopg
from sqlalchemy import Engine, make_url

from bench import readings, workload
from bench.database import OfficeServer
from bench.figures import measure_times, ratio, table
from bench.readings import Reading
from bench.sizes import builds_for, current_build, format_size
from data import engines, store
from data.queries.network import shared_events
from data.store import SchemaBuild
from etl.publish import schemas
from tests.postgresql import Server, find_programs, run_server

SHARDS = 3
PARTED = "b_parted000000"
TABLES = """
SELECT c.relname, EXISTS (
  SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'n' AND c.relname LIKE 'read\\_%%')
FROM pg_class c WHERE c.relnamespace = CAST(%s AS regnamespace) AND c.relkind = 'r' ORDER BY 1
"""
"""Tables of a build, and whether each has a row an event."""
PARTITIONWISE = ("enable_partitionwise_join", "enable_partitionwise_aggregate")
ROUNDS, MOST_SECONDS = 5, 10.0
"""Of a page on either; one that takes longer is timed once, as its rows are compared."""
HEAD = ("events", "page", "filter", "questions", "rows", "one server", "three servers", "ratio", "equal")


class Row(NamedTuple):
    """What a page cost on one server and on three, in ms."""

    events: int
    page: str
    filter: str
    questions: int
    rows: int
    one: float
    three: float
    ratio: float
    equal: str


def part(whole: Server, database: str, schema: str, shards: Sequence[Server]) -> None:
    """Make the schema PARTED beside that of a build: views of its tables, and those of events parted."""
    with _connect(whole, database) as first:
        named = first.execute(TABLES.encode(), [schema]).fetchall()
        keyed = [name for name, has_events in named if has_events]
        [last] = first.execute(f"SELECT max(n) + 1 FROM {schema}.read_events".encode()).fetchone() or (0,)
        cuts = [last * number // SHARDS for number in range(SHARDS + 1)]
        first.execute(f"CREATE EXTENSION postgres_fdw; CREATE SCHEMA {PARTED}".encode())
        for name, has_events in named:
            if not has_events:
                first.execute(f"CREATE VIEW {PARTED}.{name} AS SELECT * FROM {schema}.{name}".encode())
        for name in keyed:
            made = f"CREATE TABLE {PARTED}.{name} (LIKE {schema}.{name}) PARTITION BY RANGE (n)"
            first.execute(made.encode())
        for number, shard in enumerate(shards):
            low = "MINVALUE" if number == 0 else cuts[number]
            high = "MAXVALUE" if number == SHARDS - 1 else cuts[number + 1]
            _fill(whole, shard, database, schema, keyed, (low, high))
            first.execute(_server(f"shard{number}", shard, database).encode())
            for name in keyed:
                first.execute(
                    f"CREATE FOREIGN TABLE {PARTED}.{name}_{number} PARTITION OF {PARTED}.{name} "
                    f"FOR VALUES FROM ({low}) TO ({high}) SERVER shard{number} "
                    f"OPTIONS (schema_name 'public', table_name '{name}')".encode()
                )
        for name in keyed:
            first.execute(f"ANALYZE {PARTED}.{name}".encode())
        for setting in PARTITIONWISE:
            first.execute(f"ALTER DATABASE {database} SET {setting} = on".encode())


def _fill(
    whole: Server, shard: Server, database: str, schema: str, keyed: Sequence[str], bounds: tuple[Any, Any]
) -> None:
    """Copy the rows of these events to a server, with the indexes that the whole has."""
    shard.create_database(database)
    low, high = bounds
    wanted = " AND ".join([f"n >= {low}"] * (low != "MINVALUE") + [f"n < {high}"] * (high != "MAXVALUE"))
    with _connect(whole, database) as source, _connect(shard, database) as target:
        target.execute(b"CREATE EXTENSION postgres_fdw")
        target.execute(_server("whole", whole, database).encode())
        target.execute(
            f"CREATE SCHEMA far; IMPORT FOREIGN SCHEMA {schema} FROM SERVER whole INTO far".encode()
        )
        for name in keyed:
            made = f"CREATE TABLE public.{name} AS SELECT * FROM far.{name} WHERE {wanted}"
            target.execute(made.encode())
            indexes = source.execute(
                b"SELECT indexdef FROM pg_indexes WHERE schemaname = %s AND tablename = %s", [schema, name]
            )
            for (index,) in indexes.fetchall():
                target.execute(index.replace(f" {schema}.", " public.").encode())
        target.execute(b"DROP SCHEMA far CASCADE; ANALYZE")


def _server(name: str, server: Server, database: str) -> str:
    where = f"host '127.0.0.1', port '{server.port}', dbname '{database}'"
    options = f"{where}, fetch_size '50000', async_capable 'true'"
    return (
        f"CREATE SERVER {name} FOREIGN DATA WRAPPER postgres_fdw OPTIONS ({options}); "
        f"CREATE USER MAPPING FOR postgres SERVER {name} OPTIONS (user 'postgres')"
    )


def _connect(server: Server, database: str) -> psycopg.Connection[Any]:
    return psycopg.connect(server.address(database).replace("+psycopg", ""), autocommit=True)


def measure(events: int, pages: Sequence[str]) -> Iterator[Row]:
    """Each page under each filter on one server and on three."""
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: make postgresql")
    builds = builds_for(events)
    path = current_build(builds)
    with ExitStack() as stack:
        servers: list[Server] = [
            stack.enter_context(run_server(programs, OfficeServer)) for _ in range(SHARDS + 1)
        ]
        whole, shards = servers[0], servers[1:]
        where = make_url(whole.create_database("shards"))
        began = time.perf_counter()
        one = schemas.publish_file(where, path, store.build_id(path), "bench", lambda *_: None)
        loaded = time.perf_counter()
        part(whole, "shards", one.schema, shards)
        parted = time.perf_counter() - loaded
        print(f"{loaded - began:.0f} s to load one server, {parted:.0f} s to part it over three", flush=True)
        three = SchemaBuild(
            where, PARTED.removeprefix("b_"), one.published, one.version, one.tables, one.tables
        )
        both = one.open(), three.open()
        for name, filters in workload.filters(store.open_read_only(path)).items():
            for page in pages:
                asked = readings.list_readings(builds, page, filters)
                row = _compare(events, page, name, asked, *both)
                print(row, file=sys.stderr, flush=True)
                yield row


def _compare(events: int, page: str, name: str, asked: list[Reading], *both: Engine) -> Row:
    equal, rows, seconds = True, 0, [0.0, 0.0]
    for reading in asked:
        (one, took), (three, also) = (_answer(reading, engine) for engine in both)
        equal &= one == three
        rows += len(one)
        seconds = [seconds[0] + took, seconds[1] + also]
    before, after = (
        1000 * once
        if once > MOST_SECONDS
        else measure_times(partial(readings.read_again, engine, asked), ROUNDS, MOST_SECONDS).median
        for once, engine in zip(seconds, both, strict=True)
    )
    said = "yes" if equal else "NO"
    return Row(events, page, name, len(asked), rows, before, after, ratio(after, before), said)


def _answer(reading: Reading, engine: Engine) -> tuple[list[str], float]:
    """The rows in one order, for a question that says none may have any; and the seconds that it took."""
    shared_events.forget_counts(engine)
    began = time.perf_counter()
    found = engines.read_records(engine, reading.ask(*reading.arguments))
    seconds = time.perf_counter() - began
    return sorted(map(repr, found)), seconds


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.shards")
    parser.add_argument("--events", type=int, nargs="+", default=[10_000])
    parser.add_argument("--pages", nargs="+", default=readings.PAGES[:-1])
    return parser.parse_args()


def main() -> int:
    wanted, is_equal = _arguments(), True
    for events in wanted.events:
        found = list(measure(events, wanted.pages))
        print(f"{format_size(events)}\n{table(HEAD, found)}")
        is_equal &= all(row.equal == "yes" for row in found)
    print("PASSED: all rows equal" if is_equal else "FAILED: rows differ")
    return int(not is_equal)


if __name__ == "__main__":
    sys.exit(main())
