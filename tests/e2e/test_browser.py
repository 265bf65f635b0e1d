"""What only a browser can show: one count everywhere, links that restore a view, clicks that are answered."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.e2e.serving import serving
from tests.e2e.waiting import choose, expect_to_say, settle, until

pytestmark = pytest.mark.browser

PAGES = {
    "": "Overview",
    "timeline": "Timeline",
    "network": "Organisation network",
    "offices": "Border Liaison Offices",
    "recommendations": "Recommendations",
    "evidence": "Evidence",
    "extracts": "Extracts",
    "about": "About",
}
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
VIEW = "timeline?org=unodc&from=2021-01-01&to=2023-12-31"


def open_page(page: Page, url: str, title: str) -> None:
    page.goto(url)
    expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible()
    settle(page)


def sentence_count(page: Page) -> int:
    """The first number of the sentence under the title."""
    found = re.match(r"(\d+) events?", page.locator(".lead").first.inner_text())
    assert found, page.locator(".lead").first.inner_text()
    return int(found[1])


def counts(page: Page) -> dict[str, int]:
    """How many events the sentence, the lanes, and the table show."""
    lanes = page.locator(".js-plotly-plot").nth(1)
    expect(lanes.locator(".annotation-text").first).to_be_visible()
    labels = lanes.locator(".annotation-text").all_text_contents()
    table = page.locator('[data-testid="stDataFrame"] [role="grid"]').first
    expect(table).to_be_attached()
    undated = re.search(r"(\d+) ha(?:s|ve) no date", page.locator(".lead").first.inner_text())
    drawn = sum(int(number) for text in labels for number in re.findall(r"(\d+) events?", text))
    return {
        "sentence": sentence_count(page),
        "chart": drawn + (int(undated[1]) if undated else 0),
        "table": int(table.get_attribute("aria-rowcount") or 0) - 1,
    }


def downloaded(page: Page, folder: Path) -> list[dict[str, str]]:
    """The rows of the CSV that the page's Download saves."""
    page.get_by_role("button", name="Download").first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").first.click()
    path = folder / saved.value.suggested_filename
    saved.value.save_as(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_one_count_in_sentence_chart_table_file_and_link(
    page: Page, server: str, new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    open_page(page, f"{server}/timeline", "Timeline")
    everything = sentence_count(page)
    choose(page, "Organisations", "UNODC")
    page.keyboard.press("Escape")
    page.wait_for_url("**/timeline?org=unodc")
    page.goto(f"{server}/{VIEW}")
    settle(page)
    expect(page.get_by_role("button", name="UNODC ✕")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("2021-01-01 → 2023-12-31"))).to_be_visible()
    shown = until(page, lambda: counts(page), lambda found: len(set(found.values())) == 1)
    assert 0 < shown["sentence"] < everything
    assert set(shown.values()) == {shown["sentence"]}
    rows = downloaded(page, tmp_path)
    assert len(rows) == shown["sentence"]
    assert all("UNODC" in f"{row['organisers']}; {row['participants']}" for row in rows)
    certain = sum(row["date_match"] == "certainly" for row in rows)
    expect(page.locator(".lead").first).to_contain_text(f"{certain} certainly")

    elsewhere = new_context(viewport=DESKTOP).new_page()
    open_page(elsewhere, page.url, "Timeline")
    assert until(elsewhere, lambda: counts(elsewhere), lambda found: found == shown) == shown
    assert elsewhere.url == page.url


def test_copy_link_copies_the_address(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, f"{server}/{VIEW}", "Timeline")
    button = page.locator(".st-key-copy").get_by_role("button")
    expect(button).to_have_text("Copy link")
    expect_to_say(button, "Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


def test_filters_survive_a_change_of_page_and_go_with_their_chip(page: Page, server: str) -> None:
    open_page(page, f"{server}/{VIEW}&country=UZB", "Timeline")
    page.get_by_role("link", name="Recommendations").click()
    expect(page.get_by_role("heading", name="Recommendations", exact=True, level=1)).to_be_visible()
    all_on = ("org=unodc", "country=UZB", "from=2021-01-01")
    page.wait_for_url(lambda url: "/recommendations?" in url and all(each in url for each in all_on))
    settle(page)
    page.get_by_role("button", name=re.compile("Uzbekistan ✕")).click()
    page.wait_for_url(lambda url: "country" not in url and "org=unodc" in url)
    settle(page)
    page.go_back()
    page.wait_for_url("**/recommendations?*country=UZB*")
    expect(page.get_by_role("button", name=re.compile("Uzbekistan ✕"))).to_be_visible()


def test_a_deep_link_on_a_cold_server_shows_the_frame(page: Page, cold_server: str) -> None:
    open_page(page, f"{cold_server}/{VIEW}", "Timeline")
    expect(page.get_by_label("Organisations").first).to_be_visible()
    assert sentence_count(page) > 0
    assert "org=unodc" in page.url


def test_a_stale_value_in_a_link_is_named(page: Page, server: str) -> None:
    open_page(page, f"{server}/timeline?org=unodc&country=ATL", "Timeline")
    expect(page.get_by_text("country “ATL”")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("UNODC ✕"))).to_be_visible()


def test_a_drag_over_the_strip_sets_the_dates(page: Page, server: str) -> None:
    open_page(page, f"{server}/timeline", "Timeline")
    whole = sentence_count(page)
    strip = page.locator(".js-plotly-plot").first
    expect(strip.locator(".bars path").first).to_be_visible()
    box = strip.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 42, steps=8)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=20\d\d-\d\d-\d\d&to=20\d\d-\d\d-\d\d"))
    settle(page)
    assert 0 < sentence_count(page) < whole


def test_a_click_on_a_dot_opens_its_card(page: Page, server: str) -> None:
    open_page(page, f"{server}/timeline", "Timeline")
    dots = page.locator(".js-plotly-plot").nth(1).locator(".scatterlayer .trace").first.locator("path.point")
    expect(dots.first).to_be_visible()
    box = dots.nth(20).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".hoverlayer .hovertext").first).to_be_visible()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url(re.compile("event="))
    expect(page.locator(".cardtitle")).not_to_be_empty()
    settle(page)
    note = page.locator("table.card sup.note a").first
    number = note.inner_text()
    note.click()
    expect(page.locator(f"#fn-{number}")).to_be_in_viewport()


def test_what_was_read_in_vain_is_drawn_unlike_what_was_not_read(page: Page, server: str) -> None:
    open_page(page, f"{server}/timeline?org=osce", "Timeline")
    picture = page.locator(".coverage")
    settle(page)
    expect(picture.locator(".row")).to_have_count(13)
    unread, hollow, filled = (
        picture.locator(f".months i{kind}").first for kind in ("[class='']", ".hollow", "[class^=reported]")
    )
    looks = [
        mark.evaluate("e => [e, getComputedStyle(e)].map(x => x.title ?? x.background)")
        for mark in (unread, hollow, filled)
    ]
    assert len({ground for _, ground in looks}) == 3
    words = [title.partition(": ")[2] for title, _ in looks]
    assert words[0] == "no page read"
    assert "no events reported" in words[1]
    assert "1 event reported" in words[2]


def test_a_name_in_cyrillic_finds_what_the_latin_name_finds(page: Page, server: str) -> None:
    open_page(page, f"{server}/timeline?q=Mirziyoyev", "Timeline")
    latin = sentence_count(page)
    open_page(page, f"{server}/timeline?q=Мирзиёев", "Timeline")
    assert sentence_count(page) == latin
    assert latin >= 2


def test_a_clone_without_a_store_builds_it_on_the_first_visit(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "store", tmp_path / "log.txt") as url:
        page.goto(url)
        expect(page.get_by_text("Building the store").first).to_be_visible()
        expect(page.get_by_role("heading", name="Overview", exact=True, level=1)).to_be_visible(
            timeout=120_000
        )
    assert (tmp_path / "store" / "current").is_file()
