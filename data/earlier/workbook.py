"""An XLSX workbook of an extract: its sheets as they are stored; no formula is worked out.

The reader (calamine) lays a sheet out whole, from the first cell to the last. So what it gets is packed anew
from members unpacked under our caps, and each sheet is measured before.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.parsers import expat

import python_calamine

from data.earlier import cells, package
from data.earlier.sheet import Earlier, Sheet, UnreadableError

MOST_CELLS = 3_000_000
"""Of one sheet, counted as its last row times its last column."""
READ_ME = "read me"
REFERENCE = re.compile(r"([A-Z]{1,7})([0-9]{1,9})", re.IGNORECASE | re.ASCII)


def is_workbook(content: bytes) -> bool:
    """Whether a zip file is an XLSX workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read(file: str, content: bytes) -> Earlier:
    """The sheets of tables, and the receipt from the sheet *Read me*."""
    try:
        book = python_calamine.load_workbook(io.BytesIO(_clean(file, content)))
        found = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(file, "is no XLSX workbook that can be read") from error
    receipt = {
        str(row[0]): cells.text(row[1])
        for name, rows in found.items()
        if name.casefold() == READ_ME
        for row in rows
        if len(row) > 1 and row[0] not in ("", None)
    }
    sheets = [_sheet(file, name, rows) for name, rows in found.items() if name.casefold() != READ_ME and rows]
    if not sheets:
        raise UnreadableError(file, "holds no sheet with rows")
    return Earlier(tuple(sheets), receipt)


def _sheet(file: str, name: str, rows: list[list[Any]]) -> Sheet:
    width = max((place for place, cell in enumerate(rows[0], start=1) if cell != ""), default=0)
    return cells.sheet(f"{file}[{name}]", name, _trimmed(rows, width))


def _trimmed(rows: list[list[object]], width: int) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows as wide as the header; what stands beyond it stays, and is a fault."""
    for line, row in enumerate(rows, start=1):
        yield line, row[:width] if all(cell == "" for cell in row[width:]) else row


def _clean(file: str, content: bytes) -> bytes:
    """The workbook's XML, packed anew without compression, after each part was measured."""
    parts = package.members(file, content, lambda name: name.endswith((".xml", ".rels")))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            _Measure(file).of(part)
            archive.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()


class _Measure:
    """Goes through one XML part: refuses entities, and cells too far out, as the reader would count them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.row = self.column = self.last_row = self.last_column = 0

    def of(self, part: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, LookupError, ValueError):  # the latter two: an encoding that is none
            raise UnreadableError(self.file, "is no XLSX workbook that can be read") from None

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            number = attributes.get("r", "")
            self.row = int(number) if number.isdecimal() and len(number) < 10 else self.row + 1
            self.column = 0
        elif kind == "c":
            found = REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = _number(found[1]) if found else self.column + 1
            self.row = int(found[2]) if found else self.row
        else:
            return
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        if self.last_row * max(self.last_column, 1) > MOST_CELLS:
            raise UnreadableError(self.file, f"has a sheet of more than {MOST_CELLS:,} cells")

    def _entity(self, *_: object) -> None:
        raise UnreadableError(self.file, "is no XLSX workbook that can be read: it declares entities")


def _number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
