from pathlib import Path

import pytest

from data import store
from data.drafts import folders
from data.drafts.folders import SETTING, open_desk


def test_the_setting_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(SETTING, str(tmp_path))
    found = open_desk(tmp_path / "curated")
    assert found.drafts == tmp_path / "drafts"
    assert (found.journal, found.decisions) == (tmp_path / "merge-journal", tmp_path / "desk-decisions.csv")


def test_without_it_the_folder_lies_beside_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert open_desk().folder.as_posix().endswith("data/desk")


def test_the_page_is_open_where_the_setting_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(folders.SETTING, raising=False)
    assert not folders.is_open()
    monkeypatch.setenv(folders.SETTING, str(tmp_path / "desk"))
    monkeypatch.delenv(folders.CURATED_SETTING, raising=False)
    assert folders.is_open()
    assert folders.open_page().curated == store.CURATED
    monkeypatch.setenv(folders.CURATED_SETTING, str(tmp_path / "curated"))
    assert folders.open_page().decisions == tmp_path / "desk-decisions.csv"
