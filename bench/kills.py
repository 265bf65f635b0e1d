"""Loads killed with -9 at stepped and random moments, a reader polling: `python -m bench.kills --loads 500`.

The last line is the result; the exit code is 1 if anything served was ever not whole or a next load failed.
Every tenth load is `python -m etl build` in a process of its own, the others are forks, which start at once.
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

from bench import record
from bench.record import BrokenError
from data import store
from etl.__main__ import main as load

BAD = ("broken", "backwards", "next load failed", "leftovers after it", "polls broken", "polls backwards")
"""What must not happen even once."""
REAL = 10
STEP = 0.618
"""Of the length of a load, from one stepped moment to the next: any number of them fills it evenly."""


def run(loads: int, seconds: float, place: Path, seed: int) -> Counter[str]:
    """Kill so many loads in `place`, or for so long, and let one finish after each; what was counted."""
    until = time.monotonic() + seconds
    data, builds = place / "curated", place / "builds"
    figures = Counter(dict.fromkeys((*BAD, "old", "new"), 0))
    lasts = _lasts(data, builds)
    reader = _forked(lambda: _poll(place))
    moments = random.Random(seed)  # noqa: S311 - no secret
    for number in range(1, loads + 1):
        is_real = number % REAL == 0
        share = number * STEP % 1.1 if number % 2 else moments.uniform(0, 1.1)
        took = _one(number, share * lasts[is_real], is_real, place, figures)
        lasts = {of: took * lasts[of] / lasts[False] for of in lasts}  # the machine may be busier by now
        if time.monotonic() > until:
            break
    (place / "stop").touch()
    if os.waitpid(reader, 0)[1]:
        raise RuntimeError("the reader failed")
    figures.update(json.loads((place / "polls").read_text()))
    return figures


def _lasts(data: Path, builds: Path) -> dict[bool, float]:
    """How many seconds a whole load takes, forked (False) and as a process of its own (True)."""
    found = {}
    for number, is_real in enumerate((False, True, False, True)):  # the second of each counts: warm
        record.make(data, -number)
        began = time.monotonic()
        if _ended(_started(data, builds, is_real)):
            raise RuntimeError("an undisturbed load failed")
        found[is_real] = time.monotonic() - began
    return found


def _one(number: int, moment: float, is_real: bool, place: Path, figures: Counter[str]) -> float:
    """Kill one load, let the next finish; how many seconds that one took."""
    data, builds = place / "curated", place / "builds"
    before = record.served(builds)
    record.make(data, number)
    for _ in range(1 + (number % 4 == 0)):  # now and then the recovery is killed too
        process = _started(data, builds, is_real)
        time.sleep(moment)
        os.kill(process, signal.SIGKILL)
        figures["loads"] += 1
        figures["killed"] += _ended(process) == -signal.SIGKILL
        figures["killed and left something"] += record.leftovers(builds) > 0
        try:
            after = record.served(builds)
            figures["old" if after == before else "new" if after == number else "backwards"] += 1
        except BrokenError:
            figures["broken"] += 1
    began = time.monotonic()
    figures["next load failed"] += _ended(_started(data, builds, is_real=False)) != 0
    took = time.monotonic() - began
    figures["leftovers after it"] += record.leftovers(builds)
    figures["broken"] += record.served(builds) != number
    return took


def _started(data: Path, builds: Path, is_real: bool) -> int:
    """The number of the process that loads."""
    arguments = ["build", "--data", str(data), "--store", str(builds)]
    if is_real:
        command = [sys.executable, "-m", "etl", *arguments]
        return subprocess.Popen(command, cwd=store.ROOT, stdout=subprocess.DEVNULL).pid  # noqa: S603
    return _forked(lambda: load(arguments))


def _forked(work: Callable[[], int]) -> int:
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


def _ended(process: int) -> int:
    """The exit code, once there is one; the negative signal where it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _poll(place: Path) -> int:
    """Read what is served every 10 ms until told to stop."""
    figures = {"polls": 0, "polls broken": 0, "polls backwards": 0}
    last = None
    while not (place / "stop").exists():
        try:
            number = record.served(place / "builds")
            figures["polls backwards"] += last is not None and 0 < number < last
            last = number
        except BrokenError:
            figures["polls broken"] += 1
        figures["polls"] += 1
        time.sleep(0.01)
    (place / "polls").write_text(json.dumps(figures))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.kills")
    parser.add_argument("--loads", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=3600, help="stop after so long, if that comes first")
    parser.add_argument("--seed", type=int, default=4, help="of the random moments")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chegara-kills-") as place:
        figures = run(wanted.loads, wanted.seconds, Path(place), wanted.seed)
    for name, number in figures.items():
        print(f"{name:<26} {number:>7,}")
    bad = sum(figures[name] for name in BAD)
    print(f"{'FAILED' if bad else 'PASSED'}: {bad} of what must not happen")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
