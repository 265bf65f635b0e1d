"""The frame in a browser: pages that fit their window, the menu of a phone, the focus, what axe finds."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.access import list_violations
from tests.e2e.test_browser import DESKTOP, PAGES, PHONE, open_page
from tests.e2e.waiting import choose, settle

pytestmark = pytest.mark.browser
ADDRESSES = [
    *(f"{path}?org=unodc" for path in PAGES),
    "timeline?event=2022-03-03-tashkent-jpoa",
    "network?node=unodc&focus=unodc",
    "offices?office=dusti",
    "recommendations?recommendation=mirziyoyev-2022-consolidate-efforts",
    "evidence?source=unodc-2013-06-farap-evaluation",
    "index",
    "organisation?id=unodc",
    "event?id=2022-03-03-tashkent-jpoa",
    "search?q=uzbek",
    "border?id=TJK-UZB",
    "person?id=waly-ghada",
]
"""Every page, panels of several kinds, and things of several kinds."""
SCHEMES: tuple[Literal["dark"], Literal["light"]] = ("dark", "light")
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 31)"}
WIDTHS = (DESKTOP["width"], PHONE["width"], 320)


def test_the_menu_of_a_phone_is_closed_until_it_is_called_and_after_a_choice(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    open_page(page, f"{server}/extracts", "Extracts")
    called, panel = page.get_by_role("button", name="Menu and filters"), page.get_by_test_id("stSidebar")
    assert "Menu and filters" in called.evaluate("e => getComputedStyle(e, '::after').content")

    def call() -> None:
        expect(called).to_be_visible()
        called.tap()
        expect(panel).to_have_attribute("data-collapsed", "false")

    call()
    page.reload()
    settle(page)
    expect(panel).to_have_attribute("data-collapsed", "true")
    call()
    choose(page, "Country", "Uzbekistan")
    expect(panel).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_role("button", name="Uzbekistan ✕")).to_be_in_viewport()
    settle(page)
    call()
    panel.get_by_role("link", name="Evidence").click()
    expect(panel).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_role("heading", name="Evidence", exact=True, level=1)).to_be_in_viewport()


def test_the_focus_is_seen_in_the_menu_and_a_table_has_no_search_of_its_own(page: Page, server: str) -> None:
    open_page(page, f"{server}/extracts", "Extracts")
    link = page.get_by_test_id("stSidebar").get_by_role("link", name="Network")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Timeline").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("outline", "rgb(11, 107, 116) solid 2px")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_role("button", name="Fullscreen").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Search:"))).to_have_count(0)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.split("?")[0] or "overview")
def test_every_page_fits_its_window_and_is_accessible_in_both_themes(
    page: Page, server: str, address: str
) -> None:
    page.goto(f"{server}/{address}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    main = page.get_by_test_id("stMain")
    for number, width in enumerate(WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES if number % 2 else reversed(SCHEMES):
            page.emulate_media(color_scheme=scheme)
            expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUNDS[scheme])
            settle(page)
            expect(page.get_by_test_id("stException")).to_have_count(0)
            assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
            assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
            assert list_violations(page) == [], f"{width}, {scheme}"
