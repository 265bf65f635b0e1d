"""Recommendations in a browser: bars, follow-up and addressees narrow them; tables sort dates by time."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.access import list_violations
from tests.e2e.waiting import settle

pytestmark = pytest.mark.browser


def test_a_bar_keeps_its_theme_and_gives_all_back(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/recommendations")
    bar = page.get_by_role("button", name=re.compile("Customs and trade: 12; 12 by UN and global bodies"))
    expect(bar).to_be_visible()
    settle(page)
    bar.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "theme=customs-and-trade" in url)
    settle(page)  # until then the bars of before stand beside the new ones
    expect(page.get_by_role("button", name="Customs and trade ✕")).to_be_visible()
    expect(bar).to_have_attribute("aria-pressed", "true")
    expect(bar).to_be_focused()
    assert list_violations(page) == []
    bar.click()
    page.wait_for_url(lambda url: "theme=" not in url)
    settle(page)
    expect(bar).to_have_attribute("aria-pressed", "false")
    assert not [url for url in asked if "lotly" in url]


def test_follow_up_and_addressee_narrow_by_mouse_and_by_key(page: Page, server: str) -> None:
    page.goto(f"{server}/recommendations")
    done = page.get_by_role("button", name=re.compile("Done 2"))
    expect(done).to_be_visible()
    settle(page)
    done.click()
    page.wait_for_url(re.compile("status=done"))
    settle(page)
    expect(page.get_by_role("button", name="follow-up: done ✕")).to_be_visible()
    expect(page.locator(".lead").first).to_contain_text("2 recommendations by 2 organisations")
    asked = page.get_by_role("combobox", name="Asked of")
    asked.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("status=done&addressee="))
    settle(page)
    expect(page.locator(".lead").first).to_contain_text("1 recommendation by 1 organisation.")
    assert list_violations(page) == []
    page.get_by_role("button", name="Clear all", exact=True).click()
    page.wait_for_url(re.compile("/recommendations$"))


def test_tables_sort_dates_by_time(page: Page, server: str) -> None:
    """The first column of dates of each, whose cells are read out in figures and drawn in words."""
    for path, across in (("recommendations", 110), ("timeline", 110), ("evidence", 650)):
        page.goto(f"{server}/{path}")
        table = page.locator("[data-testid=stDataFrame]").first
        expect(table).to_be_visible()
        settle(page)
        table.scroll_into_view_if_needed()
        table.locator(".dvn-scroller").first.click(position={"x": across, "y": 15})
        heads = table.locator("table [role=columnheader]")
        expect(heads.filter(has_text="↑")).to_have_count(1)
        settle(page)
        assert page.url == f"{server}/{path}", "a click on a head opens no card"
        head = heads.all_inner_texts()
        [place] = [number for number, name in enumerate(head) if name.startswith("↑")]
        cells = table.locator(f"tbody tr td:nth-child({place + 1})").all_inner_texts()
        days = [re.findall(r"\d{4}(?:-\d\d){0,2}", cell)[0] for cell in cells]
        assert len(days) > 5
        assert days == sorted(days)
