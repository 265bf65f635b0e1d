"""The record that the address selects is shown as its card, with its sources."""

from pathlib import Path

import pytest

from tests.reader import Opened, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize(
    ("where", "selected", "title"),
    [
        ("timeline", {"event": "2021-03-03-alphaville-roundtable"}, "Round table on alpha borders"),
        ("evidence", {"source": "alpha-2021-report"}, "Alpha report"),
        ("organisation", {"id": "alpha"}, "ALPHA"),
        ("offices", {"border": "TJK-UZB"}, "border?id=TJK-UZB"),
    ],
)
def test_the_card_has_its_sources(where: str, selected: dict[str, str], title: str, opened: Opened) -> None:
    words = said(opened(where, embed="1", **selected))
    assert title in words
    assert "Alpha" in words
    assert "Previous" not in words


def test_a_record_that_there_is_not_is_said(opened: Opened) -> None:
    app = opened("timeline", embed="1", event="nonesuch")
    assert "event “nonesuch”" in str(app.warning[0].value)
