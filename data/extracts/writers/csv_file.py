"""CSV: UTF-8 with byte-order mark, every cell quoted, CR LF; nothing but the rows."""

import codecs
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import csv

from data.extracts.cells import format_column, list_columns, to_arrow
from data.extracts.frame import Frame

if TYPE_CHECKING:
    import pandas as pd

OPTIONS = csv.WriteOptions(quoting_style="all_valid", eol="\r\n", batch_size=8192)
HEADLESS = csv.WriteOptions(quoting_style="all_valid", eol="\r\n", batch_size=8192, include_header=False)


def write(frames: Sequence[Frame]) -> bytes:
    """The rows of the one frame; a receipt is put beside the file, never in it."""
    return table_bytes(frames[0].rows)


def csv_bytes(rows: "pd.DataFrame") -> bytes:
    """The rows of a frame as CSV, without its index."""
    return table_bytes(to_arrow(list_columns(rows)))


def table_bytes(table: pa.Table, *, has_head: bool = True) -> bytes:
    """Typed columns as CSV: ISO dates, formulas neutralised; without its head, to follow other rows."""
    written = pa.table({name: format_column(table[name].combine_chunks()) for name in table.column_names})
    out = io.BytesIO()
    if has_head:
        out.write(codecs.BOM_UTF8)
    csv.write_csv(written, out, OPTIONS if has_head else HEADLESS)
    return out.getvalue()
