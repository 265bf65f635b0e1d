"""Data work of each page against Datasette on the same store: `python -m bench.page --events 1000 10000`.

Five filters, from everything to one middling organisation in five years (`bench.workload`). A page's work
is all that it reads under the filter, run and fetched in this process without Streamlit. Nothing found for
an earlier filter counts; what a process makes once does (arrays, statements of SQL, lists of the whole
record). Datasette answers over HTTP on this machine with its page of a hundred rows and three facets, on a
copy with indexes and full text (`bench.peer`), twice: `html` as it comes, which also looks for other facets
to suggest and takes most of its time for that; `bare` as JSON without these suggestions, which is the least
that it can do. Under `search` is its own search, without facets. `0` means the real record. Times
in ms, files warm, both one after another on the same machine: wall, or with `--clock cpu` what each process
used, for a machine that others use too. `--engines` stands SQLite, DuckDB and PostgreSQL beside each other
instead (`bench.database`). It never fails by time.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from bench import database, peer, readings, workload
from bench.figures import Times, compare_with_goal, measure_times, ratio, table
from bench.sizes import builds_for, current_build, format_size
from data import store
from data.filters import Filters

ROUNDS, MOST_SECONDS = 12, 20
HEAD = ("events", "page", "filter", "reads", "rows", "median", "p95", "html", "bare", "to html", "to bare")
GOALS = ((100_000, 0.1), (10_000, 0.2))
"""From so many events on, the share of Datasette's time that is allowed."""
GROWTH = {"all": 30.0, "mid5y": 4.0}


class Work(NamedTuple):
    """What a page cost under a filter, beside the peer's filtered page."""

    events: int
    page: str
    filter: str
    reads: int
    rows: int
    ours: Times
    html: Times
    bare: Times

    @property
    def to_html(self) -> float:
        return ratio(self.ours.median, self.html.median)

    @property
    def to_bare(self) -> float:
        return ratio(self.ours.median, self.bare.median)

    def row(self) -> tuple[object, ...]:
        times = (self.ours.median, self.ours.p95, self.html.median, self.bare.median)
        named = (self.events, self.page, self.filter, self.reads, self.rows)
        return (*named, *times, self.to_html, self.to_bare)


def measure(
    events: int, pages: Sequence[str], place: Path, seconds: float, clocks: peer.Clocks
) -> Iterator[Work]:
    """The work of each page under each filter, then that of a search (filter `search`) on the timeline."""
    builds = builds_for(events)
    build = current_build(builds)
    engine = store.open_read_only(build)
    asked = workload.filters(engine)
    word = workload.middling_word(build)
    with peer.serve(peer.make_copy(build, place), place / "datasette.log") as address:
        for name, filters in asked.items():
            theirs = _theirs(partial(peer.filter_address, address, filters), seconds, clocks)
            for page in pages:
                yield _work((events, page, name), engine, builds, filters, theirs, seconds, clocks)
        if "timeline" in pages:
            found, theirs = (
                Filters(words=word),
                _theirs(partial(peer.search_address, address, word), seconds, clocks),
            )
            yield _work((events, "timeline", "search"), engine, builds, found, theirs, seconds, clocks)
    engine.dispose()


def _theirs(address: Callable[..., str], seconds: float, clocks: peer.Clocks) -> tuple[Times, Times]:
    """The page as it comes, and bare; each fetched once before, as ours is read once before."""
    found = []
    for url in (address(), address(bare=True)):
        peer.fetch(url)
        found.append(measure_times(partial(peer.fetch, url), ROUNDS, seconds, clocks.theirs))
    return found[0], found[1]


def _work(
    named: tuple[int, str, str],
    engine: Engine,
    builds: Path,
    filters: Filters,
    theirs: tuple[Times, Times],
    seconds: float,
    clocks: peer.Clocks,
) -> Work:
    asked = readings.list_readings(builds, named[1], filters)
    rows = readings.read_again(engine, asked)
    ours = measure_times(lambda: readings.read_again(engine, asked), ROUNDS, seconds, clocks.ours)
    return Work(*named, len(asked), rows, ours, *theirs)


def verdicts(found: Sequence[Work]) -> Iterator[str]:
    """The goals, each with the worst figure: ratios by size, search, growth from 10k on."""
    for events in dict.fromkeys(work.events for work in found):
        here = [work for work in found if work.events == events]
        pages = [work for work in here if work.filter != "search"]
        worst, barest = max(pages, key=lambda w: w.to_html), max(pages, key=lambda w: w.to_bare)
        verdict = next(
            (compare_with_goal(worst.to_html, goal) for size, goal in GOALS if events >= size),
            f"{worst.to_html:.3g}",
        )
        size = format_size(events)
        yield f"{size}: at most {verdict} of html, {worst.page} under {worst.filter}"
        yield f"{size}: at most {barest.to_bare:.3g} of bare, {barest.page} under {barest.filter}"
        for work in here:
            if work.filter == "search":
                verdict = compare_with_goal(work.to_html, 0.1)
                yield f"{size}: search {verdict} of html, {work.to_bare:.3g} of bare"
    sizes = sorted({work.events for work in found if work.events >= 10_000})
    if len(sizes) > 1:
        yield from _growth(found, sizes[0], sizes[-1])


def _growth(found: Sequence[Work], small: int, large: int) -> Iterator[str]:
    for name, goal in GROWTH.items():
        before = {w.page: w.ours.median for w in found if (w.events, w.filter) == (small, name)}
        after = {w.page: w.ours.median for w in found if (w.events, w.filter) == (large, name)}
        each = {page: ratio(after[page], before[page]) for page in before}
        worst = max(each, key=lambda page: each[page])
        growth = compare_with_goal(each[worst], goal)
        yield f"{small:,} to {large:,} events under {name}: grows {growth}, {worst}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10000], help="0: the real record")
    parser.add_argument("--pages", nargs="+", default=list(readings.PAGES), choices=readings.PAGES)
    parser.add_argument(
        "--clock", choices=peer.CLOCKS, default="wall", help="cpu: on a machine that others use"
    )
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS, help="for each figure, at most")
    parser.add_argument("--engines", action="store_true", help="engines, by CPU, in place of Datasette")
    wanted = parser.parse_args(arguments)
    if wanted.engines:
        _compare_engines(wanted.events, wanted.pages, wanted.seconds)
        return
    found: list[Work] = []
    with tempfile.TemporaryDirectory(prefix="chegara-peer-") as place:
        for events in wanted.events:
            for work in measure(events, wanted.pages, Path(place), wanted.seconds, peer.CLOCKS[wanted.clock]):
                found.append(work)
                print(f"  {work.events:,} {work.page} {work.filter}: {work.ours.median:.1f} ms", flush=True)
    print(table(HEAD, [work.row() for work in found]))
    print("\n".join(verdicts(found)))


def _compare_engines(sizes: Sequence[int], pages: Sequence[str], seconds: float) -> None:
    found: list[database.Work] = []
    for events in sizes:
        for work in database.measure(events, pages, seconds):
            found.append(work)
            print("  {:,} {} {} {} {}: {:.1f} {:.1f} {:.1f} ms".format(*work[:-1], *work.medians), flush=True)
    print(database.tell(found))


if __name__ == "__main__":
    main()
