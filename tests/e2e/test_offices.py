"""Border offices in a browser: the control "As known on" changes address, figures and list."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.access import list_violations
from tests.e2e.waiting import settle, until

pytestmark = pytest.mark.browser


def known(page: Page, day: str | None) -> None:
    """Wait until the address asks for that day, and the page has followed."""
    wanted = f"() => new URLSearchParams(location.search).get('known') === {f'{day!r}' if day else 'null'}"
    page.wait_for_function(wanted)
    settle(page)


def follow(link: Locator) -> None:
    """By key, once the page rests: until then the link may be drawn anew."""
    expect(link).to_be_visible()
    settle(link.page)
    link.press("Enter")


def figures(page: Page) -> list[str]:
    """Number and words of each, without the footnotes."""
    found: list[str] = page.locator(".figure").evaluate_all(
        "all => all.map(one => one.querySelector('b').firstChild.textContent + ' '"
        " + one.querySelector('span').textContent)"
    )
    return found


def test_a_day_that_is_typed_shows_what_was_known_then_and_the_next_statement(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/offices")
    field = page.locator(".st-key-offices-known").get_by_role("spinbutton")
    expect(field.first).to_be_visible()
    settle(page)
    field.first.click()
    page.keyboard.type("20161231", delay=60)
    page.get_by_role("heading", level=1).click()
    known(page, "2016-12-31")
    lead = page.locator(".lead").first
    expect(lead).to_contain_text(
        "As known on 31 December 2016: the newest count is 12 offices (10 March 2016)"
    )
    assert figures(page) == [
        "12 newest count, 10 March 2016",
        "4 operational on one border in August 2012",
        "4 planned on one border on 13 August 2012",
        "1 border with a count",
    ]
    expect(page.locator(".sentence").first).to_contain_text("9 offices that a source had named or counted")
    expect(page.get_by_role("button", name="As known on 2016-12-31 ✕")).to_be_visible()
    offices = page.locator(".office-list")
    expect(offices.get_by_role("row").filter(has_text="Kyzyl-Art")).to_contain_text("planned")
    expect(offices).not_to_contain_text("Dostuk")
    following = page.get_by_text("Next statement after it:").locator("..")
    expect(following).to_contain_text(
        "19 offices on seven borders of Central Asia: Tainynews (relaying UNODC)"
    )
    assert list_violations(page) == []

    page.get_by_role("button", name="Next statement ›").click()
    known(page, "2021-05-31")
    expect(lead).to_contain_text("the newest count is 19 offices (May 2021)")
    expect(offices.get_by_role("row").filter(has_text="Dostuk")).to_contain_text("operational")
    page.get_by_role("button", name="As known on 2021-05-31 ✕").click()
    known(page, None)
    expect(lead).to_contain_text("The newest count is 24 offices (April and July 2024).")
    expect(lead).to_contain_text("19 operational and 6 being established in November 2021")


def test_the_card_of_an_office_names_rival_openings(page: Page, server: str) -> None:
    page.goto(f"{server}/offices?office=sariosiyo")
    row = page.locator("table.card tr").filter(has_text="Opening differs")
    expect(row).to_contain_text("by August 2012, says UNODC ROCA")
    expect(row).to_contain_text("2014, says UNODC ROCA")


def test_an_office_and_its_opening_lead_to_each_other(page: Page, server: str) -> None:
    page.goto(f"{server}/offices?border=KAZ-KGZ")
    follow(page.locator(".office-list").get_by_role("link", name="Kaindy (railway)"))
    page.wait_for_url("**/offices?office=kaindy")
    expect(page.locator(".st-key-panel .cardtitle").first).to_contain_text("Kaindy (railway)")
    follow(page.get_by_role("link", name="BLO opened at Kaindy"))
    page.wait_for_url("**/event?id=2022-07-07-kaindy-blo-opening*")
    follow(page.locator("table.card").get_by_role("link", name="Kaindy (railway)"))
    page.wait_for_url("**/office?id=kaindy")


@pytest.mark.parametrize(("path", "picture"), [("offices", "map-wide"), ("network", "network-graph")])
def test_the_wheel_scrolls_the_page_and_zooms_a_picture_only_with_ctrl(
    server: str, new_context: Callable[..., BrowserContext], path: str, picture: str
) -> None:
    page = new_context().new_page()
    page.goto(f"{server}/{path}")
    drawn = page.locator(f"[class*='st-key-{picture}'] canvas").first
    expect(drawn).to_be_visible()
    settle(page)

    def turn(delta: int) -> None:
        """Turn the wheel over the picture."""
        box = drawn.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.wheel(0, delta)

    def look() -> bytes:
        """What the picture shows, once it stays."""
        page.mouse.move(0, 0)
        shots = [drawn.screenshot()]

        def stays() -> bool:
            shots.append(drawn.screenshot())
            return shots[-1] == shots[-2]

        assert until(page, stays, bool)
        return shots[-1]

    turn(0)
    before, top = look(), page.get_by_test_id("stMain").evaluate("e => e.scrollTop")
    turn(200)
    page.wait_for_function("top => document.querySelector('[data-testid=stMain]').scrollTop > top", arg=top)
    assert until(page, look, before.__eq__) == before
    page.keyboard.down("Control")
    turn(-200)
    page.keyboard.up("Control")
    assert until(page, look, before.__ne__) != before
    page.get_by_role("button", name="Reset").press("Enter")
    assert until(page, look, before.__eq__) == before
    settle(page)
    page.get_by_role("button", name="Zoom in").press("Enter")
    assert until(page, look, before.__ne__) != before


def test_without_webgl_a_drawing_stands_in_for_the_map_and_leads_to_matrix_and_list(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/offices")
    expect(page.locator("[data-webgl=no]")).to_have_count(1)
    expect(page.locator(".unseen-map")).to_be_visible()
    expect(page.locator("[class*='st-key-map-wide']").first).to_be_hidden()
    expect(page.locator("table.matrix")).to_be_visible()
    drawn, column = page.locator(".st-key-paper-map svg"), page.locator(".st-key-paper-map").locator("..")
    expect(drawn).to_be_visible()
    expect(drawn).to_contain_text("TJK–UZB 6 +")
    settle(page)
    widths = [each.evaluate("e => e.getBoundingClientRect().width") for each in (drawn, column)]
    assert widths[0] == pytest.approx(widths[1], abs=1)
    assert list_violations(page) == []


def test_a_cell_of_the_matrix_selects_its_border_by_key_too_and_a_second_press_lets_it_go(
    page: Page, server: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server}/offices?country=TJK")
    cells = page.locator("table.matrix").get_by_role("button", name="Tajik-Uzbek: 6 operational")
    expect(cells).to_have_count(2)
    settle(page)
    cells.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/offices?*border=TJK-UZB*")
    assert "country=TJK" in page.url
    expect(page.locator(".st-key-panel .cardtitle").first).to_have_text("Tajik-Uzbek border")
    expect(cells.first).to_have_attribute("aria-pressed", "true")
    expect(cells.first).to_be_focused()
    settle(page)
    assert list_violations(page) == []
    cells.last.click()
    page.wait_for_url(lambda url: "border=" not in url)
    expect(cells.last).to_have_attribute("aria-pressed", "false")
    assert not [url for url in asked if "lotly" in url]
