from contextlib import suppress
from pathlib import Path

import pytest

from data.files import replacement
from etl.draft.desk import journal
from etl.reporting.errors import UsageError


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
    assert journal.recover_files(tmp_path / "journal") == []


@pytest.mark.parametrize("step", range(14))
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

    for name in ("write_file", "sync_path", "replace_file", "_close"):
        killing(name)
    with suppress(Killed):
        journal.replace_all(tmp_path / "journal", files)
    monkeypatch.undo()
    journal.recover_files(tmp_path / "journal")
    assert held(files) in ([b"old a.csv", b"old b.csv"], [b"new a", b"new b"])
    assert not (tmp_path / "journal").exists()


def test_a_journal_without_its_list_counts_for_nothing(files: dict[Path, bytes], tmp_path: Path) -> None:
    place = tmp_path / "journal"
    place.mkdir()
    (place / "a.csv").write_bytes(b"half")
    assert journal.recover_files(place) == []
    assert held(files)[0] == b"old a.csv"


def cut_short(files: dict[Path, bytes], journal_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A merge that is killed once the first file is replaced."""
    own, left = replacement.replace_file, [2]  # the list, then the first file

    def run(path: Path, content: bytes, *ending: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        own(path, content, *ending)

    monkeypatch.setattr(journal, "replace_file", run)
    with pytest.raises(Killed):
        journal.replace_all(journal_place, files)
    monkeypatch.undo()


def test_what_was_replaced_is_put_back(
    files: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(files, tmp_path / "journal", monkeypatch)
    assert held(files) == [b"new a", b"old b.csv"]
    with pytest.raises(UsageError, match="a merge was cut short; merge-draft takes it back"):
        journal.refuse_cut_merge(tmp_path / "journal")
    assert journal.recover_files(tmp_path / "journal") == ["a.csv"]
    assert held(files) == [b"old a.csv", b"old b.csv"]
    journal.refuse_cut_merge(tmp_path / "journal")


@pytest.mark.parametrize("name", ["a.csv", "b.csv"])
def test_edits_made_since_are_never_overwritten(
    name: str, files: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "journal"
    cut_short(files, place, monkeypatch)
    path = tmp_path / name
    path.write_bytes(path.read_bytes() + b", edited")
    before = held(files)
    with pytest.raises(
        UsageError, match=rf"{name}: was edited since a merge was cut short; put your edits aside"
    ):
        journal.recover_files(place)
    assert (held(files), place.is_dir()) == (before, True)
    path.write_bytes((place / name).read_bytes())  # what the sentence says
    journal.recover_files(place)
    assert held(files) == [b"old a.csv", b"old b.csv"]


def test_a_file_that_is_gone_is_told(
    files: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(files, tmp_path / "journal", monkeypatch)
    (tmp_path / "a.csv").unlink()
    with pytest.raises(UsageError, match=r"a\.csv: was edited"):
        journal.recover_files(tmp_path / "journal")
