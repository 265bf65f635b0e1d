"""Compare in a browser: from an organisation to another beside it, by mouse and key, then periods."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.access import list_violations
from tests.e2e.waiting import choose, settle

pytestmark = pytest.mark.browser
WIDTHS = (1440, 390, 320)
SHARED = "Shared by both: 12 events"


def expect_sound(page: Page) -> None:
    """Axe finds nothing, and the page is no wider than the screen, whatever that is."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert list_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        cut = "e => [...e.querySelectorAll('th, td')].filter(c => c.scrollWidth > c.clientWidth + 1).length"
        assert page.locator('[data-testid="stMain"]').evaluate(cut) == 0, width
    page.set_viewport_size({"width": 1440, "height": 900})
    settle(page)


def test_things_and_periods_stand_side_by_side(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(has_webgl=False, color_scheme="dark").new_page()
    page.goto(f"{server}/organisation?id=unodc")
    settle(page)
    page.get_by_role("link", name="Compare with others").click()
    page.wait_for_url("**/compare?of=organisation&id=unodc")
    expect(page.locator("p.lead").first).to_contain_text("Choose one or two more")
    choose(page, "Up to three organisations", "OSCE")
    page.wait_for_url("**/compare?*id=unodc~osce")
    expect(page.locator("p.lead").first).to_contain_text(SHARED)
    settle(page)
    page.keyboard.press("Escape")  # the list stays open for a third
    expect_sound(page)
    part = page.get_by_role("radio", name="Only OSCE")
    part.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**part=2**")
    settle(page)
    here = page.url
    page.get_by_role("table", name="Events by kind").get_by_role("link", name="11", exact=True).click()
    page.wait_for_url("**/organisation?kind=conference&id=osce")
    expect(page.locator("p.lead").first).to_contain_text("In 11 of its 25 events")
    page.go_back()
    page.wait_for_url(here)
    expect(page.locator("p.lead").first).to_contain_text(SHARED)
    settle(page)
    page.get_by_role("radio", name="Periods").click()
    page.wait_for_url("**/compare?of=period")
    expect(page.locator("p.lead").first).to_contain_text("Choose two or three periods")
    settle(page)
    for text in ("2016-2020", "2021-2025"):
        page.get_by_label("Up to three periods").first.fill(text)
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name=f"{text.replace('-', '–')}")).to_be_visible()
        settle(page)
    expect(page.locator("p.lead").first).to_contain_text("Shared by both: 10 events")
    fresh = new_context(has_webgl=False).new_page()
    fresh.goto(page.url)
    expect(fresh.locator("p.lead").first).to_contain_text("Shared by both: 10 events")
