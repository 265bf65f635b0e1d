import json
from contextlib import suppress
from pathlib import Path

import pytest

from etl.draft.desk import journal


class Killed(BaseException):
    """As if the process ended here."""


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, bytes]:
    """Two files of old content, and what they shall hold."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    return {tmp_path / "a.csv": b"new a", tmp_path / "b.csv": b"new b"}


def held(files: dict[Path, bytes]) -> list[bytes]:
    return [path.read_bytes() for path in files]


def test_all_files_are_replaced(files: dict[Path, bytes], tmp_path: Path) -> None:
    journal.replace_all(tmp_path / "journal", files)
    assert held(files) == [b"new a", b"new b"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert journal.recover(tmp_path / "journal") == []


@pytest.mark.parametrize("step", range(24))
def test_killed_at_any_step_it_is_all_or_none(
    step: int, files: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [step]

    def killing(name: str) -> None:
        own = getattr(journal, name)

        def run(*arguments: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return own(*arguments)

        monkeypatch.setattr(journal, name, run)

    for name in ("_write", "_sync_folder", "_replace", "_close"):
        killing(name)
    with suppress(Killed):
        journal.replace_all(tmp_path / "journal", files)
    monkeypatch.undo()
    journal.recover(tmp_path / "journal")
    assert held(files) in ([b"old a.csv", b"old b.csv"], [b"new a", b"new b"])
    assert not (tmp_path / "journal").exists()


def test_a_journal_without_its_list_counts_for_nothing(files: dict[Path, bytes], tmp_path: Path) -> None:
    place = tmp_path / "journal"
    place.mkdir()
    (place / "a.csv").write_bytes(b"half")
    assert journal.recover(place) == []
    assert held(files)[0] == b"old a.csv"


def test_a_whole_journal_puts_the_files_back(files: dict[Path, bytes], tmp_path: Path) -> None:
    place = tmp_path / "journal"
    place.mkdir()
    (place / "a.csv").write_bytes(b"before")
    (place / journal.LIST).write_text(json.dumps({"a.csv": str(tmp_path / "a.csv")}), encoding="utf-8")
    assert journal.recover(place) == ["a.csv"]
    assert held(files)[0] == b"before"


def test_windows_opens_no_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("etl.draft.desk.journal.os.name", "nt")
    assert journal._sync_folder(tmp_path / "absent") is None  # type: ignore[func-returns-value]
