import hashlib
import os
from pathlib import Path

import pytest

from etl.read import text_files
from etl.reporting.errors import BadData
from tests.etl.folder import Folder

REFUSED = [
    (b"\xff\xfei\x00", "events.csv: is UTF-16: save as CSV UTF-8"),
    (b"i\x00d\x00,\x00", "events.csv: is UTF-16: save as CSV UTF-8"),
    (
        "id\nКл".encode("cp1251"),
        "events.csv:2: byte 0xCA is not UTF-8 (Windows-1251 or Latin-1?): save as CSV UTF-8",
    ),
    (b"\xef\xbb\xbfid\r\n\xd0", "events.csv:2: is cut off inside a character"),
    (b"", "events.csv: is empty"),
    (b"\n \n", "events.csv: is empty"),
    (b"PK\x03\x04", "events.csv: is a workbook or zip file: save the sheet as CSV UTF-8"),
    (b"\xd0\xcf\x11\xe0", "events.csv: is an old workbook: save the sheet as CSV UTF-8"),
    (b"%PDF-1.7", "events.csv: is a PDF document, not a CSV file"),
    (b"\n<!DOCTYPE html>", "events.csv: is an HTML or XML page, not a CSV file"),
    (b"x" * 20_000_001, "events.csv: is larger than 20 MB"),
]


@pytest.mark.parametrize(("content", "fault"), REFUSED, ids=[fault[:40] for _, fault in REFUSED])
def test_what_is_no_bounded_utf8_text_is_refused(content: bytes, fault: str, folder: Folder) -> None:
    folder.write("events.csv", content)
    assert folder.faults() == [fault]


def test_each_merge_mark_is_a_fault(folder: Folder) -> None:
    folder.write("themes.csv", "<<<<<<< HEAD\nid,name,scope\n=======\n>>>>>>> x\n")
    problem = "a merge conflict is left in the file: keep one side and remove the marks"
    assert folder.faults() == [
        f"themes.csv:1: {problem} (found '<<<<<<< HEAD')",
        f"themes.csv:4: {problem} (found '>>>>>>> x')",
    ]


def test_a_missing_file_is_a_fault(folder: Folder) -> None:
    (folder.path / "events.csv").unlink()
    assert folder.faults() == ["events.csv: is missing from the data folder"]


def test_a_folder_a_pipe_and_a_link_outside_are_refused(folder: Folder, tmp_path: Path) -> None:
    for name in ("events.csv", "people.csv", "places.csv"):
        (folder.path / name).unlink()
    (folder.path / "events.csv").mkdir()
    os.mkfifo(folder.path / "people.csv")
    (tmp_path / "places.csv").write_text("id\n")
    (folder.path / "places.csv").symlink_to(tmp_path / "places.csv")
    assert folder.faults() == [
        "events.csv: is a folder, not a file",
        "people.csv: is not a plain file",
        "places.csv: is a link that leads out of its folder",
    ]


def test_text_is_composed_and_loses_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    content = b"\xef\xbb\xbf" + "и\u0306\r\n".encode()
    path.write_bytes(content)
    assert text_files.read_text(path) == ("й\r\n", hashlib.sha256(content).hexdigest())
    with pytest.raises(BadData):
        text_files.read_text(tmp_path / "b.csv")


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_a_file_is_looked_at_piece_by_piece(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_files, "PIECE", size)
    path = tmp_path / "a.csv"
    path.write_bytes("a\r\nКлин\x1b\n<<<<<<".encode())
    form = text_files.inspect_file(path)
    assert (form.lines, form.is_ascii, form.is_suspect) == (2, False, True)
    path.write_bytes("a\r\n\rК".encode() + b"\xff\n")
    with pytest.raises(BadData, match=r"a.csv:3: byte 0xFF is not UTF-8"):
        text_files.inspect_file(path)
    path.write_bytes(b"a\n<<<<<<< b\n")
    with pytest.raises(BadData, match=r"a.csv:2: a merge conflict"):
        text_files.inspect_file(path)


def test_plain_text_is_not_suspected(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,name\r\na,b\tc\n")
    form = text_files.inspect_file(path)
    assert (form.lines, form.is_ascii, form.is_suspect) == (2, True, False)


def test_a_larger_file_is_read_where_the_limit_allows_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x\n" * 1000)
    assert text_files.inspect_file(path, 2000).lines == 1000
    with pytest.raises(BadData, match="is larger than 0 MB"):
        text_files.inspect_file(path, 1999)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\nb\n")
    form = text_files.inspect_file(path)
    path.write_bytes(b"a\nb\nc\n")
    with pytest.raises(BadData, match="changed while it was read"):
        list(text_files.read_lines(path, form))


def test_a_line_without_an_end_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_files, "PIECE", 10)
    monkeypatch.setattr(text_files, "LONGEST_LINE", 50)
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 100)
    with pytest.raises(BadData, match="has a line longer than 20 MB"):
        text_files.inspect_file(path)


def test_a_file_that_holds_more_than_it_says_is_refused() -> None:
    """As one that grows after it was measured: the files of the kernel say 0 bytes."""
    with pytest.raises(BadData, match="status: is larger than 0 MB"):
        text_files.inspect_file(Path("/proc/self/status"), 10)


def test_a_file_once_suspected_stays_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_files, "PIECE", 8)
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\x1b\n" + "Клин\n".encode() * 5)
    form = text_files.inspect_file(path)
    assert (form.lines, form.is_ascii, form.is_suspect) == (6, False, True)
