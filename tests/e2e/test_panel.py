"""The panel of the selected record in a browser: beside the page, as a sheet on a phone, in the network."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.test_browser import DESKTOP, PHONE, open_page
from tests.e2e.waiting import settle, until

pytestmark = pytest.mark.browser


def panel(page: Page) -> Locator:
    return page.locator(".st-key-panel")


def click_row(page: Page, row: int, height: int) -> None:
    """In the middle of a row of the first table, where no box to tick is."""
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    settle(page)
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 33 + height * (row + 0.5))


def test_a_click_or_an_arrow_in_a_table_opens_the_panel_beside_it_and_escape_leads_back(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport=DESKTOP).new_page()
    open_page(page, f"{server}/timeline?org=unodc", "Timeline")
    page.locator("[data-testid=stDataFrame] canvas[tabindex]").first.focus()
    settle(page)
    expect(panel(page)).to_have_count(0)
    for place in (1, 2):
        page.keyboard.press("ArrowDown")
        expect(panel(page)).to_contain_text(f"{place} of ")
        settle(page)
    click_row(page, 2, 61)
    expect(panel(page).locator(".cardtitle").first).to_be_in_viewport()
    expect(panel(page)).to_contain_text("3 of ")
    settle(page)
    first = page.url
    panel(page).get_by_role("button", name="Next ›").press("Enter")
    expect(panel(page)).to_contain_text("4 of ")
    settle(page)
    page.wait_for_url(lambda url: url != first and "org=unodc" in url)
    expect(panel(page).get_by_role("button", name="Next ›")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    settle(page)
    page.wait_for_function("() => document.activeElement.closest('.stDataFrame')")
    page.go_back()
    expect(panel(page)).to_contain_text("4 of ")


def test_on_a_phone_the_panel_covers_the_page_and_notes_open_over_it(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport=PHONE).new_page()
    page.goto(f"{server}/timeline?event=2022-03-03-tashkent-jpoa")
    expect(panel(page)).to_be_focused()
    settle(page)
    whole = {"x": 0, "y": 0, **PHONE}
    assert until(page, panel(page).bounding_box, whole.__eq__) == whole
    note = panel(page).locator("sup.note a").first
    note.click()
    entry = page.locator(f"#fn-{note.inner_text()}")
    expect(entry).to_be_in_viewport()
    on_top = """id => { const box = document.getElementById(id).getBoundingClientRect();
      return document.elementFromPoint(box.x + 40, box.y + 20)?.closest("li")?.id === id; }"""
    page.wait_for_function(on_top, arg=entry.get_attribute("id"))
    panel(page).get_by_role("button", name="Close").click()
    expect(panel(page)).to_have_count(0)
    page.wait_for_function("() => !location.search.includes('event')")
    expect(page.get_by_test_id("stMain")).to_be_focused()


def test_a_node_opens_the_panel_and_the_picture_is_drawn_around_it(
    server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport=DESKTOP).new_page()
    open_page(page, f"{server}/network?focus=unodc&country=UZB", "Organisation network")
    drawn = page.locator(".st-key-graph canvas").first
    box = drawn.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + 2)
    expect(drawn.locator("..")).to_have_css("cursor", "pointer")
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**/network?*node=unodc*")
    expect(panel(page).locator(".cardtitle")).to_contain_text("United Nations Office on Drugs and Crime")
    assert "org=" not in page.url
    panel(page).get_by_role("button", name="Leave the focus").click()
    page.wait_for_function("() => !location.search.includes('focus')")
    settle(page)
    slider = page.get_by_role("slider", name="Year by year")
    slider.focus()
    page.keyboard.press("End")
    page.wait_for_url(re.compile(r"from=\d{4}-01-01&to=\d{4}-12-31"))
    elsewhere = new_context(viewport=DESKTOP).new_page()
    open_page(elsewhere, page.url, "Organisation network")
    expect(panel(elsewhere).locator(".cardtitle")).to_contain_text("Drugs and Crime")
