"""Pictures as files in a browser: saved, copied, printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.waiting import settle

pytestmark = pytest.mark.browser
PAGES = [("recommendations", "recommendations", "bars"), ("network", "network", "network")]
READ_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  return [item.types[0], (await item.getType("image/png")).size];
}"""


def open_menu(page: Page, address: str, menu: str) -> None:
    page.goto(address)
    settle(page, 60_000)
    page.locator(f".st-key-picture-{menu}").get_by_role("button").click()
    expect(page.get_by_role("button", name="PNG").first).to_be_visible(timeout=30_000)


@pytest.mark.parametrize(("path", "menu", "name"), PAGES)
def test_a_picture_is_saved_from_its_menu(
    page: Page, server: str, path: str, menu: str, name: str, tmp_path: Path
) -> None:
    open_menu(page, f"{server}/{path}", menu)
    settle(page)
    assert Axe().run(page).violations_count == 0
    with page.expect_download(timeout=60_000) as saving:
        page.locator(f".st-key-get-{name}-png button").click()
    saving.value.save_as(tmp_path / "picture.png")
    assert saving.value.suggested_filename.startswith(f"chegara_{name}_all_")
    with Image.open(tmp_path / "picture.png") as image:
        assert image.width == 1520


def test_a_picture_is_copied_as_png(server: str, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    open_menu(page, f"{server}/recommendations", "recommendations")
    page.locator(".st-key-copy-bars").get_by_role("button").click()
    expect(page.locator(".st-key-copy-bars").get_by_role("button")).to_have_text("Copied", timeout=30_000)
    kind, size = page.evaluate(READ_CLIPBOARD)
    assert kind == "image/png"
    assert size > 10_000


def test_paper_has_the_network_as_a_drawing_in_place_of_the_canvas(page: Page, server: str) -> None:
    page.goto(f"{server}/network?org=unodc")
    settle(page, 60_000)
    paper = page.locator(".st-key-paper-network")
    expect(paper).to_be_attached(timeout=60_000)
    expect(paper).to_be_hidden()
    page.wait_for_function("document.querySelector('.st-key-paper-network .stBidiComponent')")
    page.wait_for_timeout(1000)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(paper.locator("svg")).to_be_visible()
    expect(paper.locator("svg")).to_contain_text("Filter: UNODC")
    expect(page.locator(".st-key-graph")).to_be_hidden()
    expect(page.locator(".st-key-settings")).to_be_hidden()
