"""Lists page by page, on the page Recommendations with one row a page."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.views.recommendations import table
from tests.reader import Opened, opening, run, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.setattr(table, "ROWS", 1)
    return opening(builds, monkeypatch)


def _listed(app: AppTest) -> list[str]:
    page = said(app).split("Source by source")[-1]
    return [
        text for text in ("Build more posts.", "Train the officers", "Share what is known.") if text in page
    ]


def test_the_address_names_the_page(opened: Opened) -> None:
    assert _listed(opened("recommendations")) == ["Build more posts."]
    app = opened("recommendations", page="3")
    assert _listed(app) == ["Share what is known."]
    assert "3 to 3 of 3 recommendations" in said(app)
    assert [str(warning.value) for warning in app.warning] == []


@pytest.mark.parametrize("number", ["4", "0", "²", "01", "1" * 5_000])
def test_a_page_that_there_is_not_is_named_and_the_first_is_shown(number: str, opened: Opened) -> None:
    app = opened("recommendations", page=number)
    assert _listed(app) == ["Build more posts."]
    assert any(f"page “{number[:200]}" in warning.value for warning in app.warning)


def test_a_change_of_filters_begins_again_at_the_first_page(opened: Opened) -> None:
    app = opened("recommendations", page="2")
    app.multiselect("f_theme").set_value(["border-management"])
    run(app)
    assert _listed(app) == ["Build more posts."]
    assert "page" not in app.query_params


def test_one_page_has_no_pager(builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opening(builds, monkeypatch)("recommendations")
    assert "of 3 recommendations" not in said(app)


def test_a_record_is_shown_whatever_page_it_stands_on(opened: Opened) -> None:
    page = said(opened("recommendations", recommendation="beta-1-share"))
    assert '<div class="cardtitle">Share what is known.<sup' in page
