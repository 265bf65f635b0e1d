"""Damaged folders of tables, thousands of them: `python -m bench.fuzz`, `--folders 100000` for a release.

With `--uploads 2000` damaged uploads instead (bench/fuzz_uploads.py).

Each folder is the invented record, a file or two of it damaged at random, most of them in one small place; it
is built as `python -m etl build` does, beside a build that is served. It is taken or refused as
docs/reliability.md promises: an exit code, lines that name true places, nothing half published. Anything else
is a finding, reported with the seed that makes the folder again.
"""

import argparse
import io
import json
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType

from bench import fuzz_frames, fuzz_uploads, oracle, record
from bench.damages import COARSE, FINE, Damage
from bench.record import CURATED
from bench.variants import vary_folder
from etl.commands.command_line import main as load
from etl.verify import expectations

SLOWEST = 5
"""Seconds of CPU that a folder may take."""
MEMORY = 2_000_000_000
"""Bytes that the process may take in all."""
SHARES = {"fine": 80, "dress": 10, "coarse": 10}
"""How often a folder is damaged in a small place, written in another way alone, or damaged badly."""
DRESS = "written otherwise"
TYPED: dict[str, Damage] = {name: FINE[name] for name in ("one byte", "one byte less")} | COARSE
"""What can be done to a file that holds no rows."""


class Folder:
    """The invented record, its files damaged and mended again, and the builds that it is built into."""

    def __init__(self, place: Path) -> None:
        self.data, self.builds, self._before = place / "curated", place / "builds", place / "before"
        shutil.copytree(CURATED, self.data)
        self._names = sorted(path.name for path in CURATED.iterdir())
        if self.load()[0]:
            raise RuntimeError("the record is refused before it is damaged")
        shutil.copytree(self.builds, self._before)

    def load(self, *terms: str) -> tuple[int, dict[str, object]]:
        """Exit code and report of a load; whatever it raises comes through."""
        said = io.StringIO()
        arguments = ["--data", str(self.data), "--store", str(self.builds), "--format", "json", *terms]
        with redirect_stdout(said), redirect_stderr(io.StringIO()):
            code = load(arguments)
        return code, json.loads(said.getvalue())

    def damage(self, chance: random.Random) -> list[str]:
        """Damage a file or two; what was done to which."""
        kind = chance.choices([*SHARES], [*SHARES.values()])[0]
        names = chance.sample(self._names, chance.choice((1, 1, 1, 2)))
        done = []
        for name in names:
            content = (CURATED / name).read_bytes()
            for what, damage in _choose_damages(kind, name, chance):
                content = damage(content, chance)
                done.append(f"{what}: {name}")
            (self.data / name).write_bytes(content)
        return done

    def mend(self) -> None:
        """All files as they were, and the first build served."""
        for name in self._names:
            shutil.copyfile(CURATED / name, self.data / name)
        shutil.rmtree(self.builds)
        shutil.copytree(self._before, self.builds)

    def faults(self, code: int, report: dict[str, object], is_dressed: bool) -> Iterator[str]:
        """What must not be, after a load."""
        yield from oracle.list_untrue(self.data, report)
        if left := record.count_leftovers(self.builds):
            yield f"{left} files are left over"
        if code == 3:
            yield from oracle.list_changes(self._before, self.builds)
            if not report["faults"]:
                yield "refused without a fault"
        elif code == 0:
            yield from oracle.list_build_faults(self.builds, report)
        else:
            yield f"exit code {code}: {report}"
        if is_dressed and code:
            yield f"what was written in another way is refused: {report['faults']}"
        elif is_dressed and oracle.read_data(self.builds) != oracle.read_data(self._before):
            yield "what was written in another way became other data"


def _choose_damages(kind: str, name: str, chance: random.Random) -> list[tuple[str, Damage]]:
    if kind == "dress":
        return [] if name == expectations.FILE else [(DRESS, vary_folder)]
    known = COARSE if kind == "coarse" else TYPED if name == expectations.FILE else FINE
    return chance.choices([*known.items()], k=chance.choice((1, 1, 1, 2)))


class SlowError(Exception):
    """A folder took longer than it may."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SlowError("took too long")


def judge_folder(folder: Folder, seed: int) -> tuple[str, list[str], list[str]]:
    """The outcome for the folder that the seed makes, what was damaged, and what must not be."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    done = folder.damage(chance)
    terms = ["--accept-counts", "damaged on purpose"] if chance.random() < 0.5 else []
    is_dressed = all(what.startswith(DRESS) for what in done)
    signal.setitimer(signal.ITIMER_PROF, SLOWEST)
    try:
        code, report = folder.load(*terms)
        signal.setitimer(signal.ITIMER_PROF, 0)
        found = list(folder.faults(code, report, is_dressed))
    except (Exception, SystemExit) as error:
        return "raised", done, [f"{type(error).__name__}: {error}"]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    taken = "taken with warnings" if report.get("warnings") else "taken"
    return "refused" if code else taken, done, found


def run(folders: int, seconds: float, seed: int, place: Path) -> tuple[Counter[str], list[str]]:
    """Outcomes of all folders and by damage, and each finding in words."""
    until = time.monotonic() + seconds
    figures, findings = Counter[str](), list[str]()
    folder = Folder(place)
    signal.signal(signal.SIGPROF, _stop)
    for number in range(seed, seed + folders):
        began = time.process_time()
        outcome, done, found = judge_folder(folder, number)
        figures[outcome] += 1
        figures["slowest, in CPU ms"] = max(
            figures["slowest, in CPU ms"], int(1000 * (time.process_time() - began))
        )
        for what in {damage.split(": ")[0] for damage in done}:
            figures[f"{what}, {outcome}"] += 1
        findings += [f"seed {number}, {', '.join(done)}: {fault}" for fault in found]
        folder.mend()
        if time.monotonic() > until:
            break
    return figures, findings


OUTCOMES = ("taken", "taken with warnings", "refused", "raised")


def format_outcomes(figures: Counter[str]) -> str:
    """All folders, then by damage the number of each outcome."""
    rows = [("all folders", [figures[outcome] for outcome in OUTCOMES])]
    for what in (DRESS, *FINE, *COARSE):
        rows.append((what, [figures[f"{what}, {outcome}"] for outcome in OUTCOMES]))
    lines = [f"{'':<20}{'folders':>9}" + "".join(f"{outcome:>21}" for outcome in OUTCOMES)]
    for what, numbers in rows:
        total = sum(numbers)
        cells = (f"{number:,} ({number / max(1, total):.0%})" for number in numbers)
        lines.append(f"{what:<20}{total:>9,}" + "".join(f"{cell:>21}" for cell in cells))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz")
    parser.add_argument("--folders", type=int, default=3000)
    parser.add_argument("--uploads", type=int, help="damaged uploads, so many, instead of folders")
    parser.add_argument("--seconds", type=float, default=600, help="stop after so long, if that comes first")
    parser.add_argument("--seed", type=int, default=1, help="of the first folder; the next has the next")
    parser.add_argument(
        "--frames", type=float, help="attack a server by frames and requests, so many seconds"
    )
    wanted = parser.parse_args()
    if wanted.uploads:
        return uploads(wanted.uploads, wanted.seconds, wanted.seed)
    if wanted.frames:
        return fuzz_frames.report(*fuzz_frames.run(wanted.frames, wanted.seed))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with tempfile.TemporaryDirectory(prefix="chegara-fuzz-") as place:
        figures, findings = run(wanted.folders, wanted.seconds, wanted.seed, Path(place))
    print(format_outcomes(figures))
    print(f"slowest: {figures['slowest, in CPU ms']:,} ms of CPU, ", end="")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000:,} MB")
    return format_report(findings)


def uploads(number: int, seconds: float, seed: int) -> int:
    """Try damaged uploads; 1 if something was found."""
    with tempfile.TemporaryDirectory(prefix="chegara-fuzz-") as place:
        figures, findings = fuzz_uploads.run(number, seconds, seed, Path(place))
    print("\n".join(f"{what:<30}{count:>9,}" for what, count in sorted(figures.items())))
    return format_report(findings)


def format_report(findings: list[str]) -> int:
    """Print what was found; 1 if anything was."""
    print("\n".join(findings[:50]))
    print(f"{'FAILED' if findings else 'PASSED'}: {len(findings)} of what must not happen")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
