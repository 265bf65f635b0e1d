"""A whole build against a bare import of the same files: `python -m bench.etl --events 1000 10000`.

Each runs as a process of its own, one after the other. The peer checks nothing, derives nothing and has no
full-text table. Times in ms. It never fails by time.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from bench import importing, stores
from bench.figures import Times, compare_with_goal, ratio, table
from bench.sizes import format_size
from data import store

GOAL = 6.0
HEAD = ("events", "what", "median", "p95", "CPU", "MB", "rows/s")
SMALL = 10_000
"""Up to so many events each is measured three times, more events once."""
UNKEPT = "PYTHONDONTWRITEBYTECODE"
"""Some machines of developers set it; every build would then compile all libraries once more."""


class Run(NamedTuple):
    """One process from its start to its end: milliseconds by the wall clock and of CPU."""

    wall: float
    cpu: float
    megabytes: float
    """Most memory held at once; a small program shows what this bench holds, which started it."""
    said: str


class Size(NamedTuple):
    """The runs with one number of events, and the report of the last build."""

    events: int
    ours: Sequence[Run]
    peer: Sequence[Run]
    report: dict[str, Any]

    @property
    def rows(self) -> int:
        return sum(self.report["counts"].values())


def run(command: list[str], text: str = "") -> Run:
    """Run a command to its end with `text` as its input; RuntimeError where it fails."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as given:
        given.write(text.encode())
        given.seek(0)
        began = time.perf_counter()
        kept = {name: value for name, value in os.environ.items() if name != UNKEPT}
        child = subprocess.Popen(command, stdin=given, stdout=said, cwd=store.ROOT, env=kept)  # noqa: S603
        _, status, used = os.wait4(child.pid, 0)
        wall = 1000 * (time.perf_counter() - began)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"{command[0]} ended with {child.returncode}")
        said.seek(0)
        cpu = 1000 * (used.ru_utime + used.ru_stime)
        return Run(wall, cpu, used.ru_maxrss / 1000, said.read().decode())


def measure(events: int, repeats: int) -> Size:
    """Build and import in turn, each into a new folder."""
    data = stores.corpus_for(events)
    ours, peer = [], []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory(prefix="chegara-etl-", dir=stores.folder()) as folder:
            ours.append(run([*stores.build_command(data, Path(folder) / "builds"), "--format", "json"]))
        with tempfile.TemporaryDirectory(prefix="chegara-etl-", dir=stores.folder()) as folder:
            peer.append(run(importing.command(data, Path(folder) / "peer"), importing.script(data)))
    return Size(events, ours, peer, json.loads(ours[-1].said))


def rows(size: Size) -> Iterator[tuple[object, ...]]:
    """Of the table: both sides, then the stages of the last build, of which only the wall time is known."""
    for what, runs in (("build", size.ours), ("import", size.peer)):
        wall, cpu, megabytes = (_times(runs, each) for each in ("wall", "cpu", "megabytes"))
        most = megabytes.median if runs is size.ours else ""
        yield (size.events, what, wall.median, wall.p95, cpu.median, most, _rate(size, wall.median))
    stages = {stage: 1000 * seconds for stage, seconds in size.report["seconds"].items()}
    for stage, took in {"start": size.ours[-1].wall - sum(stages.values()), **stages}.items():
        yield (size.events, f"  {stage}", took, "", "", "", _rate(size, took))


def verdicts(found: Sequence[Size]) -> Iterator[str]:
    """The goal at each size, by both clocks, and the power of the events with which a build grows."""
    for size in found:
        wall, cpu = (_ratio(size, clock) for clock in ("wall", "cpu"))
        verdict = compare_with_goal(wall, GOAL)
        yield f"{format_size(size.events)}: build against import {verdict}, by CPU {cpu:.3g}"
    for one, other in pairwise(found):
        costs = [_times(size.ours, "cpu").median for size in (one, other)]
        power = log(costs[1] / costs[0]) / log(other.events / one.events)
        between = f"{one.events:,} to {other.events:,} events"
        yield f"{between}: grows with the power {power:.2f}, by CPU (linear: 1)"


def _times(runs: Sequence[Run], of_what: str) -> Times:
    return Times(tuple(getattr(run, of_what) for run in runs))


def _ratio(size: Size, clock: str) -> float:
    return ratio(_times(size.ours, clock).median, _times(size.peer, clock).median)


def _rate(size: Size, milliseconds: float) -> int:
    """Rows a second."""
    return round(1000 * size.rows / max(milliseconds, 1))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000])
    wanted = parser.parse_args(arguments)
    if not importing.CLI:
        print("No sqlite3 program (Debian: apt-get install sqlite3): Python's csv and executemany stand in.")
    found: list[Size] = []
    for events in sorted(wanted.events):
        found.append(measure(events, 3 if events <= SMALL else 1))
        print(f"  {events:,} build against import: {_ratio(found[-1], 'wall'):.2f}", flush=True)
    print(table(HEAD, [row for size in found for row in rows(size)]))
    print("\n".join(verdicts(found)))


if __name__ == "__main__":
    main()
