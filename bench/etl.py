"""A whole build against a bare import of the same files: `python -m bench.etl --events 1000 10000`.

Each runs as a process of its own, one after the other. The peer checks nothing, derives nothing and has no
full-text table. Fails by no time.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from math import log
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench import importing, stores
from data import store

GOAL = 6
SMALL = 10_000
"""Up to so many events each is measured three times, more events once."""
UNKEPT = "PYTHONDONTWRITEBYTECODE"
"""Some machines of developers set it; every build would then compile all libraries once more."""


class Run(NamedTuple):
    seconds: float
    cpu: float
    megabytes: float
    """Most memory held at once."""
    said: str


class Size(NamedTuple):
    """What one number of events came to: medians, and the report of the last build."""

    events: int
    ours: Run
    peer: Run
    report: dict[str, Any]


def run(command: list[str], text: str = "") -> Run:
    """Run a command to its end with `text` as its input; RuntimeError where it fails."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as given:
        given.write(text.encode())
        given.seek(0)
        began = time.perf_counter()
        kept = {name: value for name, value in os.environ.items() if name != UNKEPT}
        child = subprocess.Popen(command, stdin=given, stdout=said, cwd=store.ROOT, env=kept)  # noqa: S603
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"{command[0]} ended with {child.returncode}")
        said.seek(0)
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, said.read().decode())


def measured(events: int, repeats: int) -> Size:
    """Build and import in turn, each into a new folder."""
    data = stores.corpus_for(events)
    ours, peer = [], []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory(prefix="chegara-etl-", dir=stores.folder()) as folder:
            ours.append(run([*stores.build_command(data, Path(folder) / "builds"), "--format", "json"]))
        with tempfile.TemporaryDirectory(prefix="chegara-etl-", dir=stores.folder()) as folder:
            peer.append(run(importing.command(data, Path(folder) / "peer"), importing.script(data)))
    return Size(events, _middle(ours), _middle(peer), json.loads(ours[-1].said))


def _middle(runs: list[Run]) -> Run:
    seconds, cpu, megabytes = (
        median(getattr(one, name) for one in runs) for name in ("seconds", "cpu", "megabytes")
    )
    return Run(seconds, cpu, megabytes, runs[-1].said)


def lines(size: Size) -> list[str]:
    """A size in words and figures."""
    rows, ratio = sum(size.report["counts"].values()), size.ours.seconds / size.peer.seconds
    stages = [
        f"    {stage:<9} {seconds:9.2f} s {rows / max(seconds, 0.001):12,.0f} rows/s"
        for stage, seconds in size.report["seconds"].items()
    ]
    return [
        f"{size.events:,} events, {rows:,} rows",
        *(
            f"  {name:<9} {one.seconds:9.2f} s {one.cpu:9.2f} s CPU {one.megabytes:8,.0f} MB"
            for name, one in (("build", size.ours), ("import", size.peer))
        ),
        f"  ratio     {ratio:9.2f}, by CPU {size.ours.cpu / size.peer.cpu:.2f} (goal: at most {GOAL})",
        *stages,
    ]


def growth(one: Size, other: Size) -> float:
    """The power of the number of events with which the build grows: 1 is linear."""
    return log(other.ours.cpu / one.ours.cpu) / log(other.events / one.events)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.etl", description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10_000])
    wanted = parser.parse_args()
    if not importing.CLI:
        print("No sqlite3 program (Debian: apt-get install sqlite3): Python's csv and executemany stand in.")
    before: Size | None = None
    for events in sorted(wanted.events):
        size = measured(events, 3 if events <= SMALL else 1)
        print("\n".join(lines(size)))
        if before:
            print(
                f"  growth    {growth(before, size):9.2f} from {before.events:,} events, by CPU (linear: 1)"
            )
        before = size


if __name__ == "__main__":
    main()
