"""The sheet *Read me* of a workbook: the receipt, the columns, the sources."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from data.extracts import columns
from data.extracts.cells import neutralise
from data.extracts.frame import Frame
from data.extracts.receipt import Receipt, format_lines
from data.extracts.writers.workbook_styles import Styles

MARK = (
    "Text that a spreadsheet could run as a formula has an apostrophe before it; so has text that begins "
    "with one. Take one off to have the text of the record."
)
SOURCES = ("id", "publisher", "title", "published_on", "read_on", "url")


def fill_sheet(
    sheet: Any, style: Styles, receipt: Receipt, frames: Sequence[Frame], cut: Mapping[str, int]
) -> None:
    """Write the sheet; `cut` counts cells that were too long for the format, by frame."""
    sheet.hide_gridlines(2)
    for number, width in enumerate((22, 30, 80, 14, 14, 50)):
        sheet.set_column(number, number, width)
    notes = [("text_cells", MARK)]
    notes += [
        ("cut", f"{cells} cells of {name} were too long for a workbook; CSV holds them")
        for name, cells in cut.items()
    ]
    rows: list[tuple[Sequence[str], Any]] = [((f"Chegara: {receipt.title}",), style.title), ((), None)]
    rows += [(pair, style.key) for pair in (*format_lines(receipt), *notes)]
    for frame in frames:
        rows += [((), None), (("column", f"in sheet {frame.name}: what it holds"), style.head)]
        rows += [((column.name, column.sentence), style.key) for column in columns.describe_columns(frame)]
    rows += [((), None), (SOURCES, style.head)]
    rows += [([getattr(source, name) for name in SOURCES], style.text) for source in receipt.sources]
    for line, (cells, first) in enumerate(rows):
        is_head = first is style.head
        for number, cell in enumerate(_safe(cells)):
            sheet.write_string(line, number, cell, first if is_head or number == 0 else style.text)


def _safe(cells: Sequence[str]) -> list[str]:
    return neutralise(pa.array(list(cells), pa.string())).to_pylist() if cells else []
