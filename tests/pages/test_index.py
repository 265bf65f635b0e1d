"""The index: every thing by name, found in any spelling."""

from pathlib import Path

import pytest

from tests.reader import Opened, chips, lead, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_index_finds_any_spelling(opened: Opened) -> None:
    assert lead(opened("index")) == (
        "5 organisations, 3 people, 4 places, 4 countries, 3 borders, 4 Border Liaison Offices, "
        "3 instruments, 3 themes, 4 sources."
    )
    app = opened("index", q="альфа")
    assert lead(app) == "1 organisation, 1 place with a name that has “альфа”."
    assert 'href="organisation?id=alpha"' in said(app)
    assert "No name here has “zzz”." in said(opened("index", q="zzz"))


def test_the_index_shows_the_kind_that_the_address_names(opened: Opened) -> None:
    assert 'href="border?id=TJK-UZB"' in said(opened("index", of="border"))
    app = opened("index", of="colour")
    assert ["of “colour”" in warning.value for warning in app.warning] == [True]


def test_the_field_of_the_index_is_the_search(opened: Opened) -> None:
    app = opened("index")
    app.text_input("index-words").set_value("гамма").run()
    assert chips(app) == ["“гамма” ✕"]
    assert app.query_params["q"] == "гамма"
