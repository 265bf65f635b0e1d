"""How long a brief of 200 events takes, in each format, and how much memory: `python -m bench.brief`.

The record is the one that is served. The goal is 5 s for 200 events.
"""

import resource
import sys
import time

from data import engines, store
from data.brief import formats
from data.brief.basket import Basket, Item
from data.brief.request import Length, Request
from data.filters import Filters
from data.queries.events import list as events
from etl.publish.current_build import open_current_build

EVENTS, GOAL = 200, 5.0


def main() -> int:
    """Print a line a format; 1 where one of the three formats of a brief misses the goal."""
    engine = open_current_build(store.find_place())
    rows = engines.read_records(engine, events.list_events(Filters(), most=EVENTS))
    basket = Basket(tuple(Item("events", row["id"]) for row in rows))
    formats.make_brief(engine, Request(length=Length.ONE), "docx")  # imports, fonts, outlines
    print(f"{len(rows)} events\n\n| what | format | wall s | CPU s | kB |\n|---|---|---:|---:|---:|")
    slowest = 0.0
    for what, request in (("basket", Request(basket=basket, length=Length.WHOLE)), ("filter", _everything())):
        for form in (*formats.WRITERS, "ris", "un", "chicago"):
            wall, cpu = time.perf_counter(), time.process_time()
            content = formats.make_brief(engine, request, form)
            taken = time.perf_counter() - wall
            slowest = max(slowest, taken) if form in formats.WRITERS else slowest
            cpu = time.process_time() - cpu
            print(f"| {what} | {form} | {taken:.1f} | {cpu:.1f} | {len(content) / 1000:,.0f} |")
    print(f"\nPeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB.")
    return int(slowest > GOAL)


def _everything() -> Request:
    return Request(length=Length.WHOLE)


if __name__ == "__main__":
    sys.exit(main())
