"""What the page of a thing costs the server: `python -m bench.things`.

CPU seconds of a run, medians: at the first visit to a thing, when its questions are new, and at later ones.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from streamlit.util import calc_hash

from bench.cpu import GOAL, SETTLED
from bench.load import arguments, builds
from bench.server import Server, start
from bench.session import Session
from data import engines, store
from data.links import THINGS
from data.queries.things import index

SAID_AT = {
    "events": """SELECT event_id FROM statements WHERE event_id IS NOT NULL
GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT :most""",
    "recommendations": "SELECT id FROM recommendations ORDER BY id LIMIT :most",
    "statements": "SELECT id FROM statements ORDER BY id LIMIT :most",
}
"""Ids of rows that the index does not list."""


async def measure(server: Server, things: dict[str, list[str]], times: int) -> dict[str, list[list[float]]]:
    """By page the costs of first visits and of later ones."""
    session = Session(server.url)
    await session.open()
    found: dict[str, list[list[float]]] = {}
    for page, ids in things.items():
        found[page] = [[await _cost(server, session, page, each) for each in ids] for _ in range(times)]
    await session.close()
    return found


async def _cost(server: Server, session: Session, page: str, identity: str) -> float:
    before = server.cpu()
    run = await session.visit(calc_hash(page), f"id={identity}")
    if run.faults:
        raise RuntimeError(f"{page}?id={identity}: {run.faults}")
    await asyncio.sleep(SETTLED)
    return server.cpu() - before


def list_busiest(builds_folder: Path, most: int) -> dict[str, list[str]]:
    """By page the ids of the things with most events, and of events at which most was said."""
    path = store.current_build(builds_folder)
    if path is None:
        raise RuntimeError("there is no build")
    engine = store.open_read_only(path)
    found = {}
    for table, page in THINGS.items():
        if table in SAID_AT:
            found[page] = [each for (each,) in engines.select(engine, SAID_AT[table], {"most": most}).rows]
        else:
            rows = engines.read_records(engine, index.list_things(table, "", 0, most, is_busiest_first=True))
            found[page] = [row["id"] for row in rows]
    return found


def main() -> int:
    parser = arguments("things")
    parser.add_argument("--times", type=int, default=5, help="visits to each")
    parser.add_argument("--things", type=int, default=5, help="things of a kind, the busiest")
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="chegara-things-") as place,
        start(folder := builds(Path(place)), wanted.port) as server,
    ):
        found = asyncio.run(measure(server, list_busiest(folder, wanted.things), wanted.times))
    for page, (first, *later) in found.items():
        again = median([cost for visit in later for cost in visit])
        mark = "*" if again > GOAL else ""
        print(
            f"{page:<12} first {median(first):.3f}  later {again:.3f}{mark}  most {max(map(max, later)):.3f}"
        )
    print(f"* over {GOAL} s; load average {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
