"""Recommendations in a browser: a bar keeps its theme, by key too, and gives all of them back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.waiting import settle

pytestmark = pytest.mark.browser


def test_a_bar_keeps_its_theme_and_gives_all_back(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/recommendations")
    bar = page.get_by_role("button", name="Customs and trade: 7; 7 by UN and global bodies")
    expect(bar).to_be_visible(timeout=30_000)
    settle(page)
    bar.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "theme=customs-and-trade" in url)
    settle(page, 60_000)  # until then the bars of before stand beside the new ones
    expect(page.get_by_role("button", name="Customs and trade ✕")).to_be_visible(timeout=30_000)
    expect(bar).to_have_attribute("aria-pressed", "true", timeout=30_000)
    expect(bar).to_be_focused(timeout=30_000)
    assert Axe().run(page).violations_count == 0
    bar.click()
    page.wait_for_url(lambda url: "theme=" not in url)
    settle(page, 60_000)
    expect(bar).to_have_attribute("aria-pressed", "false", timeout=30_000)
    assert not [url for url in asked if "lotly" in url]
