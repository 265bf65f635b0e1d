"""Builds published one after another while people read: `python -m bench.reloads --swaps 100 --sessions 20`.

Each build bears its number in texts of all parts of the pages, so a run that mixed two builds, or
showed one older than what was published when it was requested, is found. The last line is the
result; the exit code is 1 if anything was mixed, old or at fault.
"""

import argparse
import asyncio
import multiprocessing
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.load import arguments, percentile
from bench.people import PAGES, list_tables
from bench.record import CURATED
from bench.server import Server, start
from bench.session import Run, Session
from etl import pipeline

BAD = ("mixed", "older than asked for", "without a number", "errors")
"""What must not happen even once."""
MARKED = {
    "themes.csv": "Drugs,",
    "events.csv": "Round table on alpha borders,",
    "sources.csv": "Alpha report,",
    "recommendations.csv": "Build more posts.",
    "expectations.toml": "test.1",
}
"""Texts, one a file, that bear the number of the build."""
MARK = re.compile(rb"mark(\d+)x")
PAUSE = 0.6
"""Seconds at most between what one reader does and the next thing."""


def make(folder: Path, number: int) -> None:
    """Write the invented record, marked with a number, into `folder`."""
    if not folder.is_dir():
        shutil.copytree(CURATED, folder)
    for name, text in MARKED.items():
        content = (CURATED / name).read_text(encoding="utf-8")
        marked = f"{text[:-1]} mark{number}x{text[-1]}" if name != "expectations.toml" else f"mark{number}x"
        if text not in content:
            raise ValueError(f"{name} does not hold {text!r}")
        (folder / name).write_text(content.replace(text, marked), encoding="utf-8")


def numbers(run: Run) -> set[int]:
    """The numbers of builds in what a run sent."""
    return {int(number) for payload in run.payloads for number in MARK.findall(payload)}


async def _read(
    server: Server, seed: int, published: Callable[[], int], figures: Counter[str], waits: list[float]
) -> None:
    """One reader, until nothing more is published."""
    chance, session, before = random.Random(seed), Session(server.url), 0  # noqa: S311 - no secret
    run = await session.open()
    while (last := published()) >= 0:
        if tables := list_tables(session):
            table, rows = chance.choice(tables)
            act = session.pick(table, chance.randrange(rows))
        else:
            act = session.follow(chance.choice([*PAGES, "extracts"]))
        if chance.random() < 0.6:
            act.close()
            act = session.follow(chance.choice([*PAGES, "extracts"]))
        run = await act
        found = numbers(run)
        waits.append(run.seconds)
        figures["page runs"] += 1
        figures["mixed"] += len(found) > 1
        figures["without a number"] += not found
        figures["older than asked for"] += bool(found) and min(found) < last
        figures["new builds seen"] += bool(found) and max(found) > before
        figures["errors"] += len(run.faults)
        for fault in run.faults:
            print(f"  {fault}")
        before = max(found, default=before)
        await asyncio.sleep(chance.uniform(0, PAUSE))
    await session.close()


async def reload(server: Server, place: Path, wanted: argparse.Namespace) -> tuple[Counter[str], list[float]]:
    """Publish while the readers read; what was counted, and how long each run took."""
    figures, waits = Counter(dict.fromkeys(("builds published", "page runs", *BAD), 0)), list[float]()
    now = 0

    async def publish() -> None:
        nonlocal now
        until, loop = time.monotonic() + wanted.seconds, asyncio.get_running_loop()
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
            for number in range(1, wanted.swaps + 1):
                make(place / "curated", number)
                await loop.run_in_executor(other, pipeline.build, place / "curated", place / "builds")
                now = number
                figures["builds published"] += 1
                await asyncio.sleep(wanted.pause)
                if time.monotonic() > until:
                    break
        now = -1

    readers = [_read(server, wanted.seed + n, lambda: now, figures, waits) for n in range(wanted.sessions)]
    await asyncio.gather(publish(), *readers)
    return figures, waits


def main() -> int:
    parser = arguments("reloads")
    parser.add_argument("--swaps", type=int, default=100, help="builds to publish")
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--pause", type=float, default=1, help="seconds from one build to the next")
    parser.add_argument("--seconds", type=float, default=600, help="publish no more after so long")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chegara-reloads-") as folder:
        place = Path(folder)
        make(place / "curated", 0)
        pipeline.build(place / "curated", place / "builds")
        with start(place / "builds", wanted.port) as server:
            figures, waits = asyncio.run(reload(server, place, wanted))
    for name, number in figures.items():
        print(f"{name:<26} {number:>7,}")
    print(f"a run took {percentile(waits, 0.5):.2f} s (median), at most {max(waits, default=0):.2f} s")
    bad = sum(figures[name] for name in BAD)
    print(f"{'FAILED' if bad else 'PASSED'}: {bad} of what must not happen")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
