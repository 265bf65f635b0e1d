"""A card or picture in the frame of another page: drawn there, and nothing else may be framed."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.access import list_violations
from tests.e2e.serving import HOST, serving, wait_until
from tests.e2e.test_browser import PHONE
from tests.e2e.waiting import settle, until

pytestmark = pytest.mark.browser
FRAME = """<!DOCTYPE html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">
<iframe title="Chegara" width="390" height="700"></iframe>
<script>document.querySelector("iframe").src = location.hash.slice(1);</script>"""
"""A page that is not ours: what stands after `#` in its address is in its frame."""
ADDRESSES = {
    "timeline?org=unodc&from=2021-01-01": "figure svg",
    "offices?picture=matrix": "figure svg",
    "timeline?event=2009-10-12-bangkok-blo-study-tour": ".cardtitle",
    "recommendations?recommendation=mirziyoyev-2022-consolidate-efforts": ".cardtitle",
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of the other page."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "index.html").write_text(FRAME)
    with ThreadingHTTPServer((HOST, 0), partial(Quiet, directory=str(folder))) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{site.server_port}"
        site.shutdown()


@pytest.fixture(scope="module")
def framed(curated_store: Path, elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard that the other page may frame."""
    log = tmp_path_factory.mktemp("framed") / "log.txt"
    with serving(curated_store, log, settings={"CHEGARA_EMBED_ORIGINS": elsewhere}) as url:
        wait_until(f"{url}/ready")
        yield url


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_drawn_in_the_frame_of_a_page_that_is_named(
    address: str, framed: str, elsewhere: str, page: Page
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{elsewhere}/#{framed}/{address}&embed=1")
    inside = page.frame_locator("iframe")
    expect(inside.locator(ADDRESSES[address]).first).to_be_visible()
    expect(inside.get_by_test_id("stSidebar")).to_have_count(0)
    settle(page.frames[1])
    with page.context.expect_page() as opened:
        inside.get_by_role("link", name="Open in Chegara").press("Enter")
    opened.value.wait_for_url(f"{framed}/{address}")
    opened.value.close()
    if (link := inside.get_by_test_id("stPageLink").get_by_role("link")).count():
        with page.context.expect_page() as opened:  # Streamlit's own would open it inside
            link.click()
        opened.value.wait_for_url("**/timeline?event=*")
        opened.value.close()
    page.goto(f"{framed}/{address}&embed=1")
    expect(page.locator(ADDRESSES[address]).first).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        settle(page)
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
        assert list_violations(page) == [], scheme


def test_a_whole_page_is_not_shown_there(framed: str, elsewhere: str, browser: Browser) -> None:
    page = browser.new_page()  # unwatched, because the browser complains
    page.goto(f"{elsewhere}/#{framed}/timeline")
    page.wait_for_function("() => document.querySelector('iframe').src")
    refused = ["chrome-error://chromewebdata/"]
    assert until(page, lambda: [frame.url for frame in page.frames[1:]], refused.__eq__) == refused
    page.close()
