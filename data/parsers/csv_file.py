"""A CSV file of an extract: strict about form; each cell exactly as it was written."""

import io
import re
from collections.abc import Iterator

from data.files.csv_rows import NotCsvError, number_rows
from data.parsers import cells
from data.parsers.limits import Budget
from data.parsers.sheets import Sheet, UnreadableError

WRONG_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
LINE_END = re.compile(r"\r\n|\r|\n")


def read_csv(file: str, title: str, content: bytes, budget: Budget) -> Sheet:
    """The table that the bytes hold; UnreadableError where they are no CSV in UTF-8 with commas."""
    _check_encoding(file, content)
    budget.add_lines(file, content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n"))
    rows = _rows(file, content)
    first = next(rows, None)
    if first is None:
        raise UnreadableError(file, "is empty")
    return cells.make_sheet(file, title, _all(file, first, rows), budget)


def _all(
    file: str, first: tuple[int, list[str]], rows: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    line, header = first
    if len(header) == 1:
        for sign, words in WRONG_DELIMITERS.items():
            if sign in header[0]:
                problem = f"the columns are separated by {words}: save with commas"
                raise UnreadableError(file, problem, line)
    yield first
    yield from rows


def _check_encoding(file: str, content: bytes) -> None:
    start = content[:1000]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or start.count(0) * 3 > len(start) > 0:
        raise UnreadableError(file, "is UTF-16: save as CSV UTF-8")
    if content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")) or re.match(rb"\s*<[!?a-z]", start, re.I):
        raise UnreadableError(file, "is neither a CSV nor an XLSX file nor a zip package")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        body = content.removeprefix(b"\xef\xbb\xbf")
        line = len(LINE_END.findall(body[: error.start].decode("utf-8"))) + 1
        problem = f"byte 0x{body[error.start]:02X} is not UTF-8: save as CSV UTF-8"
        raise UnreadableError(file, problem, line) from None


def _rows(file: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the physical line on which it starts."""
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    try:
        yield from ((line, row) for line, row in number_rows(text) if any(row))
    except NotCsvError as error:
        raise UnreadableError(file, error.problem, error.line) from None
