"""The panel of the selected record: its place in the list, and the way on, also over the end of a page."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.views.recommendations import table
from tests.reader import Opened, opening, run, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.setattr(table, "ROWS", 2)
    return opening(builds, monkeypatch)


def press(app: AppTest, key: str) -> str:
    """The id that is selected once a button of the panel was pressed."""
    app.button(key).click()
    return str(run(app).query_params["recommendation"])


def test_previous_and_next_go_through_the_pages_of_the_list(opened: Opened) -> None:
    ids = ["alpha-1-posts"]
    app = opened("recommendations", recommendation=ids[0])
    assert "1 of 3" in said(app)
    assert app.button("panel-previous").disabled
    ids += [press(app, "panel-next") for _ in range(2)]
    assert len(set(ids)) == 3
    assert "3 of 3" in said(app)
    assert app.query_params["page"] == "2"
    assert app.button("panel-next").disabled
    assert press(app, "panel-previous") == ids[1]
    assert "page" not in app.query_params


def test_a_record_of_another_page_has_no_place_but_can_be_closed(opened: Opened) -> None:
    app = opened("recommendations", recommendation="alpha-1-posts", page="2")
    assert [button.key for button in app.button if "panel" in str(button.key)] == ["panel-close"]
    app.button("panel-close").click()
    assert "recommendation" not in run(app).query_params
