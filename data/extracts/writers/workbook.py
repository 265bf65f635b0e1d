"""Excel: a sheet *Read me* with the receipt, then a sheet a frame with real dates and numbers."""

import io
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from data.extracts.cells import neutralise, parse_day
from data.extracts.frame import Frame
from data.extracts.receipt import Receipt
from data.extracts.request import NOT_STATED
from data.extracts.writers import workbook_readme
from data.extracts.writers.workbook_styles import Styles, make_styles

LARGEST_CELL, MOST_ROWS, LONGEST_NAME = 32_767, 1_048_575, 31
"""What the format can hold: characters a cell, rows beneath the head, characters of a sheet's name."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""
DATED = ("_on", "earliest", "latest", "begins_by", "ends_from", "as_of", "first", "last")
"""How the names of columns that hold dates end; one that is not exact to the day stays text."""
WIDEST, NARROWEST, LOOKED_AT = 60, 9, 200

Put = Callable[[Any, int, int, Any], Any]


class TooManyRowsError(ValueError):
    """More rows than a sheet can hold."""


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The frames in their order; raises TooManyRowsError where one does not fit."""
    for frame in frames:
        if len(frame.rows) > MOST_ROWS:
            raise TooManyRowsError(f"{frame.name} has more than {MOST_ROWS:,} rows; take CSV or Parquet")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False})
    day = date.fromisoformat(receipt.released_on) if receipt.released_on != NOT_STATED else date(2000, 1, 1)
    book.set_properties(
        {
            "title": f"Chegara: {receipt.title}",
            "comments": receipt.cite,
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
        }
    )
    style = make_styles(book)
    front = book.add_worksheet("Read me")
    cut = {frame.name: _sheet(book, frame, style) for frame in frames}
    workbook_readme.fill_sheet(
        front, style, receipt, frames, {name: cells for name, cells in cut.items() if cells}
    )
    book.close()
    return out.getvalue()


def _sheet(book: Any, frame: Frame, style: Styles) -> int:
    """Write one frame; how many cells had to be cut to what a cell can hold."""
    table = frame.rows
    sheet = book.add_worksheet(frame.name[:LONGEST_NAME])
    for number, name in enumerate(table.column_names):
        sheet.write_string(0, number, name, style.head)
    columns, puts, cut = [], [], 0
    exact = _exact(table)
    for number, name in enumerate(table.column_names):
        column = table[name].combine_chunks()
        if pa.types.is_string(column.type):
            column, too_long = _cut_cells(neutralise(column))
            cut += too_long
        sheet.set_column(number, number, _width(name, column), style.text)
        columns.append(column.to_pylist())
        puts.append(_put(name, column.type, style, exact))
    for line, cells in enumerate(zip(*columns, strict=True), start=1):
        for number, (put, cell) in enumerate(zip(puts, cells, strict=True)):
            if cell is not None:
                put(sheet, line, number, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(table.num_rows, 1), max(table.num_columns - 1, 0))
    return cut


def _exact(table: pa.Table) -> list[bool]:
    """For each row, from 1, whether its own dates are exact to the day where they look so."""
    if "date_precision" not in table.column_names:
        return []
    return [True, *(precision == "day" for precision in table["date_precision"].to_pylist())]


def _put(name: str, kind: Any, style: Styles, exact: list[bool]) -> Put:
    if pa.types.is_boolean(kind):
        return lambda sheet, line, number, cell: sheet.write_boolean(line, number, cell)
    if pa.types.is_date(kind):
        return lambda sheet, line, number, cell: _day(sheet, line, number, cell, style)
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return lambda sheet, line, number, cell: sheet.write_number(line, number, cell)
    if name.endswith(DATED):
        own = name in ("start_on", "end_on") and bool(exact)

        def put(sheet: Any, line: int, number: int, cell: str) -> None:
            day = parse_day(cell) if not own or exact[line] else None
            if day is None:
                sheet.write_string(line, number, cell)
            else:
                _day(sheet, line, number, day, style)

        return put
    return lambda sheet, line, number, cell: sheet.write_string(line, number, cell)


def _day(sheet: Any, line: int, number: int, day: date, style: Styles) -> None:
    if day < FIRST_DAY:
        sheet.write_string(line, number, day.isoformat())
    else:
        sheet.write_datetime(line, number, datetime(day.year, day.month, day.day), style.day)  # noqa: DTZ001


def _cut_cells(column: "pa.Array[Any]") -> tuple["pa.Array[Any]", int]:
    """The cells cut to what the format can hold, and how many were."""
    long = pc.greater(pc.utf8_length(column), LARGEST_CELL)
    number = pc.sum(long).as_py() or 0
    if not number:
        return column, 0
    short = pc.binary_join_element_wise(pc.utf8_slice_codeunits(column, 0, LARGEST_CELL - 1), "…", "")
    return pc.if_else(long, short, column), number


def _width(name: str, column: "pa.Array[Any]") -> float:
    """Wide enough for nine tenths of the first rows and for the head with its arrow."""
    seen = sorted(len(str(cell)) for cell in column.slice(0, LOOKED_AT).to_pylist() if cell is not None)
    usual = seen[len(seen) * 9 // 10] if seen else 0
    return min(max(usual + 2, len(name) + 4, NARROWEST), WIDEST)
