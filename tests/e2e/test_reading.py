"""What a reader meets beside the screen of a desk: paper, a phone, words that open their meaning."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.test_browser import PHONE, open_page
from tests.e2e.waiting import until

pytestmark = pytest.mark.browser


def test_paper_holds_whole_pictures_without_panel_and_buttons(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    open_page(page, f"{server}/timeline?org=unodc", "Timeline")
    pictures = page.get_by_test_id("stPlotlyChart")
    expect(pictures.nth(1).locator(".scatterlayer path.point").first).to_be_visible()
    drawn = "document.querySelectorAll('.stPlotlyChart .main-svg, .stDataFrame canvas')"
    widths = f"[...{drawn}].map(each => each.getBoundingClientRect().width)"
    assert until(page, lambda: max(page.evaluate(widths)), lambda width: width > 700) > 700
    page.wait_for_function("() => window.fitsToPaper")
    fitted = page.evaluate(f"() => {{ dispatchEvent(new Event('beforeprint')); return {widths}; }}")
    assert max(fitted) <= 681
    page.emulate_media(media="print")
    for name in ("stSidebar", "stPopover", "stButtonGroup", "stButton"):
        expect(page.get_by_test_id(name).filter(visible=True)).to_have_count(0)
    expect(page.get_by_text("Filters: UNODC.")).to_be_visible()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    zoom = "each => each.style.zoom"
    assert until(page, lambda: pictures.first.evaluate(zoom), lambda found: found == "") == ""


def test_a_dotted_word_opens_its_meaning_by_mouse_and_by_key(page: Page, server: str) -> None:
    open_page(page, server, "Overview")
    word = page.get_by_role("button", name="border liaison offices", exact=True)
    meaning = page.get_by_text("share information directly")
    expect(meaning).to_be_hidden()
    word.click()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(meaning).to_be_in_viewport()


def test_on_a_phone_the_list_comes_before_the_pictures(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport=PHONE).new_page()
    open_page(page, f"{server}/timeline?view=pictures", "Timeline")
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
    table, pictures = page.get_by_test_id("stDataFrame").first, page.locator(".st-key-pictures")
    top = "e => e.getBoundingClientRect().top"
    tops = until(
        page, lambda: [each.evaluate(top) for each in (table, pictures)], lambda two: two[0] < two[1]
    )
    assert tops[0] < tops[1]
