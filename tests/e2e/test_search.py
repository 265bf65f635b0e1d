"""The search, the page of an event and the list of events in a browser, by mouse, by key and on a phone."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.test_browser import DESKTOP, PHONE
from tests.e2e.test_things import expect_title
from tests.e2e.waiting import settle

pytestmark = pytest.mark.browser
EVENT = "BLO opened at Kaindy railway crossing on the Kyrgyz-Kazakh border"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_what_is_looked_for_is_found_in_the_list_and_in_the_whole_record(
    viewport: ViewportSize, page: Page, server: str
) -> None:
    is_phone = viewport is PHONE
    page.set_viewport_size(viewport)
    page.goto(f"{server}/timeline?q=Kaindy{'' if is_phone else '&view=list'}")
    expect_title(page, "Timeline")
    cards = page.locator("ol.events > li")
    expect(cards.first).to_contain_text(EVENT)
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(0)
    page.get_by_role("button", name=f"Card of {EVENT}").first.press("Enter")
    expect(page.locator(".st-key-panel .cardtitle").first).to_contain_text(EVENT)
    expect(page.locator(".st-key-panel")).to_be_focused()
    settle(page)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-panel")).to_have_count(0)
    expect(page.get_by_role("button", name=f"Card of {EVENT}").first).to_be_focused()
    settle(page)
    cards.first.get_by_role("link", name=EVENT).press("Enter")
    page.wait_for_url("**/event?id=2022-07-07-kaindy-blo-opening&q=Kaindy")
    expect_title(page, EVENT)
    page.go_back()
    expect_title(page, "Timeline")

    if is_phone:
        page.get_by_role("button", name="Menu and filters").click()
    field = page.get_by_test_id("stSidebar").get_by_label("Search", exact=True)
    field.fill("ОБСЕ Душанбе")
    field.press("Enter")
    page.wait_for_url("**/timeline?*q=%D0%9E*")
    settle(page)
    if is_phone:
        page.get_by_role("button", name="Menu and filters").click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="All results").click()
    page.wait_for_url("**/search?q=*")
    expect_title(page, "Search")
    hit = page.locator("ol.hits > li", has_text="OSCE Dushanbe").filter(has_text="other spelling")
    expect(hit.locator("mark")).to_have_text(["Dushanbe", "ОБСЕ", "Душанбе"])
    page.get_by_role("radio", name="Organisations 1").click()
    page.wait_for_url("**/search?*of=organisations*")
    settle(page)
    page.locator("ol.hits").get_by_role("link", name="OSCE Dushanbe").press("Enter")
    expect_title(page, "OSCE Dushanbe")
    page.wait_for_url(lambda url: "q=" not in url)
    page.go_back()
    expect_title(page, "Search")
    expect(page.get_by_label("Search the whole record")).to_have_value("ОБСЕ Душанбе")
