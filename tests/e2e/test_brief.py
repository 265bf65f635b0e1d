"""From the screen to the page that is handed in: a brief in ten clicks, the basket in the browser."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Page, expect

from bench.payloads import CANARY, PAYLOADS
from tests.e2e.access import list_violations
from tests.e2e.waiting import choose, settle

pytestmark = pytest.mark.browser
COUNT = """addEventListener("click", (event) => {
  if (event.isTrusted && event.detail) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
}, true);"""
KEPT = "JSON.parse(localStorage.getItem('chegara_basket'))?.items"
SOURCE = "24-kg-2019-12-21-kordai-closure"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def wait_for_kept(page: Page, *ids: str) -> None:
    """Until the browser keeps these rows, in this order."""
    wanted = json.dumps(ids, separators=(",", ":"))
    page.wait_for_function(f"() => JSON.stringify({KEPT}?.map((item) => item.id)) === {json.dumps(wanted)}")
    settle(page)


def drag_year(page: Page, end: int, year: int, url: str) -> None:
    """Draw an end of the slider to a year, counted from the first, 2009, of 18."""
    track = page.locator(".st-key-years [data-rac]:not([role])[data-orientation]").bounding_box()
    assert track
    page.locator(".st-key-years [data-rac]:not([role]) > [data-rac]").nth(end).hover()
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] * year / 17, track["y"] + track["height"] / 2, steps=8)
    page.mouse.up()
    page.wait_for_url(url)
    settle(page)


def test_a_brief_is_made_in_ten_clicks(page: Page, server: str, tmp_path: Path) -> None:
    page.add_init_script(COUNT)
    page.goto(server)
    settle(page)
    page.get_by_label("Organisations").first.click()
    choose(page, "Organisations", "UNODC")
    page.wait_for_url("**org=unodc*")
    settle(page)
    page.get_by_label("Search").click()
    page.keyboard.type("border liaison")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=border*")
    settle(page)
    drag_year(page, 0, 12, "**from=2021-01-01*")
    drag_year(page, 1, 16, "**to=2025-12-31*")
    page.get_by_role("link", name="Make a brief of this").click()
    page.wait_for_url("**/brief?*")
    settle(page)
    page.get_by_role("radio", name="Five pages").click()
    settle(page)
    press(page, "Make the brief")
    expect(page.locator(".brief h2").first).to_contain_text("UNODC")
    settle(page)
    assert list_violations(page) == []
    with page.expect_download() as saving:
        press(page, "Word (DOCX)")
    assert int(page.evaluate("sessionStorage.clicks")) <= 10
    saving.value.save_as(tmp_path / "brief.docx")
    content = (tmp_path / "brief.docx").read_bytes()
    text = "\n".join(line.text for line in Document(BytesIO(content)).paragraphs)
    assert "UNODC ROCA counts 24 Border Liaison Offices in all, as of July 2024." in text
    with ZipFile(BytesIO(content)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    assert members["word/footnotes.xml"].count(b"<w:footnote ") > 20
    assert not [name for name, member in members.items() if b"localhost" in member or b"127.0.0.1" in member]
    with page.expect_download() as saving:
        press(page, "Web page (HTML)")
    assert "<h1>" in Path(saving.value.path()).read_text(encoding="utf-8")
    counted = "UNODC ROCA counts 24 Border Liaison Offices in all, as of July 2024."
    expect(page.locator(".brief")).to_contain_text(counted)


def test_the_browser_keeps_the_basket(context: BrowserContext, server: str) -> None:
    page = context.new_page()
    page.goto(f"{server}/evidence?source={SOURCE}")
    settle(page)
    press(page, "Add to basket")
    wait_for_kept(page, SOURCE)
    expect(page.get_by_role("link", name="Brief (1 in the basket)")).to_be_visible()
    page.goto(f"{server}/organisation?id=unodc")
    expect(page.get_by_role("link", name="Brief (1 in the basket)")).to_be_visible()
    settle(page)
    press(page, "Add to basket")
    wait_for_kept(page, SOURCE, "unodc")
    other = context.new_page()
    other.goto(f"{server}/brief?of=basket")
    note = other.get_by_label("Your own note on UNODC")
    expect(note).to_be_visible()
    settle(other)
    note.fill("\n".join(PAYLOADS)[:2_000])
    note.press("Tab")
    other.wait_for_function(f"() => {KEPT}?.[1].note?.length > 999")
    settle(other)
    up = other.get_by_role("button", name="Move up: UNODC")
    up.focus()
    up.press("Enter")
    wait_for_kept(other, "unodc", SOURCE)
    expect(other.get_by_role("button", name="Move down: UNODC")).to_be_focused()
    press(other, "Make the brief")
    expect(other.locator(".brief aside")).to_contain_text("<script>")
    settle(other)
    assert other.evaluate(f"window.{CANARY}") is None
    assert list_violations(other) == []
    press(other, "Empty the basket")
    other.wait_for_function("() => localStorage.getItem('chegara_basket') === null")
    settle(other)
    press(other, "Undo")
    wait_for_kept(other, "unodc", SOURCE)
    other.get_by_role("button", name="Take out: UNODC").click()
    wait_for_kept(other, SOURCE)
    page.bring_to_front()
    page.wait_for_function("() => !document.hidden")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.get_by_role("link", name="Brief (1 in the basket)")).to_be_visible()
    expect(page.get_by_role("button", name="Add to basket")).to_be_visible()
