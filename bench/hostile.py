"""The dashboard on a record of hostile text, in a browser: `python -m bench.hostile`.

Every page is opened, light and dark, with cards, notes, filters, pictures under the pointer and what a reader
can type; counted is what ran, what was asked of another host, which links are nobody's, and what text is not
shown as it was typed. Served without the launcher: that the pages are inert must not rest on its headers.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from bench import page_contents, payloads
from bench.hostile_addresses import list_cards, list_overdone, list_typed, list_views, read_rows
from data import store
from data.schema.models import Url
from etl import pipeline
from etl.staging import tables
from tests.e2e.conftest import ARGUMENTS, NO_WEBGL, STILL
from tests.e2e.serving import BARE, serving
from tests.e2e.waiting import PATIENCE, settle

SIZE: ViewportSize = {"width": 1440, "height": 900}
TYPED = [*payloads.PAYLOADS, "zzzz " + payloads.PAYLOADS[0]]
Scheme = Literal["light", "dark"]
PICTURES = ".js-plotly-plot, [data-testid=stEChartsChart], [data-testid=stDeckGlJsonChart]"


WRONG = {
    "scripts": "scripts run",
    "outside": "requests outside",
    "foreign": "links that are nobody's",
    "changed": "texts not as typed",
    "names": "names of files",
    "failed": "parts that failed",
    "acting": "signs that act",
    "spilled": "texts out of their box",
}


@dataclass
class PageFindings:
    """What was seen, and what must not be: each wrong thing in words."""

    look: page_contents.Look
    views: int = 0
    seen: set[int] = field(default_factory=set)
    foreign: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    acting: list[str] = field(default_factory=list)
    spilled: list[str] = field(default_factory=list)

    def wrong(self) -> dict[str, list[str]]:
        """By the names of WRONG."""
        own = {name: getattr(self, name) for name in WRONG if name not in ("scripts", "outside")}
        return {"scripts": self.look.scripts, "outside": self.look.outside, **own}

    def take(self, page: Page, listed: set[str]) -> None:
        """Read the page as it is now."""
        whole, parts = page_contents.texts(page)
        for texts, may_be_cut in ((whole, False), (parts, True)):
            for text in texts:
                self.seen |= {int(number) for number in re.findall(r"[§=](\d+)", text)}
                self.changed += page_contents.list_changed(text, may_be_cut=may_be_cut)
        self.spilled += page_contents.list_spilled(page)
        self.acting += page_contents.list_acting(page)
        self.foreign += page_contents.list_foreign_links(page, listed)
        self.failed += [page.url] * page.get_by_text("could not be shown").count()
        self.look.ran(page)


def visit(page: Page, url: str, listed: set[str], found: PageFindings, *, is_swept: bool) -> None:
    """Open an address, read the page, unfold what folds, go over its pictures, and press Download."""
    page.goto(url)
    page.locator("h1").first.wait_for()
    settle(page)
    found.views += 1
    found.take(page, listed)
    page.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true; })")
    if (notes := page.locator("sup.note a")).count():
        notes.first.click()
    found.take(page, listed)
    if is_swept:
        for picture in page.locator(PICTURES).all():
            _sweep(page, picture, found, listed)
        for box in page.locator("[data-testid=stMultiSelect] input, [data-testid=stSelectbox] input").all():
            box.click()
            found.take(page, listed)
            page.keyboard.press("Escape")
    menu = page.get_by_role("button", name="Download").first
    if menu.count() and menu.is_enabled():
        menu.click()
        with page.expect_download() as saved:
            page.get_by_role("button", name="CSV").first.click()
        if not re.fullmatch(r"chegara_[a-z0-9_.-]+", saved.value.suggested_filename, re.ASCII):
            found.names.append(saved.value.suggested_filename)


def _sweep(page: Page, picture: Locator, found: PageFindings, listed: set[str]) -> None:
    """Move the pointer over a picture and read what it says."""
    if not picture.is_visible():
        return
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    if box is None:
        return
    for row in range(1, 8):
        for column in range(1, 13):
            page.mouse.move(box["x"] + box["width"] * column / 13, box["y"] + box["height"] * row / 8)
            page.wait_for_timeout(25)
        found.take(page, listed)


def make(place: Path, curated: Path, shift: int = 0) -> list[tuple[str, int]]:
    """Build a record in hostile text into `place`; field and payload of each text, by number."""
    given = payloads.make(curated, place / "curated", shift)
    pipeline.build(place / "curated", place / "builds")
    return given


def list_addresses(curated: Path) -> set[str]:
    """Every address in a column of addresses."""
    return {
        row[column]
        for name in tables.curated_tables()
        for column in tables.columns_of_kind(name, Url)
        for row in read_rows(curated, name)
        if row[column]
    }


def run(
    browser: Browser, url: str, wanted: Sequence[str], links: set[str], scheme: Scheme, *, is_swept: bool
) -> PageFindings:
    """Visit the addresses in a browser of its own; without WebGL where no picture is swept.

    A map that nobody points at says nothing, and software draws it for seconds; its stand-in is text.
    """
    context = browser.new_context(viewport=SIZE, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(STILL)
    if not is_swept:
        context.add_init_script(NO_WEBGL)
    found = PageFindings(page_contents.Look(context))
    page = context.new_page()
    for address in wanted:
        visit(page, f"{url}/{address}", links, found, is_swept=is_swept)
    context.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.hostile")
    parser.add_argument("--cards", type=int, default=10, help="cards of each kind that are opened")
    parser.add_argument("--shift", type=int, default=0, help="moves which text gets which payload")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chegara-hostile-") as name, sync_playwright() as playwright:
        place = Path(name)
        given = make(place, store.CURATED, wanted.shift)
        links = list_addresses(place / "curated")
        browser = playwright.chromium.launch(executable_path=wanted.chromium, args=ARGUMENTS)
        with serving(place / "builds", place / "log", BARE) as url:
            some = list_views(place / "curated")
            results = [
                run(browser, url, some, links, "light", is_swept=True),
                run(browser, url, some, links, "dark", is_swept=False),
                run(
                    browser,
                    url,
                    list(list_cards(place / "curated", wanted.cards)),
                    links,
                    "light",
                    is_swept=False,
                ),
                run(browser, url, [*list_typed(TYPED), *list_overdone()], links, "light", is_swept=False),
            ]
        browser.close()
        traces = (place / "log").read_text(encoding="utf-8").count("Traceback")
    return _print_figures(results, given, traces)


def _print_figures(results: Sequence[PageFindings], given: Sequence[tuple[str, int]], traces: int) -> int:
    """Print the figures, and each wrong thing once; 1 where there is any."""
    seen = {given[number - 1] for found in results for number in found.seen if 0 < number <= len(given)}
    print(f"{'payloads':<26} {len(payloads.PAYLOADS) + len(payloads.ADDRESSES):>7,}")
    print(f"{'fields':<26} {len({name for name, _ in given}):>7,}")
    print(f"{'fields seen':<26} {len({name for name, _ in seen}):>7,}")
    print(f"{'payloads × fields seen':<26} {len(seen):>7,}")
    print(f"{'views':<26} {sum(found.views for found in results):>7,}")
    bad = 0
    for name in WRONG:
        wrong = Counter(each for found in results for each in found.wrong()[name])
        print(f"{WRONG[name]:<26} {sum(wrong.values()):>7,}")
        bad += len(wrong)
        for words, times in wrong.most_common(40):
            print(f"  {times:>5} × {words!r}")
    print(f"{'traces in the log':<26} {traces:>7,}")
    bad += traces
    print(f"{'FAILED' if bad else 'PASSED'}: {bad} of what must not happen")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
