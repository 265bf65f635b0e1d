"""With `embed=1` in the address a page is one card or one picture, without panel, menu and title."""

from pathlib import Path

import pytest

from tests.reader import Opened, opening, said

EVENT = "2021-03-03-alphaville-roundtable"


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_there_is_nothing_of_the_frame(opened: Opened) -> None:
    app = opened("timeline", embed="1", event=EVENT)
    assert not app.sidebar.children
    assert [*app.title, *app.button, *app.multiselect, *app.warning] == []
    assert opened("timeline", event=EVENT).title[0].value == "Timeline"


def test_the_way_to_the_whole_page_keeps_all_but_the_frame(opened: Opened) -> None:
    words = said(opened("timeline", embed="1", event=EVENT, org=["alpha", "beta"]))
    assert f"http://localhost:8501/timeline?event={EVENT}&amp;org=alpha&amp;org=beta" in words
    assert "release test.1" in words
    assert "embed=1" not in words


def test_the_tab_has_the_title_of_the_picture_as_it_is(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr("streamlit.set_page_config", lambda page_title="", **_: titles.append(page_title))
    words = said(opened("timeline", embed="1", q="alpha*"))
    assert titles[-1] == "Events by kind of event along time. Filter: “alpha*”."
    assert "http://localhost:8501/timeline?q=alpha%2A" in words
    assert 'http://localhost:8501/offices"' in said(opened("offices", embed="1"))


@pytest.mark.parametrize(
    ("where", "parameters", "sentence"),
    [
        ("timeline", {"org": "nobody"}, "not known here and was left out: org “nobody”."),
        ("timeline", {"picture": "<b>"}, "Its pictures are: lanes, strip, coverage."),
        (
            "timeline",
            {"q": "nothing at all"},
            "Nothing in the record matches these filters: “nothing at all”.",
        ),
        ("about", {}, "This page has no picture to show by itself."),
        ("overview", {}, "This page has no picture to show by itself."),
    ],
)
def test_what_cannot_be_shown_is_said(
    where: str, parameters: dict[str, str], sentence: str, opened: Opened
) -> None:
    words = said(opened(where, embed="1", **parameters))
    assert sentence in words
    assert "<b>" not in words
