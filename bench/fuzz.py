"""Damaged folders of tables, thousands of them: `python -m bench.fuzz`, `--folders 100000` for a release.

Each folder is the invented record with one to three files damaged at random. It must be taken or refused: an
exception, a report of more than one line a fault, or more than five seconds is a finding, told with the seed
that makes the folder again.
"""

import argparse
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from bench.record import CURATED
from etl import pipeline
from etl.errors import BadData

SLOWEST = 5.0
"""Seconds that a folder may take."""
MEMORY = 2_000_000_000
"""Bytes that the process may take in all."""
SCRAPS = (
    *(
        b"\x00",
        b"\xff",
        b'"',
        b'""',
        b",",
        b"\r",
        b"\n",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        b"\xd0",
        b";",
        b"\t",
    ),
    *(b"<<<<<<< a\n", b"9" * 20, b"nan", b"-", b"=1+1", b"2021-02-31", b"https://[", b"[", b"'" * 3, b"\\"),
    *("٣".encode(), "а".encode(), "\u2028".encode(), "\U000e0041".encode(), b"a" * 20_001, b"\n" * 300),
)
Change = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    """A part is taken out."""
    start, end = sorted(chance.randint(0, len(content)) for _ in range(2))
    return content[:start] + content[end:]


def put(content: bytes, chance: random.Random) -> bytes:
    """Scraps are put somewhere."""
    at = chance.randint(0, len(content))
    return content[:at] + b"".join(chance.choices(SCRAPS, k=chance.randint(1, 4))) + content[at:]


def flip(content: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    changed = bytearray(content)
    for _ in range(min(chance.randint(1, 8), len(changed))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def lines(content: bytes, chance: random.Random) -> bytes:
    """Lines change places, or one stands many times."""
    found = content.splitlines(keepends=True) or [b""]
    chance.shuffle(found) if chance.random() < 0.5 else found.extend([chance.choice(found)] * 50)
    return b"".join(found)


def cells(content: bytes, chance: random.Random) -> bytes:
    """A cell of one line becomes a cell of another."""
    found = content.split(b",")
    found[chance.randrange(len(found))] = chance.choice(found)
    return b",".join(found)


def noise(content: bytes, chance: random.Random) -> bytes:
    """Nothing of the file is left."""
    return chance.randbytes(min(len(content), 400))


CHANGES: tuple[Change, ...] = (cut, put, flip, lines, cells, noise)


def damage(folder: Path, seed: int) -> list[str]:
    """Damage the folder as the seed says; the names of the files."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = sorted(path.name for path in CURATED.iterdir())
    chosen = chance.sample(names, chance.choice((1, 1, 2, 3)))
    for name in chosen:
        content = (CURATED / name).read_bytes()
        for change in chance.choices(CHANGES, weights=(3, 5, 3, 2, 3, 1), k=chance.randint(1, 3)):
            content = change(content, chance)
        (folder / name).write_bytes(content)
    return chosen


def judged(folder: Path) -> str:
    """`taken` or `refused`, or what is wrong with how the folder was judged."""
    try:
        with pipeline.prepared(folder) as found:
            told = [str(fault) for fault in found.warnings]
        outcome = "taken"
    except BadData as refused:
        told = [str(fault) for fault in (*refused.faults, *refused.warnings)]
        outcome = "refused" if refused.faults else "refused without a fault"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return outcome if all(len(line.splitlines()) == 1 for line in told) else "a fault on several lines"


class SlowError(Exception):
    """A folder took longer than it may."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SlowError("took too long")


def run(folders: int, seconds: float, seed: int, place: Path) -> tuple[Counter[str], list[str], float]:
    """How folders were judged, each finding in words, and the longest time of one."""
    until, slowest = time.monotonic() + seconds, 0.0
    figures, findings = Counter[str](), list[str]()
    folder = place / "curated"
    shutil.copytree(CURATED, folder)
    signal.signal(signal.SIGALRM, _stop)
    for number in range(seed, seed + folders):
        names = damage(folder, number)
        began = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, SLOWEST)
        outcome = judged(folder)
        signal.setitimer(signal.ITIMER_REAL, 0)
        slowest = max(slowest, time.monotonic() - began)
        figures[outcome if outcome in ("taken", "refused") else "findings"] += 1
        if outcome not in ("taken", "refused"):
            findings.append(f"seed {number}, {', '.join(names)}: {outcome}")
        for name in names:
            shutil.copyfile(CURATED / name, folder / name)
        if time.monotonic() > until:
            break
    return figures, findings, slowest


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz")
    parser.add_argument("--folders", type=int, default=3000)
    parser.add_argument("--seconds", type=float, default=600, help="stop after so long, if that comes first")
    parser.add_argument("--seed", type=int, default=1, help="of the first folder; the next has the next")
    wanted = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    with tempfile.TemporaryDirectory(prefix="chegara-fuzz-") as place:
        figures, findings, slowest = run(wanted.folders, wanted.seconds, wanted.seed, Path(place))
    print(f"{'folders':<26} {sum(figures.values()):>7,}")
    for name in ("taken", "refused", "findings"):
        print(f"{name:<26} {figures[name]:>7,}")
    print(f"{'slowest, in ms':<26} {slowest * 1000:>7,.0f}")
    print(f"{'peak memory, in MB':<26} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000:>7,}")
    print("\n".join(findings[:50]))
    print(f"{'FAILED' if findings else 'PASSED'}: {len(findings)} of what must not happen")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
