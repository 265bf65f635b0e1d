"""When a page of the dashboard is ready to be looked at, and how to pick from a list that may close."""

import re
import time
from collections.abc import Callable
from itertools import count
from typing import TypeVar

from playwright.sync_api import Frame, Locator, Page, TimeoutError, expect

T = TypeVar("T")
PATIENCE = 60_000
"""Milliseconds that a page may take for anything: a busy machine is slow, and no fault of the page."""
STEADY, FRAMES = 200, 10
"""Milliseconds and frames that a page has to be at rest: it may run again for what its parts tell."""
TRIES = 8
_SETTLED = """([call, least, frames]) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = {stPlotlyChart: ".main-svg", stEChartsChart: "canvas, svg", stDataFrame: "canvas"};
  const waits = Object.entries(drawn).some(([name, picture]) =>
    [...document.querySelectorAll(`[data-testid="${name}"]`)].some((each) => !each.querySelector(picture)));
  const fades = document.getAnimations().some((each) =>
    each.playState === "running" && each.effect.getComputedTiming().endTime < Infinity);
  const is_still = app?.dataset.testScriptState === "notRunning" && !waits && !fades
    && document.fonts.status === "loaded"
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
  if (!is_still || window.still?.call !== call)
    window.still = { call, since: performance.now(), frames: 0 };
  return is_still && performance.now() - window.still.since >= least && window.still.frames++ >= frames;
}"""
_HEARD = """(button, words) => new MutationObserver(() => {
  if (button.textContent === words) button.dataset.said = words;
}).observe(button, { childList: true, characterData: true, subtree: true })"""
_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_calls = count()


def settle(page: Page | Frame, timeout: float = PATIENCE) -> None:
    """Wait until the script rests, and nothing on the page is stale, fading, a placeholder or not yet drawn.

    After a click the old state may still be seen for a moment: wait for what the click brings first.
    """
    page.wait_for_function(_SETTLED, arg=[next(_calls), STEADY, FRAMES], timeout=timeout)


def until(page: Page, look: Callable[[], T], is_right: Callable[[T], bool]) -> T:
    """What is seen once it is right, or when patience ends, for the assertion that follows."""
    give_up = time.monotonic() + PATIENCE / 1000
    while not is_right(seen := look()) and time.monotonic() < give_up:
        page.wait_for_timeout(100)
    return seen


def expect_to_say(button: Locator, words: str) -> None:
    """Click a button that says some words for a moment only."""
    button.evaluate(_HEARD, words)
    button.click()
    expect(button).to_have_attribute("data-said", words)


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
            wanted.click(timeout=8_000)
        except TimeoutError:
            continue
        return
    expect(wanted).to_be_visible()
