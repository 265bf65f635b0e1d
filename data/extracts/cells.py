"""Cells of a file: typed columns, and text that no spreadsheet runs."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    import pandas as pd

Cells = Mapping[str, Any]
"""The cells of rows, column by column: a list, or an array. What is not stated is None, null or NaN."""
UNSEEN = r"\x00-\x20\x7f-\x{a0}\x{ad}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2064}\x{feff}\p{Z}"
FORMULA = rf"^[{UNSEEN}]*['=+\-@\x{{ff1d}}\x{{ff0b}}\x{{ff0d}}\x{{ff20}}]|^[\t\r\n\x00]"
"""Text whose first visible character a spreadsheet could take for a formula (ASVS 5.0, 1.2.10), or that
begins with our own mark, so that taking one `'` off always gives the text back. In the syntax of RE2."""
LIVE_FIRST = np.zeros(256, np.bool_)
"""By byte: whether UTF-8 text that is FORMULA may begin with it."""
LIVE_FIRST[[*range(0x21), *b"'=+-@", 0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF]] = True


def neutralise(column: "pa.Array[Any]") -> "pa.Array[Any]":
    """The text column with the mark `'` before each cell that a spreadsheet would run."""
    if not _may_be_live(column):
        return column
    live = pc.fill_null(pc.match_substring_regex(column, FORMULA), fill_value=False)
    if not pc.any(live).as_py():
        return column
    marked = pc.binary_join_element_wise(pa.scalar("'"), column, pa.scalar(""))
    return pc.if_else(live, marked, column)


def _may_be_live(column: "pa.Array[Any]") -> bool:
    """Whether any cell begins with a byte that FORMULA may begin with, which is checked much faster."""
    _, offsets, content = column.buffers()
    if offsets is None or content is None or not content.size:
        return False
    starts = np.frombuffer(offsets, np.int32)[column.offset : column.offset + len(column)]
    held = np.frombuffer(content, np.uint8)
    return bool(LIVE_FIRST[held[starts[starts < len(held)]]].any())


def list_columns(rows: "pd.DataFrame") -> Cells:
    """The columns of a frame; numbers keep their type, and a gap among them stays NaN."""
    return {str(name): _cells(rows[name]) for name in rows.columns}


def _cells(column: "pd.Series[Any]") -> Any:
    return column.tolist() if column.dtype == object else column.to_numpy()


def to_arrow(columns: Cells) -> pa.Table:
    """Typed columns: text, whole numbers, numbers, truth, dates; what is not stated is null.

    Whole numbers have no point: a gap in a column of whole numbers makes pandas read them as floats.
    """
    return pa.table({name: type_column(values) for name, values in columns.items()})


def type_column(values: Any) -> "pa.Array[Any]":
    """One column by what it holds; one without any value is text."""
    if isinstance(values, pa.Array):
        return values
    first = next((value for value in values if value is not None), None)
    try:  # to name the type spares a look at every cell
        found = pa.array(values, pa.string() if isinstance(first, str) else None, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError):  # of several types
        found = pa.array([None if _missing(value) else str(value) for value in values], pa.string())
    return _whole(found) if pa.types.is_floating(found.type) else _text_if_odd(found)


def format_column(column: "pa.Array[Any]") -> "pa.Array[Any]":
    """The column as it is written out: ISO dates, `true` and `false`, nothing for what is not stated."""
    written = neutralise(column) if pa.types.is_string(column.type) else column.cast(pa.string())
    return pc.fill_null(written, "")


def _whole(found: "pa.Array[Any]") -> "pa.Array[Any]":
    is_whole = pc.all(pc.equal(found, pc.round(found)))
    return found.cast(pa.int64()) if is_whole.as_py() is not False else found


def _text_if_odd(found: "pa.Array[Any]") -> "pa.Array[Any]":
    kind = found.type
    if pa.types.is_integer(kind) or pa.types.is_boolean(kind) or pa.types.is_date(kind):
        return found
    return found if pa.types.is_string(kind) else found.cast(pa.string())


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and value != value)


def parse_day(value: str) -> date | None:
    """The day that the text is, if it is a whole ISO date."""
    try:
        return date.fromisoformat(value) if len(value) == len("2022-03-03") else None
    except ValueError:
        return None
