"""How fast extracts are made, against Datasette's stream: `python -m bench.extract --events 1000 10000`.

Five years of a table as CSV, the same rows on both sides; Datasette's come over HTTP on this machine, from a
copy with indexes (`bench.peer`). Ours is made twice: *as shipped* from the question to the last byte, with
names beside codes and sources in each row, so that a row is up to eight times as long; *same columns*
only reads and writes what Datasette does. `0` means the real record.
Times in ms, wall, or with `--clock cpu` what each process used, for a machine that others use too. It never
fails by time.
"""

import argparse
import gc
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from sqlalchemy import Engine

from bench import peer
from bench.figures import Times, compare_with_goal, measure_times, ratio, table
from bench.sizes import builds_for, current_build, format_size
from data import engines, store
from data.extracts import datasets, export
from data.extracts.cells import to_arrow
from data.extracts.formats import list_formats
from data.extracts.request import Request
from data.extracts.writers.csv_file import table_bytes
from data.filters import Filters
from data.queries.tables import list_rows
from data.schema.models import tables

SINCE, UNTIL = date(2019, 1, 1), date(2023, 12, 31)
FIVE_YEARS = Filters(since=SINCE, until=UNTIL)
GOAL = 5.0
"""Times as many MB a second as Datasette."""
ROUNDS, MOST_SECONDS = 6, 30
KEY = {"events": "id", "event_organisations": "event_id"}
"""By table: its column that names an event."""
THEIRS, SHIPPED, SAME = "Datasette", "as shipped", "same columns"
HEAD = ("events", "table", "what", "MB", "median", "p95", "MB/s", "by MB/s", "by time")


class ExtractTimes(NamedTuple):
    """A file of a table, and how long it took to make."""

    events: int
    table: str
    what: str
    megabytes: float
    times: Times

    @property
    def rate(self) -> float:
        """MB a second, by the median."""
        return 1000 * ratio(self.megabytes, self.times.median)


def measure(events: int, place: Path, clocks: peer.Clocks) -> Iterator[ExtractTimes]:
    """Each table as Datasette streams it, then as we make it."""
    build = current_build(builds_for(events))
    engine = store.open_read_only(build)
    with peer.serve(peer.make_copy(build, place), place / "datasette.log") as address:
        for name in KEY:
            for what, clock, make in (
                (THEIRS, clocks.theirs, partial(peer.fetch, _their_address(address, name))),
                (SHIPPED, clocks.ours, partial(_count_bytes, name, "csv", engine)),
                (SAME, clocks.ours, partial(_same, name, engine)),
            ):
                yield _time_file(events, name, what, make, clock)
    engine.dispose()


def formats(events: int, clocks: peer.Clocks) -> Iterator[ExtractTimes]:
    """The events in every format, without a peer."""
    engine = store.open_read_only(current_build(builds_for(events)))
    for writer in list_formats(datasets.find_dataset("events")):
        yield _time_file(
            events, "events", writer.name, partial(_count_bytes, "events", writer.name, engine), clocks.ours
        )
    engine.dispose()


def _time_file(
    events: int, name: str, what: str, make: Callable[[], int], clock: Callable[[], float]
) -> ExtractTimes:
    sizes: list[int] = []
    times = measure_times(lambda: sizes.append(make()), ROUNDS, MOST_SECONDS, clock)
    return ExtractTimes(events, name, what, sizes[-1] / 1e6, times)


def _count_bytes(name: str, form: str, engine: Engine) -> int:
    return len(export.make_file(Request(name, FIVE_YEARS, export.find_release(engine)), form, engine))


def _same(name: str, engine: Engine) -> int:
    """Nothing but the table's own columns of the same rows."""
    own = tables()[name].model_fields
    found = engines.read_columns(engine, list_rows(name, FIVE_YEARS))
    return len(table_bytes(to_arrow({column: found[column] for column in own})))


def _their_address(events: str, name: str) -> str:
    """The rows of the events whose dates may lie in the range."""
    where = f"(earliest is null or earliest <= '{UNTIL}') and (latest is null or latest >= '{SINCE}')"
    if name != "events":
        where = f"event_id in (select id from events where {where})"  # noqa: S608 - words of our own
    return f"{events.removesuffix('events')}{name}.csv?_stream=on&{urlencode({'_where': where})}"


def _against_theirs(found: Sequence[ExtractTimes]) -> Iterator[tuple[ExtractTimes, float, float]]:
    """Each file, and how many times faster than Datasette's of the same table: by MB/s and by time."""
    theirs = {(made.events, made.table): made for made in found if made.what == THEIRS}
    for made in found:
        peers = theirs[made.events, made.table]
        yield made, ratio(made.rate, peers.rate), ratio(peers.times.median, made.times.median)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000], help="0: the real record")
    parser.add_argument(
        "--clock", choices=peer.CLOCKS, default="wall", help="cpu: on a machine that others use"
    )
    parser.add_argument("--formats", action="store_true", help="events in the other formats too")
    wanted = parser.parse_args(arguments)
    clocks = peer.CLOCKS[wanted.clock]
    gc.freeze()  # as the dashboard does after its imports
    found: list[ExtractTimes] = []
    with tempfile.TemporaryDirectory(prefix="chegara-peer-") as place:
        for events in wanted.events:
            found += measure(events, Path(place), clocks)
            found += formats(events, clocks) if wanted.formats else ()
    told = list(_against_theirs(found))
    print(table(HEAD, [(*made[:4], made.times.median, made.times.p95, made.rate, *by) for made, *by in told]))
    for made, rate, time in told:
        if made.what in (SHIPPED, SAME):
            verdict = compare_with_goal(rate, GOAL, at_least=True)
            what = f"{format_size(made.events)}: {made.table} {made.what}"
            print(f"{what}, times Datasette's MB/s {verdict}, by time {time:.3g}")


if __name__ == "__main__":
    main()
