import subprocess
from pathlib import Path

import pytest

from etl.draft.files import process
from etl.draft.files.file_text import RefusedError

WORDS = (
    "The course was held in Dushanbe on 3 May 2024 and twenty-four officers of the service took part in it."
)


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"  # the name tells nothing
    path.write_text(WORDS, encoding="utf-8")
    found = process.read(path)
    assert (found.kind, found.text, found.notes) == ("txt", WORDS, ())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is empty"), (b"MZ", "is a program"), (b"%PDF-", "is a damaged PDF")],
)
def test_a_bad_file_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "page"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=sentence):
        process.read(path)


def test_no_file_and_too_large_a_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedError, match="is not a plain file"):
        process.read(tmp_path / "absent")
    (tmp_path / "large").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(process, "LARGEST", 10)
    with pytest.raises(RefusedError, match="is larger than"):
        process.read(tmp_path / "large")


def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(process, "read_bytes", fail)
    with pytest.raises(RefusedError, match="cannot be opened: Permission denied"):
        process.read(tmp_path / "page")


def test_a_process_that_is_late_or_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page"
    path.write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(process, "COMMAND", ("false",))
    with pytest.raises(RefusedError, match="the program that reads files failed on it"):
        process.read(path)

    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("child", 1)

    monkeypatch.setattr(subprocess, "run", late)
    with pytest.raises(RefusedError, match="takes more than 60 seconds"):
        process.read(path)
