"""Readers at once, each with time to think, on a dashboard of their own: `python -m bench.load`.

Real sessions over WebSocket, on this machine alone, so the readers share its cores with the server: what is
printed is an upper bound. With `--relentless` one more never thinks; the figures are those of the others.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.people import Person
from bench.server import Server, start
from bench.session import Run, Session
from data import store
from etl import pipeline

Row = tuple[str, float, str, float | None]
"""What was measured, the figure, its unit, and the goal: at most so much; None where there is none."""


@dataclass(slots=True)
class Seen:
    """What all readers met."""

    first: list[float] = field(default_factory=list)
    runs: list[float] = field(default_factory=list)
    restless: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    cpu: float = 0.0
    memory: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """MB before, at the peak, and after the rest."""


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values does not exceed; NaN of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


async def _reader(person: Person, think: float, until: float, seen: Seen, chance: random.Random) -> None:
    """Arrive, then think and act until the time is over; `think` 0 is the reader who never rests."""
    try:
        await asyncio.sleep(chance.uniform(0, min(think, until - time.monotonic())))
        _note(await person.arrive(), seen.first, seen)
        while time.monotonic() < until:
            await asyncio.sleep(chance.uniform(0.5, 1.5) * think)
            run = await person.act()
            seen.sizes.append(run.size)
            _note(run, seen.runs if think else seen.restless, seen)
    except Exception as error:  # what ends a reader is a result
        seen.faults.append(f"the session ended: {error!r}")
    finally:
        await person.session.close()


def _note(run: Run, seconds: list[float], seen: Seen) -> None:
    seconds.append(run.seconds)
    seen.faults += run.faults


async def _watch(server: Server, until: float, seen: Seen) -> None:
    while time.monotonic() < until:
        seen.health.append(await asyncio.to_thread(server.health))
        await asyncio.sleep(1)


async def load(server: Server, wanted: argparse.Namespace) -> Seen:
    """What the readers met, and what it cost the server."""
    seen, before, cpu = Seen(), server.memory(), server.cpu()
    until = time.monotonic() + wanted.seconds
    thinks = [wanted.think] * wanted.sessions + [0.0] * wanted.relentless
    chances = [random.Random(wanted.seed + number) for number in range(len(thinks))]  # noqa: S311 - no secret
    await asyncio.gather(
        _watch(server, until, seen),
        *(
            _reader(Person(Session(server.url), wanted.seed + number), think, until, seen, chances[number])
            for number, think in enumerate(thinks)
        ),
    )
    seen.cpu = (server.cpu() - cpu) / max(1, len(seen.sizes) + len(seen.first))
    await asyncio.sleep(wanted.rest)
    seen.memory = before, server.memory(peak=True), server.memory()
    return seen


def rows(seen: Seen, wanted: argparse.Namespace) -> list[Row]:
    """The figures with their goals."""
    before, peak, after = seen.memory
    found: list[Row] = [
        ("reruns", len(seen.sizes), "", None),
        ("rerun p50", percentile(seen.runs, 0.5), "s", None if wanted.relentless else 0.15),
        ("rerun p95", percentile(seen.runs, 0.95), "s", 1.0 if wanted.relentless else 0.5),
        ("rerun p99", percentile(seen.runs, 0.99), "s", None if wanted.relentless else 1.0),
        ("first page p95", percentile(seen.first, 0.95), "s", 2.0),
        ("errors", len(seen.faults), "", 0),
        ("CPU per rerun", seen.cpu, "s", 0.03),
        ("sent per rerun", sum(seen.sizes) / max(1, len(seen.sizes)) / 1000, "KB", 300),
        ("health answers in at most", max(seen.health, default=float("nan")), "s", 0.2),
        ("memory before", before, "MB", None),
        ("memory at its peak", peak, "MB", 600),
        (f"memory {wanted.rest:.0f} s after", after, "MB", 1.1 * before if wanted.rest >= 180 else None),
    ]
    if wanted.relentless:
        found.append(("reruns of the relentless", len(seen.restless), "", None))
    return found


def format_rows(found: list[Row]) -> str:
    """A table with the goal beside each figure."""
    lines = []
    for name, figure, unit, goal in found:
        said = (
            "" if goal is None else f"<= {goal:g} {unit}".rstrip() + ("" if figure <= goal else "   MISSED")
        )
        shown = f"{figure:,.0f}" if unit in ("", "MB", "KB") else f"{figure:.3f}"
        lines.append(f"{name:<28} {shown:>9} {unit:<3} {said}".rstrip())
    return "\n".join(lines)


def arguments(program: str) -> argparse.ArgumentParser:
    """What the benches of a running dashboard are all given."""
    parser = argparse.ArgumentParser(prog=f"python -m bench.{program}")
    parser.add_argument("--port", type=int, help="else any that is free")
    parser.add_argument("--seed", type=int, default=4, help="of what readers do")
    return parser


def builds(place: Path) -> Path:
    """The folder of builds if it serves one, else one made in `place` of the record."""
    if store.current_build(store.folder()):
        return store.folder()
    pipeline.build(store.CURATED, place)
    return place


def main() -> int:
    parser = arguments("load")
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--think", type=float, default=5, help="seconds, on average, before each action")
    parser.add_argument("--seconds", type=float, default=60, help="for which they act")
    parser.add_argument(
        "--rest", type=float, default=0, help="seconds after they left until memory is read again"
    )
    parser.add_argument("--relentless", action="store_true", help="one more reader, who never thinks")
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="chegara-load-") as place,
        start(builds(Path(place)), wanted.port) as server,
    ):
        seen = asyncio.run(load(server, wanted))
    print(f"{wanted.sessions} sessions, {wanted.think:g} s to think, {wanted.seconds:g} s; ", end="")
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    print(format_rows(rows(seen, wanted)))
    for fault in sorted(set(seen.faults))[:10]:
        print(f"  {seen.faults.count(fault)}× {fault}")
    return int(bool(seen.faults))


if __name__ == "__main__":
    sys.exit(main())
