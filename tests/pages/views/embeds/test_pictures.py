"""Each page with pictures offers them by name, the usual one first."""

from pathlib import Path

import pytest

from tests.reader import Opened, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("timeline", "lanes, strip, coverage"),
        ("network", "network"),
        ("offices", "map, matrix"),
        ("recommendations", "bars"),
    ],
)
def test_the_pictures_of_a_page(where: str, names: str, opened: Opened) -> None:
    words = said(opened(where, embed="1", picture="nonesuch", least="1"))
    assert f"There is no picture of this name on this page. Its pictures are: {names}." in words
    assert "no picture of this name" not in said(opened(where, embed="1", least="1"))
