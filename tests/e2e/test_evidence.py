"""Evidence in a browser: numbers lead to words, citations are copied, another rule changes totals."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from data.claims.citations import add_text_fragment
from tests.e2e.test_browser import open_page
from tests.e2e.waiting import expect_to_say, settle

pytestmark = pytest.mark.browser

NOTED = {
    "": "Overview",
    "timeline?event=2022-03-03-tashkent-jpoa": "Timeline",
    "network?org=osce&org=wco&match=all": "Organisation network",
    "offices?border=TJK-UZB": "Border Liaison Offices",
    "recommendations": "Recommendations",
    "evidence": "Evidence",
}
NEAR = """() => {
  const areas = [...document.querySelectorAll("sup.note a")].map(link => {
    const box = link.getBoundingClientRect(), area = getComputedStyle(link, "::after");
    const shift = new DOMMatrix(area.transform), left = box.left + parseFloat(area.left) + shift.e;
    const top = box.top + parseFloat(area.top) + shift.f;
    return [link.textContent, left, left + parseFloat(area.width), top, top + parseFloat(area.height)];
  });
  const over = (one, other, at) => Math.min(one[at + 1], other[at + 1]) - Math.max(one[at], other[at]) > .5;
  return areas.flatMap((one, at) => areas.slice(at + 1)
    .filter(other => over(one, other, 1) && over(one, other, 3))
    .map(other => [one[0], other[0]]));
}"""
"""The pairs of numbers whose areas to click, 24 pixels high, lie over each other."""
DOCUMENT = "https://publisher.example/document"


@pytest.mark.parametrize(("path", "title"), NOTED.items(), ids=NOTED.values())
def test_a_number_leads_to_the_words_behind_its_value(path: str, title: str, page: Page, server: str) -> None:
    open_page(page, f"{server}/{path}", title)
    cited = page.locator('sup.note a[title^="“"]').first
    words = (cited.get_attribute("title") or "").split("”")[0].removeprefix("“")
    cited.click()
    entry = page.locator(".footnotes li:target")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text(f"“{words}”")
    expect(entry).to_contain_text("confidence")
    expect(entry.get_by_role("button", name="RIS")).to_be_visible()
    expect(page.locator('.footnotes a[href*=":~:text="]').first).to_be_attached()


def test_a_number_of_extracts_leads_to_how_it_was_counted(page: Page, server: str) -> None:
    open_page(page, f"{server}/extracts", "Extracts")
    page.locator("sup.note a").first.click()
    entry = page.locator(".footnotes li:target")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("Each row of a file names its sources")


def test_citations_are_copied_in_each_form(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, f"{server}/timeline?event=2022-03-03-tashkent-jpoa", "Timeline")
    page.locator('sup.note a[title*="WCO"]').first.click()
    copied = {}
    for form in ("plain", "ris", "csl"):
        button = page.locator(f".footnotes li:target button[data-form={form}]")
        expect_to_say(button, "copied")
        copied[form] = page.evaluate("() => navigator.clipboard.readText()")
    assert copied["plain"].startswith("WCO (2022-03-04). WCO participates through a video message")
    assert copied["ris"].splitlines()[0] == "TY  - ELEC"
    [item] = json.loads(copied["csl"])
    assert (item["issued"], item["author"]) == ({"date-parts": [[2022, 3, 4]]}, [{"literal": "WCO"}])


@pytest.mark.parametrize(
    ("path", "title", "links"), [("evidence", "Evidence", ".matter"), ("", "Overview", ".ways")]
)
def test_a_link_to_a_page_of_ours_opens_it_without_a_reload(
    path: str, title: str, links: str, page: Page, server: str
) -> None:
    open_page(page, f"{server}/{path}?org=unodc", title)
    page.evaluate("() => { window.stays = true; }")
    link = page.locator(f'{links} a[data-page][href^="event?"]').first
    address = link.get_attribute("href") or ""
    link.press("Enter")
    page.wait_for_url(lambda url: url.startswith(f"{server}/{address}"))
    expect(page.get_by_role("button", name="Add to basket")).to_be_visible()
    settle(page)
    page.go_back()
    page.wait_for_url(f"{server}/{path}?org=unodc")
    expect(page.get_by_role("heading", name=title, exact=True, level=1)).to_be_visible()
    expect(page.get_by_role("button", name="UNODC ✕")).to_be_visible()
    assert page.evaluate("() => window.stays")


def test_a_link_to_a_page_of_ours_opens_elsewhere_when_asked(page: Page, server: str) -> None:
    open_page(page, f"{server}/evidence", "Evidence")
    link = page.locator('.matter a[data-page][href^="event?"]').first
    with page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    expect(opened.value.get_by_role("button", name="Add to basket")).to_be_visible()
    expect(page.get_by_role("heading", name="Evidence", exact=True, level=1)).to_be_visible()


def test_another_rule_changes_totals_and_says_what_changed(page: Page, server: str) -> None:
    open_page(page, f"{server}/evidence", "Evidence")
    offices = page.locator(".totals tr", has_text="Border Liaison Offices")
    people = page.locator(
        ".totals tr",
        has_text=re.compile("Participants of conferences, as claimed(?!:)"),
    )
    expect(offices.locator("td").nth(2)).to_contain_text("24, July 2024")
    preferred = people.locator("td").nth(2).inner_text()
    expect(page.get_by_role("heading", name="What changed")).to_have_count(0)

    page.get_by_role("radio", name="Highest").click()
    page.wait_for_url("**/evidence?rule=highest")
    settle(page)
    expect(offices.locator("td").nth(3)).to_contain_text("25 as planned, 19 + 6")
    expect(page.locator("ul.changes")).to_contain_text("1,374")

    page.get_by_role("radio", name="Lowest").click()
    page.wait_for_url("**/evidence?rule=lowest")
    settle(page)
    changed = page.locator("ul.changes li", has_text="Tashkent").first
    expect(changed).to_contain_text(re.compile(r"over 600, says WCO.*→ about 100, says SCO Secretariat"))
    expect(changed).to_contain_text("Preferred as the most authoritative")
    expect(people.locator("td").nth(3)).not_to_have_text(preferred)
    expect(people.locator("td").nth(3)).to_contain_text("500")
    expect(page.get_by_text("other than with the preferred values")).to_be_visible()

    page.get_by_role("radio", name="Preferred").click()
    page.wait_for_url(re.compile("/evidence$"))
    settle(page)
    expect(page.get_by_role("heading", name="What changed")).to_have_count(0)


@pytest.mark.parametrize(
    ("anchor", "text", "prefix", "suffix"),
    [
        ("over 600 senior", "gathered over 600 senior officials", None, None),
        ("1344, 15 – км", "равна 1344, 15 – км всего", None, None),
        ("well-known, x&y", "a well-known, x&y here", None, None),
        ("Action Plan", "Joint Action Plan. The Action Plan to Implement", "The", "to"),
    ],
)
def test_a_browser_opens_a_page_at_the_words(
    anchor: str, text: str, prefix: str | None, suffix: str | None, browser: Browser
) -> None:
    filler = "<p>" + "filler " * 3000 + "</p>"
    words = f"<p id='words'>{text.replace('&', '&amp;')}</p>"
    body = f"<meta charset='utf-8'><p>Action Plan</p>{filler}{words}{filler}"

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html; charset=utf-8", body=body)

    page = browser.new_page()  # not one that refuses what no server of ours answers
    page.route(f"{DOCUMENT}**", answer)
    page.goto(add_text_fragment(DOCUMENT, anchor, prefix, suffix))
    expect(page.locator("#words")).to_be_in_viewport()
    assert page.evaluate("() => scrollY") > 0
    page.close()


def test_notes_are_numbered_in_order_of_appearance_on_a_rich_card(page: Page, server: str) -> None:
    open_page(page, f"{server}/timeline?event=2022-03-03-tashkent-jpoa", "Timeline")
    numbers = [int(text) for text in page.locator("sup.note a").all_inner_texts()]
    assert list(dict.fromkeys(numbers)) == list(range(1, max(numbers) + 1))
    assert max(numbers) > 60
    assert page.evaluate(NEAR) == []
    page.locator("a.skip", has_text="To the table").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-testid=stMain] sup.note a:focus")).to_have_count(0)
    page.wait_for_function("() => document.activeElement.closest('[data-testid=stDataFrame]')")
    page.locator("sup.note a.context").first.click()
    expect(page.locator(".footnotes li:target")).to_contain_text("Not quoted for this value")
    page.locator(".footnotes li:target").get_by_role("link", name="back").click()
    expect(page.locator("sup.note a:target")).to_be_in_viewport()
