"""An address without a page is said, not silently the Overview or a blank window."""

import re

import pytest
from starlette.datastructures import Headers
from streamlit import config

from bench.visitor import Visitor
from data.drafts.folders import SETTING
from data.links import THINGS
from pages.server import addresses
from tests.test_app import PAGES


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/nowhere?org=alpha&org=beta", "./timeline?org=alpha&amp;org=beta"),
        ("/offices/tashkent", "../timeline?"),
        ("/a/b/c", "../../timeline?"),
        ("/robots.txt", "./?"),
        ("/overview?org=alpha", "./?org=alpha"),
        ('/x?"><script>', "./offices?%22%3E%3Cscript%3E"),
    ],
)
def test_an_address_without_a_page_is_said(path: str, link: str, launched: Visitor) -> None:
    answer = launched.ask("GET", path, {})
    assert answer.status == 404
    words = answer.body.decode()
    assert "Chegara has no page at this address" in words
    assert f'<a href="{link}">' in words.replace("&quot;&gt;&lt;script&gt;", "%22%3E%3Cscript%3E")
    assert "<script" not in words


@pytest.mark.parametrize(
    ("headers", "is_page"),
    [({}, True), ({"content-disposition": 'attachment; filename="brief.html"'}, False)],
)
def test_a_file_of_html_is_saved_and_no_page(headers: dict[str, str], is_page: bool) -> None:
    raw = Headers({"content-type": "text/html; charset=utf-8", **headers}).raw
    assert addresses._is_document({"status": 200, "headers": raw}) == is_page


def test_the_pages_are_offered_as_in_the_menu(launched: Visitor) -> None:
    words = launched.ask("GET", "/nowhere", {}).body.decode()
    assert re.findall(r'<a href="\./(.*?)\?">(.*?)</a>', words) == [
        ("", "Overview"),
        ("timeline", "Timeline"),
        ("network", "Network"),
        ("offices", "Border offices"),
        ("recommendations", "Recommendations"),
        ("evidence", "Evidence"),
        ("index", "Index"),
        ("brief", "Brief"),
        ("extracts", "Extracts"),
        ("about", "About"),
    ]


@pytest.mark.parametrize(
    "path",
    ["/", *(f"/{name}" for name in (*PAGES, *THINGS.values()) if name != "overview"), "/timeline?org=nobody"],
)
def test_every_page_is_known(path: str, launched: Visitor) -> None:
    assert launched.ask("GET", path, {}).status == 200


def test_a_path_is_read_without_the_one_that_the_dashboard_is_under(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", lambda _: "/team/chegara/")
    assert addresses.find_route("/team/chegara/timeline") == "timeline"
    assert addresses.find_route("/team/chegara") == ""


def test_the_desk_is_no_page_unless_it_is_open(launched: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = launched.ask("GET", "/desk", {})
    assert (answer.status, b"Desk" in answer.body) == (404, False)
    monkeypatch.setenv(SETTING, "desk")
    assert "desk" in addresses.list_known()
