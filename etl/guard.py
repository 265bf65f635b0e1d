"""From a file's path to its text: what is no UTF-8 text of bounded size is refused, never guessed at."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from data.files import UnfitFileError, plain_bytes
from etl.errors import BadData, Fault

LARGEST_FILE = 20_000_000
SIGNATURES = (
    (b"PK\x03\x04", "is a workbook or zip file: save the sheet as CSV UTF-8"),
    (b"\xd0\xcf\x11\xe0", "is an old workbook: save the sheet as CSV UTF-8"),
    (b"%PDF", "is a PDF document, not a CSV file"),
    (b"\xff\xfe", "is UTF-16: save as CSV UTF-8"),
    (b"\xfe\xff", "is UTF-16: save as CSV UTF-8"),
)
HTML = re.compile(rb"\s*<(!doctype|html|head|body|table|\?xml)", re.IGNORECASE)
MERGE = re.compile(r"^(<{7}|>{7})(?: .*)?$", re.MULTILINE)


def read_bytes(path: Path) -> bytes:
    """The bytes of a plain file of at most 20 MB inside its own folder, else BadData."""
    if not path.exists() and not path.is_symlink():
        raise _refused(path, "is missing from the data folder")
    try:
        return plain_bytes(path, LARGEST_FILE)
    except UnfitFileError as unfit:
        raise _refused(path, str(unfit)) from None


def text_of(path: Path, content: bytes) -> str:
    """The text in Unicode's composed form (NFC), line ends as they are; else BadData."""
    for start, problem in SIGNATURES:
        if content.startswith(start):
            raise _refused(path, problem)
    if HTML.match(content):
        raise _refused(path, "is an HTML or XML page, not a CSV file")
    if content[:1000].count(0) * 3 > len(content[:1000]) > 0:
        raise _refused(path, "is UTF-16: save as CSV UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, content, error) from None
    if not text.strip():
        raise _refused(path, "is empty")
    if MERGE.search(text):
        raise BadData(_merge_marks(path, text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _refused(path: Path, problem: str, line: int | None = None) -> BadData:
    return BadData([Fault(path.name, line, None, None, problem)])


def _not_utf8(path: Path, content: bytes, error: UnicodeDecodeError) -> BadData:
    # A BOM is not part of what the error counts in.
    start = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
    if error.reason == "unexpected end of data":
        return _refused(path, "is cut off inside a character", _line(content[:start].decode("utf-8")))
    return _refused(
        path,
        f"byte 0x{content[start]:02X} is not UTF-8 (Windows-1251 or Latin-1?): save as CSV UTF-8",
        _line(content[:start].decode("utf-8")),
    )


def _merge_marks(path: Path, text: str) -> Iterator[Fault]:
    problem = "a merge conflict is left in the file: keep one side and remove the marks"
    line, seen = 1, 0
    for mark in MERGE.finditer(text):
        line, seen = line + _line(text[seen : mark.start()]) - 1, mark.start()
        yield Fault(path.name, line, None, mark[0][:40], problem)


def _line(before: str) -> int:
    """The physical line, from 1, of what follows `before`."""
    return len(re.findall(r"\r\n|\r|\n", before)) + 1
