"""The desk in a browser: four documents from file to merged row, by click and by key; closed elsewhere."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from data.drafts.draft import list_drafts
from data.drafts.folders import CURATED_SETTING, SETTING
from tests.conftest import CURATED
from tests.e2e.access import list_violations
from tests.e2e.serving import ROOT, serving, wait_until
from tests.e2e.waiting import settle
from tests.etl.page_files import KINDS, write_page

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=\"console.error('ran')\"> **bold** [link](javascript:alert(1)) :red[x] $x^2$"
"""A paragraph of the document that the page must show letter by letter."""


def call(place: Path, *words: str, store: Path | None = None) -> str:
    """A command of the desk in `place`; what it prints."""
    options = ["--data", str(place / "curated"), *(["--store", str(store)] if store else [])]
    command = [sys.executable, "-m", "etl", *words, *options]
    settings = {SETTING: str(place / "desk"), "CHEGARA_DOCUMENTS": str(place / "documents")}
    environment = {**os.environ, **settings}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk over the invented data, with a draft of each kind of page."""
    found = tmp_path_factory.mktemp("desk")
    shutil.copytree(CURATED, found / "curated")
    pages = [write_page(found, kind) for kind in KINDS]
    text = pages[0].read_text(encoding="utf-8")
    shown = f"<p>{escape(HOSTILE)} stood on the page.</p></article>"
    pages[0].write_text(text.replace("</article>", shown), encoding="utf-8")
    call(found, "draft", *map(str, pages), "--published", "2024-05-08", "--publisher", "Press")
    call(found, "build", store=found / "store")
    return found


@pytest.fixture(scope="module")
def desk_server(place: Path) -> Iterator[str]:
    log = place / "log.txt"
    settings = {SETTING: str(place / "desk"), CURATED_SETTING: str(place / "curated")}
    with serving(place / "store", log, settings=settings) as url:
        wait_until(f"{url}/ready")
        yield url
    assert "Traceback" not in log.read_text(encoding="utf-8")


def press(page: Page, key: str) -> None:
    """A key of a card, once the page has answered the one before."""
    page.locator("h1").click()
    page.keyboard.press(key)
    settle(page)


def decide_all(page: Page, by_key: bool) -> None:
    """Accept the certain ones of a list at once where that is offered, and the others one by one."""
    waiting = page.locator(".deskcard b", has_text=re.compile("^to decide$"))
    at_once = page.locator(".st-key-desk-S button")
    for _ in range(12):
        if not waiting.count():
            return
        if at_once.count():
            act, button = "s", at_once
        else:
            act, button = "a", page.locator(".st-key-desk-A button")
        if by_key:
            press(page, act)
        else:
            button.click()
            settle(page)
    expect(waiting).to_have_count(0)


def fill_metadata(page: Page, number: int) -> None:
    page.get_by_label("Title, in our own words").fill(f"Course {number} for officers")
    page.get_by_label("What it reports, in our own words").fill("Reports a course.")
    page.get_by_label("Id of the source").fill(f"press-course-{number}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Before it can be checked")).to_have_count(0)
    settle(page)


def test_four_documents_go_from_file_to_row(
    place: Path, desk_server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(has_webgl=False).new_page()
    page.goto(f"{desk_server}/desk")
    expect(page.get_by_role("heading", name="Desk", level=1)).to_be_visible()
    names = list_drafts(place / "desk" / "drafts")
    for number, name in enumerate(names):
        page.goto(f"{desk_server}/desk?draft={name}")
        expect(page.locator(".document .para").first).to_be_visible()
        settle(page)
        if number == 0:
            expect(page.locator(".document")).to_contain_text(HOSTILE)
            look_closely(page)
        decide_all(page, by_key=number % 2 == 0)
        fill_metadata(page, number)
    call(place, "check-draft", *names)
    page.reload()
    expect(page.get_by_text("The check holds. It can be merged.")).to_be_visible()
    page.get_by_text("Rows that this draft adds").click()
    expect(page.get_by_text("Swedish Coast Agency").last).to_be_visible()
    assert "Merged" in call(place, "merge-draft", *names)
    page.reload()
    expect(page.get_by_text("This draft is merged.")).to_be_visible()
    rows = (place / "curated" / "events.csv").read_text(encoding="utf-8").splitlines()[-len(names) :]
    assert [row.split(",")[1] for row in rows] == [f"press-course-{number}" for number in range(len(names))]


def look_closely(page: Page) -> None:
    """What else a card can do, on one draft: marks, edit, reject, later, undo, by hand, axe, a phone."""
    assert list_violations(page) == []
    page.locator(".document .mark.person").click()
    expect(page.locator(".deskcard.person")).to_be_visible()
    settle(page)
    press(page, "x")
    expect(page.locator(".mark.person.rejected")).to_be_visible()
    press(page, "u")
    expect(page.locator(".mark.person.rejected")).to_have_count(0)
    expect(page.locator(".deskcard.person")).to_be_visible()
    press(page, "l")
    page.locator(".document .mark.participants").click()
    expect(page.locator(".deskcard.participants")).to_be_visible()
    press(page, "e")
    page.get_by_label("Value", exact=True).first.fill("25")
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator(".document .mark.participants.kept")).to_be_visible()
    settle(page)
    press(page, "u")
    add_by_hand(page)
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    document, card = (page.locator(each).bounding_box() for each in (".document", ".deskcard"))
    assert document is not None
    assert card is not None
    assert document["width"] <= 390
    assert card["y"] >= document["y"] + document["height"]
    assert list_violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    settle(page)


def add_by_hand(page: Page) -> None:
    """Words are proven before they can be kept."""
    page.get_by_text("Add by hand").click()
    words = page.get_by_label("Its words in the document")
    add = page.get_by_role("button", name="Add", exact=True)
    for text, said in (
        ("not in it", "does not stand in the document"),
        ("Beta Organisation", "stands 2 times"),
        ("took part in all of it", "These words stand once, in ¶"),
    ):
        expect(add).to_be_disabled()
        words.fill(text)
        words.press("Enter")
        expect(page.get_by_text(said)).to_be_visible()
    settle(page)
    page.get_by_label("Value", exact=True).last.fill("2024-05-03")
    page.get_by_label("Value", exact=True).last.press("Enter")
    settle(page)
    add.click()
    expect(page.locator(".deskcard b", has_text="added by hand")).to_be_visible()
    settle(page)
    press(page, "u")
    expect(page.locator(".deskcard b", has_text="added by hand")).to_have_count(0)
