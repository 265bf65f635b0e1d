from pathlib import Path

import pytest

from data.drafts.folders import SETTING, open_desk


def test_the_setting_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(SETTING, str(tmp_path))
    found = open_desk(tmp_path / "curated")
    assert found.drafts == tmp_path / "drafts"
    assert (found.journal, found.decisions) == (tmp_path / "merge-journal", tmp_path / "desk-decisions.csv")


def test_without_it_the_folder_lies_beside_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert open_desk().folder.as_posix().endswith("data/desk")
