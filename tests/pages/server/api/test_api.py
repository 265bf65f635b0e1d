"""The way in is beside the dashboard: behind the same limits and headers, without a cookie."""

import json
from pathlib import Path

import pytest
from starlette.responses import Response
from streamlit import config

from bench.visitor import Visitor
from pages.server.api import Programs
from tests.pages.server.api.conftest import Program
from tests.pages.server.conftest import NAME


def test_the_launcher_answers_programs(launched: Visitor) -> None:
    answer = launched.ask("GET", "/api/v1/data/events?limit=1", {})
    assert (answer.status, len(json.loads(answer.body)["rows"])) == (200, 1)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "set-cookie" not in answer.headers
    head = launched.ask("HEAD", "/api/v1/data/events?limit=1", {})
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", answer.headers["etag"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Host": "elsewhere.example"}, 403),
        ({"Host": NAME}, 200),
    ],
)
def test_foreign_callers_are_refused(launched: Visitor, headers: dict[str, str], status: int) -> None:
    assert launched.ask("GET", "/api/v1/data", headers).status == status


def test_it_is_found_below_the_path_of_the_dashboard(builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    monkeypatch.setattr(config, "get_option", lambda _: "/team")

    below = Program(Programs(Response("a page")))
    assert below.ask("/team/timeline").text == "a page"
    assert (
        below.read("/team/api/v1/data")["datasets"][0]["json_rows"]
        == "http://localhost:8501/team/api/v1/data/sources"
    )
