"""Rows as the Arrow tables that Streamlit sends to a browser."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

ROW, HEADER, FRAME = 33, 33, 2
"""Pixels that Streamlit gives to a row, the head, and the lines around a table, at our size of fonts."""
WRAPPED = 61
"""Pixels of a row in which Streamlit wraps text: up to three lines."""


def make_table(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> pa.Table:
    """These columns of the rows; Streamlit would convert a frame to the same table at every run.

    What a row does not have is left blank.
    """
    return pa.table({name: [row.get(name) for row in rows] for name in names})


def table_height(rows: int, most: int, row: int = ROW) -> int:
    """Pixels of a table that shows so many rows, at most `most` at once: none is cut, none is a stub."""
    return HEADER + row * max(min(rows, most), 1) + FRAME
