"""Widget change to new page in a browser: `python -m bench.browser --events 0 10000` (0: the real record).

Themes are added one by one in the filter panel, so that each change is a new request: from
the press to the first new text that is painted, and to the page with nothing stale on it. Also a change of
page by the navigation, and a row of a table that opens its card. First the same changes in a bare Streamlit
app with the same panel (`bench/bare.py`). Times in ms, of this machine as it is.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from playwright.sync_api import Browser, Page, TimeoutError

from bench.browsing import WATCH, ChangeTimes, browser, open_page, time_change, time_load
from bench.figures import Times, compare_with_goal, ratio, table
from bench.server import start, started_bare
from bench.sizes import builds_for, format_size

PAGES = ("timeline", "network", "offices", "recommendations", "evidence")
CARDS = {"timeline": "event", "recommendations": "recommendation", "evidence": "source"}
"""Pages with a table whose rows open a card, and what the address then names."""
CHANGES = 10
GOALS = {0: 250.0}
GOAL = 450.0
"""p50 from a filter change to new text: on the real record, and on a generated one."""
BARE, TIMES_BARE = "bare", 1.8
"""The app of `bench/bare.py` as a page, and the multiple of its p50 that the others may take."""
CHOSEN = '[data-testid="stSidebar"] [data-tag]'
"""Values in the panel."""
HEAD = ("events", "page", "what", "times", "new text p50", "p95", "all there p50", "p95")


class Row(NamedTuple):
    """One kind of change on one page."""

    events: int
    page: str
    what: str
    said: Times
    settled: Times


def _row(events: int, page: str, what: str, found: Iterable[ChangeTimes]) -> Row:
    said, settled = zip(*found, strict=True) if (found := list(found)) else ((), ())
    return Row(events, page, what, Times(tuple(time for time in said if time == time)), Times(settled))


def measure(browser: Browser, events: int, changes: int) -> Iterator[Row]:
    """By page: filter changes and, where it has cards, an opened card; then changes of page."""
    with started_bare(builds_for(events)) as server:
        page = open_page(browser, server.url)
        yield _row(events, BARE, "filter", _add_themes(page, changes))
        page.context.close()
    with start(builds_for(events)) as server:
        address = server.url
        for name in PAGES:
            page = open_page(browser, f"{address}/{name}")
            yield _row(events, name, "filter", _add_themes(page, changes))
            if name in CARDS:
                time_load(page, f"{address}/{name}")
                yield _row(events, name, "card", _cards(page, name))
            page.context.close()
        page = open_page(browser, f"{address}/{PAGES[-1]}")
        for name in PAGES:
            yield _row(events, name, "switch", [_change_page(page, name) for _ in range(2)])
        page.context.close()


def _add_themes(page: Page, changes: int) -> Iterator[ChangeTimes]:
    """One more theme each time, by the keyboard, until there is no other or the page does not answer."""
    field = page.get_by_label("Theme", exact=True).first
    for _ in range(changes):
        field.focus()
        page.keyboard.press("ArrowDown")
        with suppress(TimeoutError):
            page.get_by_role("option").first.wait_for(timeout=20_000)
        if not page.get_by_role("option").count():
            return
        before = page.locator(CHOSEN).count()
        yield time_change(page, lambda: page.keyboard.press("Enter"))
        if page.locator(CHOSEN).count() == before:
            raise RuntimeError("the filter did not change")
        page.keyboard.press("Escape")
        page.wait_for_timeout(100)


def _cards(page: Page, name: str) -> Iterator[ChangeTimes]:
    """The first rows of the first table, one after another, each by the box at its beginning."""
    page.evaluate(WATCH)
    grid = page.locator('[data-testid="stDataFrame"]').first
    grid.scroll_into_view_if_needed()
    for row in range(4):
        box = grid.bounding_box()
        if box is None:
            return
        before = page.url
        page.mouse.move(box["x"] + 14, box["y"] + 54 + 35 * row)
        page.wait_for_timeout(150)
        with suppress(TimeoutError):
            time = time_change(page, lambda: _press(page))
            if page.url != before and f"{CARDS[name]}=" in page.url:
                yield time


def _press(page: Page) -> None:
    page.mouse.down()
    page.mouse.up()


def _change_page(page: Page, name: str) -> ChangeTimes:
    here = page.locator(".st-key-nav a").filter(has_text="Overview").first
    time_change(page, here.click)
    return time_change(page, page.locator(f'.st-key-nav a[href*="{name}"]').first.click)


def verdicts(found: Sequence[Row]) -> Iterator[str]:
    """The goal for filter changes, with the slowest page at each size."""
    for events in dict.fromkeys(row.events for row in found):
        changes = [row for row in found if row.events == events and row.what == "filter"]
        slowest = max(changes, key=lambda row: row.said.median)
        told = compare_with_goal(slowest.said.median, GOALS.get(events, GOAL))
        yield f"{format_size(events)}: slowest p50 from a filter change to new text {told}, {slowest.page}"
        bare = next(row.said.median for row in changes if row.page == BARE)
        times = compare_with_goal(ratio(slowest.said.median, bare), TIMES_BARE)
        yield f"{format_size(events)}: {times} times the bare app's {bare:.0f} ms"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10000], help="0: the real record")
    parser.add_argument("--real", action="store_true", help="the real record alone")
    parser.add_argument("--changes", type=int, default=CHANGES, help="of a filter, on each page")
    wanted = parser.parse_args(arguments)
    found: list[Row] = []
    with browser() as chromium:
        for events in [0] if wanted.real else wanted.events:
            for row in measure(chromium, events, wanted.changes):
                found.append(row)
                both = f"{row.said.median:.0f} ms, all there {row.settled.median:.0f}"
                print(f"  {row.events:,} {row.page} {row.what}: {both}", flush=True)
    rows = [
        (*row[:3], len(row.settled.each), row.said.median, row.said.p95, row.settled.median, row.settled.p95)
        for row in found
    ]
    print(table(HEAD, rows))
    print("\n".join(verdicts(found)))


if __name__ == "__main__":
    main()
