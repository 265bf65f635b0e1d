"""The launcher in a browser: the policy holds, and a page outlives a restart of the server.

That every page works under the policy, light and dark, without a violation is seen by all browser tests: they
run under the launcher, and their browser tells of each (tests/e2e/conftest.py).
"""

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.e2e.conftest import STILL
from tests.e2e.line import Line, line
from tests.e2e.serving import free_port, serving
from tests.e2e.test_browser import open_page, sentence_count
from tests.e2e.waiting import PATIENCE, choose, settle, until

pytestmark = pytest.mark.browser

INJECTED = """async () => {
  window.ran = [];
  const script = document.createElement("script"); script.textContent = "window.ran.push('inline')";
  document.body.append(script);
  const button = document.createElement("button");
  button.setAttribute("onclick", "window.ran.push('handler')");
  document.body.append(button); button.click();
  const link = document.createElement("a"); link.href = "javascript:window.ran.push('link')";
  document.body.append(link); link.click();
  setTimeout(() => new Function("window.ran.push('eval')")());  // later: what the test itself runs is exempt
  const frame = document.createElement("iframe"); frame.src = "https://elsewhere.example/frame";
  document.body.append(frame);
  await new Promise(done => { const image = new Image(); image.onerror = image.onload = done;
    image.src = "https://elsewhere.example/picture.png"; });
  await fetch("https://elsewhere.example/call").catch(() => {});
  return window.ran;
}"""


@pytest.fixture
def unwatched(browser: Browser) -> Page:
    """A page whose complaints are expected."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(PATIENCE)
    page.add_init_script(STILL)
    return page


def test_the_policy_stops_scripts_and_calls_that_got_into_a_page(unwatched: Page, server: str) -> None:
    said: list[str] = []
    asked: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        said.append(message.text)

    unwatched.on("console", heard)
    unwatched.on("response", lambda answer: asked.append(answer.url))
    unwatched.goto(server)
    settle(unwatched)
    assert unwatched.evaluate(INJECTED) == []
    assert [url for url in asked if "elsewhere" in url] == []

    def list_untold() -> list[str]:
        rules = ("script-src", "img-src", "connect-src")
        return [rule for rule in rules if not any(rule in text for text in said)]

    assert until(unwatched, list_untold, lambda left: not left) == []
    unwatched.close()


def goes_on(page: Page, line: Line, seconds: float, *, is_cut: bool) -> tuple[int, int]:
    """After so long without a network the page is the same; its events, before and with one more filter."""
    open_page(page, f"{line.url}/timeline?org=unodc&from=2021-01-01&to=2023-12-31", "Timeline")
    before, address = sentence_count(page), page.url
    connected = page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]")
    if is_cut:
        line.cut()
        expect(connected).to_have_count(0)
    else:
        line.silence()
    page.wait_for_timeout(1000 * seconds)
    line.mend()
    expect(connected).to_have_count(1)
    settle(page)
    assert (sentence_count(page), page.url) == (before, address)
    choose(page, "Country", "Uzbekistan")
    page.keyboard.press("Escape")
    page.wait_for_url("**/timeline?*org=unodc*country=UZB*")
    settle(page)
    expect(page.get_by_role("button", name="UNODC ✕")).to_be_visible()
    return before, sentence_count(page)


@pytest.mark.parametrize("is_cut", [True, False], ids=["cut", "silent"])
def test_a_page_that_was_offline_goes_on_with_its_filters(is_cut: bool, unwatched: Page, server: str) -> None:
    with line(server) as made:
        before, after = goes_on(unwatched, made, 3, is_cut=is_cut)
        assert 0 < after < before
        unwatched.close()


def test_a_page_outlives_a_restart_of_the_server(
    unwatched: Page, curated_store: Path, tmp_path: Path
) -> None:
    port = free_port()
    with ExitStack() as first:
        url = first.enter_context(serving(curated_store, tmp_path / "first.txt", port=port))
        open_page(unwatched, f"{url}/timeline?org=unodc&from=2021-01-01&to=2023-12-31", "Timeline")
        choose(unwatched, "Country", "Uzbekistan")
        unwatched.keyboard.press("Escape")
        unwatched.wait_for_url("**country=UZB**")
        settle(unwatched)
        before, address = sentence_count(unwatched), unwatched.url
    with serving(curated_store, tmp_path / "second.txt", port=port):
        connected = unwatched.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]")
        expect(connected).to_have_count(1)
        settle(unwatched)
        unwatched.get_by_role("link", name="Recommendations").click()
        unwatched.wait_for_url("**/recommendations?*country=UZB*")
        settle(unwatched)  # the links of the menu trade places in the document while a page comes
        unwatched.get_by_role("link", name="Timeline").click()
        heading = unwatched.get_by_role("heading", name="Timeline", exact=True, level=1)
        expect(heading).to_be_visible()  # a server that has just begun
        unwatched.wait_for_url("**/timeline?**country=UZB**")
        settle(unwatched)
        assert sentence_count(unwatched) == before
        assert unwatched.url == address
        expect(unwatched.get_by_role("button", name="UNODC ✕")).to_be_visible()
    unwatched.close()
