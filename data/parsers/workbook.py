"""An XLSX workbook of an extract: its sheets as they are stored; no formula is worked out.

The reader (calamine) gets the workbook packed anew, from members that were unpacked and measured under
limits.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import python_calamine

from data.parsers import archive, cells
from data.parsers.limits import Budget, shorten_name
from data.parsers.sheets import EarlierExtract, Sheet, UnreadableError
from data.parsers.xml_parts import UNREADABLE, Measure

READ_ME = "read me"
BOOK = "xl/workbook.xml"
PARTS = (
    *("[content_types].xml", BOOK, "_rels/", "xl/_rels/", "xl/styles.xml", "xl/sharedstrings.xml"),
    *("xl/worksheets/", "xl/chartsheets/"),
)
"""How the names of the parts begin that the reader is given, in lower case."""


def is_workbook(file: str, content: bytes, budget: Budget) -> bool:
    """Whether a zip file is an XLSX workbook; UnreadableError where it is no archive that may be read."""
    return BOOK in archive.list_names(file, content, budget)


def read_workbook(file: str, content: bytes, budget: Budget) -> EarlierExtract:
    """The sheets of tables, and the receipt from the sheet *Read me*."""
    parts = archive.unpack(file, content, budget, _is_wanted)
    Measure(file, budget).check(parts)
    sheets: list[Sheet] = []
    receipt: dict[str, Any] = {}
    try:
        book = python_calamine.load_workbook(io.BytesIO(_pack_parts(parts)))
        budget.expect_sheets(len(book.sheet_names))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if name.casefold() == READ_ME:
                receipt |= _receipt(rows)
            elif rows:
                sheets.append(_sheet(file, name, rows, budget))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(file, UNREADABLE) from error
    if not sheets:
        raise UnreadableError(file, "holds no sheet with rows")
    return EarlierExtract(tuple(sheets), receipt)


def _is_wanted(name: str) -> bool:
    return name.casefold().startswith(PARTS) and name.endswith((".xml", ".rels"))


def _pack_parts(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as whole:
        for name in [*parts]:
            whole.writestr(zipfile.ZipInfo(name), parts.pop(name))
    return packed.getvalue()


def _receipt(rows: list[list[Any]]) -> dict[str, Any]:
    return {str(row[0]): cells.to_text(row[1]) for row in rows if len(row) > 1 and row[0] not in ("", None)}


def _sheet(file: str, name: str, rows: list[list[Any]], budget: Budget) -> Sheet:
    width = max((place for place, cell in enumerate(rows[0], start=1) if cell != ""), default=0)
    title = shorten_name(name)
    return cells.make_sheet(f"{file}[{title}]", title, _trim_rows(rows, width), budget)


def _trim_rows(rows: list[list[object]], width: int) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows as wide as the header; cells beyond it are kept, and are a fault."""
    for line, row in enumerate(rows, start=1):
        yield line, row[:width] if all(cell == "" for cell in row[width:]) else row
