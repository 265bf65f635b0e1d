"""Loads killed with -9 at stepped and random moments, a reader polling: `python -m bench.kills --loads 500`.

The last line is the result; the exit code is 1 if anything served was ever not whole or a next load failed.
Every tenth load is `etl build` in a process of its own, the others are forks, which start at once. Each
writes a copy of the mart.
A moment is a share of the CPU time that a whole load takes once it reads: so it falls where it is meant to
fall however busy the machine is, and how many fell into which tenth of a load is printed.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench import record
from bench.record import BrokenError
from bench.server import Server
from data import store
from etl import pipeline
from etl.commands.command_line import main as load
from etl.mart import duckdb_copy
from etl.publish.publication import staging_path

BAD = ("broken", "backwards", "next load failed", "leftovers after it", "polls broken", "polls backwards")
"""What must not happen even once."""
LOAD = """
import sys
from etl.mart import duckdb_copy
from etl.commands.command_line import main
duckdb_copy.LEAST = 0
sys.exit(main(sys.argv[1:]))
"""
REAL = 10
STEP = 0.618
"""Of the length of a load, from one stepped moment to the next: any number of them fills it evenly."""
MOST = 1.05
"""The last moment, in lengths of a load: not all take equally long."""
PAUSE = 0.0005
"""Seconds between two looks at a load."""


class Ended(NamedTuple):
    """How a load ended: its exit code, or the negative signal; and CPU seconds since it began to read."""

    code: int
    took: float


class Place(NamedTuple):
    """Where the data lie, of which record, and where builds of it."""

    data: Path
    builds: Path
    of: Path


def run(loads: int, seconds: float, folder: Path, seed: int, of: Path) -> Counter[str]:
    """Kill so many loads in `folder`, or for so long, and let one finish after each; what was counted."""
    until = time.monotonic() + seconds
    duckdb_copy.LEAST = 0
    place = Place(folder / "curated", folder / "builds", of)
    tenths = [f"killed in tenth {tenth}" for tenth in range(1, 11)]
    figures = Counter(dict.fromkeys((*BAD, "old", "new", "loads", "killed", *tenths), 0))
    lasts = _lasts(place)
    reader = _fork(lambda: _poll(folder))
    moments = random.Random(seed)  # noqa: S311 - no secret
    for number in range(1, loads + 1):
        share = number * STEP % MOST if number % 2 else moments.uniform(0, MOST)
        _kill_once(number, share, lasts, place, figures)
        if time.monotonic() > until:
            break
    (folder / "stop").touch()
    if os.waitpid(reader, 0)[1]:
        raise RuntimeError("the reader failed")
    figures.update(json.loads((folder / "polls").read_text()))
    return figures


def _lasts(place: Place) -> dict[bool, float]:
    """CPU seconds of a whole load, forked (False) and as a process of its own (True)."""
    record.make(place.data, -9, place.of)
    # Here, so that forks need not read what never changes; without the command, whose bar has a lock that all
    # forks would share, and one killed would keep.
    pipeline.build(place.data, place.builds)
    found = {}
    for number, is_real in enumerate((False, True), start=-8):
        record.make(place.data, number, place.of)
        ended = _run_load(place, is_real)
        if ended.code:
            raise RuntimeError("an undisturbed load failed")
        found[is_real] = ended.took
    return found


def _kill_once(
    number: int, share: float, lasts: dict[bool, float], place: Place, figures: Counter[str]
) -> None:
    """Kill one load after a share of its length, let the next finish."""
    is_real = number % REAL == 0
    before = record.find_served(place.builds)
    record.make(place.data, number, place.of)
    for _ in range(1 + (number % 4 == 0)):  # now and then the recovery is killed too
        ended = _run_load(place, is_real, share * lasts[is_real])
        figures["loads"] += 1
        if ended.code == -signal.SIGKILL:
            figures["killed"] += 1
            figures[f"killed in tenth {min(10, 1 + int(10 * ended.took / lasts[is_real]))}"] += 1
        figures["killed and left something"] += record.count_leftovers(place.builds) > 0
        try:
            after = record.find_served(place.builds)
            figures["old" if after == before else "new" if after == number else "backwards"] += 1
        except BrokenError:
            figures["broken"] += 1
    figures["next load failed"] += _run_load(place, is_real=False).code != 0
    figures["leftovers after it"] += record.count_leftovers(place.builds)
    figures["broken"] += record.find_served(place.builds) != number
    figures["broken"] += store.list_pointed(place.builds)[0].copy_sha256 is None


def _run_load(place: Place, is_real: bool, after: float = float("inf")) -> Ended:
    """Load, and kill it after so many seconds of CPU since it began to read."""
    before, began = store.file_stamp(staging_path(place.builds)), None
    process = _start_load(place, is_real)
    clock = Server("", process)
    while not os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if began is None and (
            not is_real or store.file_stamp(staging_path(place.builds)) not in (before, (0, 0, 0, 0))
        ):
            began = clock.cpu() if is_real else 0.0
        if began is not None and clock.cpu() - began >= after:
            os.kill(process, signal.SIGKILL)
            break
        time.sleep(PAUSE)
    _, status, used = os.wait4(process, 0)
    return Ended(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime - (began or 0.0))


def _arguments(place: Place) -> list[str]:
    return ["build", "--data", str(place.data), "--store", str(place.builds)]


def _start_load(place: Place, is_real: bool) -> int:
    """The number of the process that loads."""
    if is_real:
        command = [sys.executable, "-c", LOAD, *_arguments(place)]
        return subprocess.Popen(command, cwd=store.ROOT, stdout=subprocess.DEVNULL).pid  # noqa: S603
    return _fork(lambda: load(_arguments(place)))


def _fork(work: Callable[[], int]) -> int:
    """Have a fork of this process do some work, and end with what it returns."""
    sys.stdout.flush()
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        with Path(os.devnull).open("w") as sys.stdout:
            code = work()
    finally:
        os._exit(code)


def _poll(folder: Path) -> int:
    """Read the build that is served every 10 ms until stopped."""
    figures = {"polls": 0, "polls broken": 0, "polls backwards": 0}
    last = None
    while not (folder / "stop").exists():
        try:
            number = record.find_served(folder / "builds")
            figures["polls backwards"] += last is not None and 0 < number < last
            last = number
        except BrokenError:
            figures["polls broken"] += 1
        figures["polls"] += 1
        time.sleep(0.01)
    (folder / "polls").write_text(json.dumps(figures))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.kills")
    parser.add_argument("--loads", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=3600, help="stop after so long, if that comes first")
    parser.add_argument("--seed", type=int, default=4, help="of the random moments")
    parser.add_argument("--real", action="store_true", help="the real record instead of the invented one")
    wanted = parser.parse_args()
    of = store.CURATED if wanted.real else record.CURATED
    with tempfile.TemporaryDirectory(prefix="chegara-kills-") as folder:
        figures = run(wanted.loads, wanted.seconds, Path(folder), wanted.seed, of)
    for name, number in figures.items():
        print(f"{name:<26} {number:>7,}")
    bad = sum(figures[name] for name in BAD)
    print(f"{'FAILED' if bad else 'PASSED'}: {bad} of what must not happen")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
