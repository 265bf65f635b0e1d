"""Filters in a browser: found under any spelling, set beside a value; a card outside them is kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.waiting import pick, settle

pytestmark = pytest.mark.browser
EVENT = "2022-03-03-tashkent-jpoa"


SPELLINGS = [
    ("org", "ОБСЕ", r"OSCE \(\d+\) · Organization for Security", "org=osce"),
    ("org", "Shanghai", r"SCO \(\d+\) · Shanghai Cooperation", "org=sco"),
    ("org", "Office on Drugs", r"UNODC \(\d+\) · United Nations Office", "org=unodc"),
    ("country", "Turkiye", r"Türkiye \(\d+\)", "country=TUR"),
    ("person", "Guterres", r"António Guterres \(\d+\)", "person=guterres-antonio"),
]


def test_a_list_of_the_panel_finds_any_spelling(page: Page, server: str) -> None:
    page.goto(f"{server}/extracts")
    settle(page)
    page.get_by_text("More filters").click()
    for field, typed, found, address in SPELLINGS:
        pick(page, page.locator(f".st-key-f_{field} input"), typed, re.compile(found))
        page.wait_for_url(f"**/extracts?{address}")
        settle(page)
        chip = page.locator(".st-key-chips button").first
        expect(chip).to_be_visible()
        chip.click()
        page.wait_for_url("**/extracts")


def test_the_control_beside_a_value_sets_the_filter_and_a_card_outside_it_stays(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/timeline?event={EVENT}")
    settle(page)
    control = page.get_by_role("link", name="Filter: Vladimir Voronkov", exact=True).first
    control.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/timeline?event={EVENT}&person=voronkov-vladimir")
    settle(page)
    expect(page.get_by_role("button", name="Vladimir Voronkov ✕")).to_be_visible()
    expect(page.get_by_text("More filters (1 on)")).to_be_visible()
    page.goto(f"{server}/timeline?event={EVENT}&form=training")
    settle(page)
    expect(page.get_by_text("This event is not among what the page shows now")).to_be_visible()
    expect(page.locator(".cardtitle").first).to_be_visible()
