"""Start of the dashboard: `python -m bench.start --events 0 10000` (0: the real record).

From the command to the first page in a browser; then each page in a browser that has never been here, on the
warm server, with the bytes that it fetched (page, scripts, fonts, and what came over the socket). It never
fails by time.
"""

import argparse
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from time import perf_counter
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from bench.browsing import browser, time_load
from bench.figures import Times, compare_with_goal, table
from bench.server import start
from bench.sizes import builds_for, format_size

PAGES = ("", "timeline", "network", "offices", "recommendations", "evidence", "extracts", "about")
GOAL_MS, GOAL_MB = 1500.0, 4.0
BINARY = 2
"""Frames of a WebSocket that hold bytes: the browser reports them in base64."""
HEAD = ("events", "page", "what", "times", "p50 ms", "p95 ms", "MB")


class Row(NamedTuple):
    """One page, cold or warm; `megabytes` fetched, the most of the times."""

    events: int
    page: str
    what: str
    times: Times
    megabytes: float


def measure(browser: Browser, events: int, rounds: int) -> Iterator[Row]:
    """The server and the first page from nothing, then every page in fresh browsers."""
    builds = builds_for(events)
    began = perf_counter()
    with ExitStack() as stack:
        address = stack.enter_context(start(builds)).url
        answers = 1000 * (perf_counter() - began)
        yield Row(events, "overview", "server answers", Times((answers,)), 0.0)
        _, megabytes = _fresh(browser, address)
        first = 1000 * (perf_counter() - began)
        yield Row(events, "overview", "first page, cold", Times((first,)), megabytes)
        for page in PAGES:
            each = [_fresh(browser, f"{address}/{page}") for _ in range(rounds)]
            times = Times(tuple(time for time, _ in each))
            yield Row(events, page or "overview", "fresh browser, warm", times, max(mb for _, mb in each))


def _fresh(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds until the page is all there, and the megabytes that were sent for it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(120_000)
    sent = [0.0]

    def add(event: dict[str, Any]) -> None:
        sent[0] += float(event.get("encodedDataLength") or 0)

    def add_frame(event: dict[str, Any]) -> None:
        data = event["response"]["payloadData"]
        sent[0] += len(b64decode(data) if event["response"]["opcode"] == BINARY else data)

    watch = context.new_cdp_session(page)
    watch.on("Network.loadingFinished", add)
    watch.on("Network.webSocketFrameReceived", add_frame)
    watch.send("Network.enable")
    time = time_load(page, address)
    context.close()
    return time, sent[0] / 1e6


def verdicts(found: Sequence[Row]) -> Iterator[str]:
    """The goals for a warm first page, and for bytes, with the worst page at each size."""
    for events in dict.fromkeys(row.events for row in found):
        warm = [row for row in found if row.events == events and "warm" in row.what]
        first, heaviest = warm[0], max(warm, key=lambda row: row.megabytes)
        yield f"{format_size(events)}: first page warm, ms {compare_with_goal(first.times.median, GOAL_MS)}"
        yield f"{format_size(events)}: first page, MB {compare_with_goal(first.megabytes, GOAL_MB)}"
        verdict = compare_with_goal(heaviest.megabytes, GOAL_MB)
        yield f"{format_size(events)}: heaviest page, MB {verdict}, {heaviest.page}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[1000, 10000], help="0: the real record")
    parser.add_argument("--real", action="store_true", help="the real record alone")
    parser.add_argument("--rounds", type=int, default=3, help="fresh browsers for each page")
    wanted = parser.parse_args(arguments)
    found: list[Row] = []
    with browser() as chromium:
        for events in [0] if wanted.real else wanted.events:
            for row in measure(chromium, events, wanted.rounds):
                found.append(row)
                print(f"  {row.events:,} {row.page} {row.what}: {row.times.median:.0f} ms", flush=True)
    rows = [
        (r.events, r.page, r.what, len(r.times.each), r.times.median, r.times.p95, r.megabytes) for r in found
    ]
    print(table(HEAD, rows))
    print("\n".join(verdicts(found)))


if __name__ == "__main__":
    main()
