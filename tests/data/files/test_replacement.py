import os
from pathlib import Path

import pytest

from data.files import replacement
from data.files.replacement import replace_file, sync_path


def test_a_file_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    replace_file(path, b"old")
    replace_file(path, b"new", ".merging")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"new"]


def test_what_is_killed_before_the_disk_holds_it_leaves_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    replace_file(path, b"old")

    def fail(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacement, "sync_path", fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_windows_opens_no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("data.files.replacement.sys.platform", "win32")
    monkeypatch.setattr(os, "open", lambda path, _: opened.append(path))
    sync_path(tmp_path)
    assert opened == []
