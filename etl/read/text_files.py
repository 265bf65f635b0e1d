"""From a file's path to its text: what is no UTF-8 text of bounded size is refused, never guessed at.

A file is looked at once, piece by piece, for its form and its SHA-256; memory does not grow with it.
"""

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from data import store
from data.files.plain_files import UnfitFileError, check_file, too_large_error
from etl.reporting import characters
from etl.reporting.errors import BadData, Fault
from etl.staging.tables import Form

LARGEST_FILE = 20_000_000
"""Bytes of one file, unless the command says otherwise."""
LONGEST_LINE = 21_000_000
"""Characters allowed between two line ends: more than the largest file that people edit."""
PIECE = 1 << 20
SIGNATURES = (
    (b"PK\x03\x04", "is a workbook or zip file: save the sheet as CSV UTF-8"),
    (b"\xd0\xcf\x11\xe0", "is an old workbook: save the sheet as CSV UTF-8"),
    (b"%PDF", "is a PDF document, not a CSV file"),
    (b"\xff\xfe", "is UTF-16: save as CSV UTF-8"),
    (b"\xfe\xff", "is UTF-16: save as CSV UTF-8"),
)
HTML = re.compile(rb"\s*<(!doctype|html|head|body|table|\?xml)", re.IGNORECASE)
MERGE = re.compile(r"(<{7}|>{7})(?: .*)?")
LINE_END = re.compile(r"\r\n|\r|\n")
PLAIN = bytes([9, 10, 13, *range(0x20, 0x7F)])
"""ASCII that no text is suspected for."""


def inspect_file(path: Path, largest: int = LARGEST_FILE) -> Form:
    """The form of a plain file of at most `largest` bytes that holds UTF-8 text, else BadData."""
    if not path.exists() and not path.is_symlink():
        raise _refuse(path, "is missing from the data folder")
    try:
        check_file(path, largest)
        return _read_form(path, largest)
    except UnfitFileError as unfit:
        raise _refuse(path, str(unfit)) from None


def read_lines(path: Path, form: Form) -> Iterator[str]:
    """The lines of a file in Unicode's composed form (NFC), each with its own end; BadData if it changed."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        if form.is_ascii:
            yield from file
        else:
            yield from (line if line.isascii() else unicodedata.normalize("NFC", line) for line in file)
    if store.file_stamp(path) != form.stamp:
        raise _refuse(path, "changed while it was read: build again")


def read_text(path: Path) -> tuple[str, str]:
    """The text of a small file, and its SHA-256; else BadData."""
    form = inspect_file(path)
    return "".join(read_lines(path, form)), form.sha256


def _read_form(path: Path, largest: int) -> Form:
    form, digest = Form(store.file_stamp(path)), hashlib.sha256()
    is_blank, has_marks, size = True, False, 0
    with path.open("rb") as file:
        head = file.read(1000)
        _check_head(path, head)
        start = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
        digest.update(head[:start])
        file.seek(start)
        for piece, text in _pieces(path, iter(lambda: file.read(PIECE), b""), start):
            digest.update(piece)
            size += len(piece)
            form.lines += piece.count(b"\n")
            is_blank = is_blank and not text.strip()
            has_marks = has_marks or any(sign in text and sign * 7 in text for sign in "<>")
            _note(form, text)
            if size > largest:
                raise too_large_error(largest)
    if is_blank:
        raise _refuse(path, "is empty")
    if has_marks and (marks := list(_merge_marks(path))):
        raise BadData(marks)
    form.sha256 = digest.hexdigest()
    return form


def _check_head(path: Path, head: bytes) -> None:
    for start, problem in SIGNATURES:
        if head.startswith(start):
            raise _refuse(path, problem)
    if HTML.match(head):
        raise _refuse(path, "is an HTML or XML page, not a CSV file")
    if head.count(0) * 3 > len(head) > 0:
        raise _refuse(path, "is UTF-16: save as CSV UTF-8")


def _pieces(path: Path, pieces: Iterator[bytes], start: int) -> Iterator[tuple[bytes, str]]:
    """Each piece with the lines of text that end in it; the last line comes with an empty piece."""
    decoder, rest = codecs.getincrementaldecoder("utf-8")(), ""
    for piece in chain(pieces, [b""]):
        pending = len(decoder.getstate()[0])
        try:
            text = rest + decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            raise _not_utf8(path, start - pending + error.start, is_cut=not piece) from None
        end = text.rfind("\n") + 1 if piece else len(text)
        text, rest = text[:end], text[end:]
        if len(rest) > LONGEST_LINE:
            raise _refuse(path, "has a line longer than 20 MB")
        yield piece, text
        start += len(piece)


def _note(form: Form, text: str) -> None:
    if text.isascii():
        form.is_suspect = (
            form.is_suspect
            or bool(text.encode().translate(None, PLAIN))
            or any(signs in text for signs in characters.ASCII_SUSPECTS)
        )
        return
    form.is_ascii = False
    if not form.is_suspect:
        form.is_suspect = characters.SUSPECT.search(unicodedata.normalize("NFC", text)) is not None


def _refuse(path: Path, problem: str, line: int | None = None) -> BadData:
    return BadData([Fault(path.name, line, None, None, problem)])


def _not_utf8(path: Path, start: int, *, is_cut: bool) -> BadData:
    """The refusal of a file whose byte number `start` is wrong."""
    line, last = 1, b""
    with path.open("rb") as file:
        for place in range(0, start, PIECE):
            piece = file.read(min(PIECE, start - place))
            line += piece.count(b"\n") + piece.count(b"\r") - (last + piece).count(b"\r\n")
            last = piece[-1:]
        wrong = file.read(1)
    if is_cut:
        return _refuse(path, "is cut off inside a character", line)
    problem = f"byte 0x{wrong[0]:02X} is not UTF-8 (Windows-1251 or Latin-1?): save as CSV UTF-8"
    return _refuse(path, problem, line)


def _merge_marks(path: Path) -> Iterator[Fault]:
    problem = "a merge conflict is left in the file: keep one side and remove the marks"
    number = 1
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for line in file:
            if mark := MERGE.fullmatch(line.rstrip("\n")):
                yield Fault(path.name, number, None, mark[0][:40], problem)
            number += len(LINE_END.findall(line))
