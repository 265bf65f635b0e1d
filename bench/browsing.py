"""A browser that measures a dashboard: from an action of the reader to the page that it brings."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60_000
HEAR = """
window.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address);
    this.addEventListener("message", () => { window.heard = performance.now(); });
  }
};
"""
"""In the page before it loads: time of the server's last message; a short run ends before it is seen."""
WATCH = """() => {
  window.chegara = { began: null, ran: false, said: null, settled: null };
  const began = () =>
    Object.assign(window.chegara, { began: performance.now(), ran: false, said: null, settled: null });
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, began, true);
  const isText = change => change.type === "characterData"
    || [...change.addedNodes].some(node => node.nodeName !== "STYLE" && node.textContent.trim());
  new MutationObserver(changes => {
    const w = window.chegara;
    if (w.said !== null || w.began === null || !changes.some(isText)) return;
    w.said = Infinity;
    requestAnimationFrame(() => setTimeout(() => { w.said = performance.now(); }));
  }).observe(document.querySelector('[data-testid="stMain"]'), {
    childList: true, characterData: true, subtree: true,
  });
  const look = () => {
    const w = window.chegara, app = document.querySelector('[data-testid="stApp"]');
    const state = app?.getAttribute("data-test-script-state");
    const busy = state !== "notRunning"
      || document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
    if (window.heard > w.began) w.ran = true;
    if (busy || window.heard > w.settled) w.settled = null;
    if (busy) w.ran = true;
    else if (w.ran && w.settled === null) w.settled = performance.now();
    setTimeout(look, 4);
  };
  look();
}"""
"""In the page: when the reader last pressed anything, when new text that this brought was first painted, and
when the page was all there."""
DONE = "() => window.chegara.settled !== null && performance.now() - window.chegara.settled > 150"
TOOK = """() => {
  const { began, said, settled } = window.chegara;
  return [said, settled].map(time => time === null ? NaN : time - began);
}"""
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.getAttribute("data-test-script-state") === "notRunning"
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
}"""


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium of this machine: the one named in CHROMIUM, else one on the path."""
    named = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found is None:
        raise FileNotFoundError("No Chromium found: run `make chromium`, or name one in CHROMIUM.")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        try:
            yield opened
        finally:
            opened.close()


def open_page(browser: Browser, address: str) -> Page:
    """The page in a context of its own, settled, with a watch on it."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(HEAR)
    time_load(page, address)
    page.evaluate(WATCH)
    return page


def time_load(page: Page, address: str) -> float:
    """Milliseconds until the page at the address is all there."""
    began = perf_counter()
    page.goto(address)
    page.wait_for_selector("h1")
    page.wait_for_function(SETTLED)
    return 1000 * (perf_counter() - began)


class ChangeTimes(NamedTuple):
    """Milliseconds from a press to the first new text on the page (NaN: there was none), and to all of it."""

    said: float
    settled: float


def time_change(page: Page, act: Callable[[], object]) -> ChangeTimes:
    """From the last press of `act` to the page that it brings."""
    act()
    page.wait_for_function(DONE)
    return ChangeTimes(*page.evaluate(TOOK))
