from pathlib import Path

import pytest

from data.drafts.folders import SETTING, Desk
from etl.commands.command_line import main
from tests.etl.desk import Draw


@pytest.fixture(autouse=True)
def setting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, str(desk.folder))


def test_what_a_draft_adds_is_told(desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]) -> None:
    name = draw().name
    assert main(["check-draft", name, "--data", str(desk.curated)]) == 0
    assert capsys.readouterr().out.startswith(f"{name}: adds sources 1, events 1")


def test_an_anchor_that_fails_ends_with_3(desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]) -> None:
    name = draw().name
    path = desk.drafts / name / "candidates.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Vera Veraeva", "Nobody Here", 2), encoding="utf-8")
    assert main(["check-draft", name, "--data", str(desk.curated)]) == 3
    assert "stands nowhere" in capsys.readouterr().err


def test_no_such_draft(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-draft", "absent", "--data", str(desk.curated)]) == 2
    assert "there is no such draft" in capsys.readouterr().err


def test_data_that_are_refused(desk: Desk, draw: Draw, capsys: pytest.CaptureFixture[str]) -> None:
    name = draw().name
    Path(desk.curated, "themes.csv").write_text("id,name,scope\n", encoding="utf-8")
    assert main(["check-draft", name, "--data", str(desk.curated)]) == 3
    assert capsys.readouterr().err.endswith("The record is as it was.\n")
