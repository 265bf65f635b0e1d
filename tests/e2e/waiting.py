"""When a page of the dashboard is ready to be looked at, and how to pick from a list that may close."""

import re
from itertools import count

from playwright.sync_api import Locator, Page, TimeoutError, expect

STEADY = 200
"""Milliseconds for which a page has to be at rest: it may run again for what its parts tell the server."""
TRIES = 5
_SETTLED = """([call, least]) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = {stPlotlyChart: ".main-svg", stEChartsChart: "canvas, svg", stDataFrame: "canvas"};
  const waits = Object.entries(drawn).some(([name, picture]) =>
    [...document.querySelectorAll(`[data-testid="${name}"]`)].some((each) => !each.querySelector(picture)));
  const is_still = app?.dataset.testScriptState === "notRunning" && !waits
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
  if (!is_still || window.still?.call !== call) window.still = { call, since: performance.now() };
  return is_still && performance.now() - window.still.since >= least;
}"""
_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_calls = count()


def settle(page: Page, timeout: float = 60_000) -> None:
    """Wait until the script rests, and nothing on the page is stale, a placeholder or not yet drawn.

    After a click the old state may still be seen for a moment: wait for what the click brings first.
    """
    page.wait_for_function(_SETTLED, arg=[next(_calls), STEADY], timeout=timeout)


def choose(page: Page, label: str, option: str) -> None:
    """Pick a name from a list of the panel by typing it."""
    pick(page, page.get_by_label(label).first, option, re.compile(rf"^{re.escape(option)} \("))


def pick(page: Page, field: Locator, typed: str, option: re.Pattern[str]) -> None:
    """Type into a field with a list, and click an option; where something closed the list, type again.

    A list closes when what lies around it scrolls, as a browser does to show a field that gets the focus, and
    its options are others after a run of the page.
    """
    settle(page)
    wanted = page.get_by_role("option", name=option)
    for _ in range(TRIES):
        field.scroll_into_view_if_needed()
        page.evaluate(_FRAMES)
        field.fill(typed)
        try:
            wanted.click(timeout=4_000)
        except TimeoutError:
            continue
        return
    expect(wanted).to_be_visible()
