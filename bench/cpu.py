"""What one rerun costs the server, page by page and action by action: `python -m bench.cpu`.

One reader, one action at a time; CPU seconds of the whole server process (medians), and what it sent. Last
the same filters in a bare Streamlit app with the same panel (`bench/bare.py`).
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Iterator
from itertools import product
from pathlib import Path
from statistics import median

from bench.load import arguments, builds
from bench.people import PAGES, list_options, list_tables
from bench.server import Server, start, started_bare
from bench.session import Run, Session

GOAL = 0.03
SETTLED = 0.08
"""Seconds after the answer within which the server has tidied up."""
ACTIONS = ("page", "filter, new", "filter, seen", "card, new", "card, seen")
Cost = tuple[float, float]
"""CPU seconds and KB sent."""


async def measure(server: Server, wanted: argparse.Namespace) -> dict[str, dict[str, list[Cost]]]:
    """By page and action, what each repetition cost."""
    session = Session(server.url)
    await session.open()
    unseen = iter(list_options(session, "f_org"))
    found: dict[str, dict[str, list[Cost]]] = {}
    for page in PAGES:
        if page in wanted.pages:
            found[page or "overview"] = await _page(server, session, page, unseen, wanted.times)
    await session.close()
    return found


async def measure_bare(server: Server, times: int) -> dict[str, list[Cost]]:
    """What filters cost the bare app."""
    session = Session(server.url)
    await session.open()
    costs: dict[str, list[Cost]] = {action: [] for action in ACTIONS}
    names = list_options(session, "f_org")[:times]
    for action, name in product(("filter, new", "filter, seen"), names):
        costs[action].append(await _cost(server, session.change(f_org=[name])))
    await session.close()
    return costs


async def _cost(server: Server, doing: Awaitable[Run]) -> Cost:
    """What one action costs; RuntimeError where it ends in a fault."""
    before = server.cpu()
    run = await doing
    if run.faults:
        raise RuntimeError(str(run.faults))
    await asyncio.sleep(SETTLED)
    return server.cpu() - before, run.size / 1000


async def _page(
    server: Server, session: Session, page: str, unseen: Iterator[str], times: int
) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {action: [] for action in ACTIONS}

    async def take(action: str, doing: Awaitable[Run]) -> None:
        costs[action].append(await _cost(server, doing))

    for _ in range(times):
        await session.follow("extracts")
        await take("page", session.follow(page))
    names = [next(unseen) for _ in range(times)]
    for action, name in product(("filter, new", "filter, seen"), names):
        await take(action, session.change(f_org=[name]))
    await session.change(f_org=[])
    for action, number in product(("card, new", "card, seen"), range(times)):
        if tables := list_tables(session):
            table, rows = tables[number % len(tables)]
            await take(action, session.pick(table, number % rows))
    return costs


def format_costs(found: dict[str, dict[str, list[Cost]]]) -> str:
    """CPU seconds and KB by page and action; what misses the goal has a mark."""
    lines = [f"{'CPU s (KB sent)':<16}" + "".join(f"{action:>18}" for action in ACTIONS)]
    for page, costs in found.items():
        cells = []
        for action in ACTIONS:
            if made := costs[action]:
                seconds, size = median(c for c, _ in made), median(s for _, s in made)
                cells.append(f"{seconds:.3f}{'*' if seconds > GOAL else ' '} ({size:,.0f})")
            else:
                cells.append("-")
        lines.append(f"{page:<16}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join([*lines, f"* over {GOAL} s; load average {os.getloadavg()[0]:.1f}"])


def main() -> int:
    parser = arguments("cpu")
    parser.add_argument("--times", type=int, default=8, help="repetitions of each")
    parser.add_argument("--pages", nargs="*", default=PAGES, help="by path; the overview is ''")
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="chegara-cpu-") as place,
        start(builds(Path(place)), wanted.port) as server,
    ):
        found = asyncio.run(measure(server, wanted))
        with started_bare(builds(Path(place))) as bare:
            found["bare"] = asyncio.run(measure_bare(bare, wanted.times))
        print(format_costs(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
