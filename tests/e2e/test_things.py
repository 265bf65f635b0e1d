"""Things in a browser: from the Overview to a person, a body, a border, an opening, its source, and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.waiting import settle, until

pytestmark = pytest.mark.browser
WALK = (
    ("Ghada Waly: where she spoke, as what, about what", "Ghada Waly", "**/person?id=waly-ghada"),
    ("UNODC", "UNODC", "**/organisation?id=unodc"),
    ("Tajik-Uzbek", "Tajik-Uzbek border", "**/border?id=TJK-UZB"),
    (
        "First railway BLOs opened at Pakhtaobod (Tajikistan) and Kudukli (Uzbekistan)",
        "First railway BLOs opened at Pakhtaobod (Tajikistan) and Kudukli (Uzbekistan)",
        "**/event?id=2021-05-pakhtaobod-kudukli-blo-opening",
    ),
)
"""A name that is clicked, the title of the page that it leads to, and its address."""


def expect_title(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible()
    settle(page)


def read_words(page: Page) -> str:
    """What the page says, but for its frame."""
    return "\n".join(page.locator('[data-testid="stMain"] [data-testid="stHtml"]').all_inner_texts())


def expect_words(page: Page, words: str) -> None:
    assert until(page, lambda: read_words(page), words.__eq__) == words


def test_the_record_is_walked_in_six_clicks_and_left_by_back_alone(
    page: Page, server: str, new_context: Callable[..., BrowserContext]
) -> None:
    page.goto(server)
    expect_title(page, "Overview")
    seen = [("Overview", page.url, "")]
    for name, title, address in WALK:
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url(address)
        expect_title(page, title)
        seen.append((title, page.url, read_words(page)))
    source = page.locator("table.record a[href^='source?id=']").first
    source.click()
    page.wait_for_url("**/source?id=*")
    expect(page.locator("h1")).to_contain_text("First railway")
    settle(page)
    for title, url, words in reversed(seen):
        page.go_back()
        page.wait_for_url(url)
        expect_title(page, title)
        if words:
            expect_words(page, words)
    fresh = new_context().new_page()
    for title, url, words in seen[1:]:
        fresh.goto(url)
        expect_title(fresh, title)
        expect_words(fresh, words)


def test_filters_go_along_with_a_name_and_are_left_by_their_chip(page: Page, server: str) -> None:
    page.goto(f"{server}/timeline?kind=conference&event=2022-03-03-tashkent-jpoa")
    expect_title(page, "Timeline")
    page.get_by_role("link", name="UNOCT", exact=True).first.click()
    page.wait_for_url("**/organisation?id=unoct&kind=conference")
    expect_title(page, "UNOCT")
    page.get_by_role("button", name="Conferences ✕").click()
    page.wait_for_url("**/organisation?id=unoct")
    expect(page.locator(".lead").first).not_to_contain_text("under the filters")


def test_a_name_is_found_followed_and_paged_by_keys_alone(page: Page, server: str) -> None:
    page.goto(f"{server}/index")
    expect_title(page, "Index")
    field = page.get_by_label("Find a name, in any spelling or script")
    field.focus()
    page.keyboard.type("управление наркотикам преступности")
    page.keyboard.press("Enter")
    link = page.locator("table.record").get_by_role("link", name="UNODC", exact=True)
    expect(link).to_be_visible()
    settle(page)
    link.focus()
    page.keyboard.press("Enter")
    expect_title(page, "UNODC")
    expect(page.locator("h1")).to_be_focused()


def test_all_of_a_thing_is_a_workbook(page: Page, server: str, tmp_path: Path) -> None:
    page.goto(f"{server}/person?id=waly-ghada")
    expect_title(page, "Ghada Waly")
    page.get_by_role("button", name="Download").first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Excel").first.click()
    assert saved.value.suggested_filename.startswith("chegara_profile_waly-ghada_")
    assert saved.value.suggested_filename.endswith(".xlsx")
    saved.value.save_as(tmp_path / "all.xlsx")
    assert (tmp_path / "all.xlsx").stat().st_size > 5_000
