"""The record that the address selects is shown as its card, with its sources."""

from pathlib import Path

import pytest

from tests.reader import Opened, opening, said

EVENT = "2021-03-03-alphaville-roundtable"


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize(
    ("where", "selected", "text", "title"),
    [
        ("timeline", {"event": EVENT}, "Round table on alpha borders", "Round table on alpha borders"),
        ("evidence", {"source": "alpha-2021-report"}, "Alpha report", "Alpha report"),
        ("organisation", {"id": "alpha"}, "ALPHA", "ALPHA"),
        ("offices", {"border": "TJK-UZB"}, "border?id=TJK-UZB", "Tajik-Uzbek"),
        ("offices", {"office": "gamma-crossing"}, "Gamma crossing", "Gamma crossing"),
        ("recommendations", {"recommendation": "alpha-1-posts"}, "Build more posts.", "Build more posts."),
    ],
)
def test_the_card_has_its_sources_and_the_tab_its_title(
    where: str,
    selected: dict[str, str],
    text: str,
    title: str,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    titles: list[str] = []
    monkeypatch.setattr("streamlit.set_page_config", lambda page_title="", **_: titles.append(page_title))
    words = said(opened(where, embed="1", **selected))
    assert titles[-1] == title
    assert text in words
    assert "Alpha" in words
    assert "Previous" not in words


def test_a_record_that_there_is_not_is_said(opened: Opened) -> None:
    app = opened("timeline", embed="1", event="nonesuch")
    assert "event “nonesuch”" in str(app.warning[0].value)
