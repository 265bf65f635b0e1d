"""Pictures as files in a browser: saved, copied, printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.access import list_violations
from tests.e2e.waiting import expect_to_say, settle, until

pytestmark = pytest.mark.browser
PAGES = [("recommendations", "recommendations", "bars"), ("network", "network", "network")]
READ_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  return [item.types[0], (await item.getType("image/png")).size];
}"""


def open_menu(page: Page, address: str, menu: str) -> None:
    page.goto(address)
    settle(page)
    page.locator(f".st-key-picture-{menu}").get_by_role("button").click()
    expect(page.get_by_role("button", name="PNG").first).to_be_visible()
    settle(page)
    settle(page)


@pytest.mark.parametrize(("path", "menu", "name"), PAGES)
def test_a_picture_is_saved_from_its_menu(
    page: Page, server: str, path: str, menu: str, name: str, tmp_path: Path
) -> None:
    open_menu(page, f"{server}/{path}", menu)
    assert list_violations(page) == []
    with page.expect_download() as saving:
        page.locator(f".st-key-get-{name}-png button").click()
    saving.value.save_as(tmp_path / "picture.png")
    assert saving.value.suggested_filename.startswith(f"chegara_{name}_all_")
    with Image.open(tmp_path / "picture.png") as image:
        assert image.width == 1520


def test_a_picture_is_copied_as_png(server: str, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    open_menu(page, f"{server}/recommendations", "recommendations")
    expect_to_say(page.locator(".st-key-copy-bars").get_by_role("button"), "Copied")
    kind, size = page.evaluate(READ_CLIPBOARD)
    assert kind == "image/png"
    assert size > 10_000


def test_paper_has_the_network_as_a_drawing_in_place_of_the_canvas(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    page.goto(f"{server}/network?org=unodc")
    settle(page)
    paper = page.locator(".st-key-paper-network")
    expect(paper).to_be_attached()
    expect(paper).to_be_hidden()
    page.emulate_media(media="print")
    drawn = paper.locator("svg")

    def prints() -> bool:
        """A part of a page hears of it once it is on the page: that is seen by no other sign."""
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        return drawn.is_visible()

    assert until(page, prints, bool)
    expect(paper.locator("svg")).to_contain_text("Filter: UNODC")
    expect(page.locator(".st-key-graph")).to_be_hidden()
    expect(page.locator(".st-key-settings")).to_be_hidden()
