"""JSON Lines: the receipt on the first line, then a row a line; lists of sources and claims as lists."""

import json
from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data.extracts.frame import Frame
from data.extracts.provenance import LISTS
from data.extracts.receipt import Receipt, receipt_fields
from data.extracts.row_sources import SEPARATOR

BATCH = 1_000
"""Rows that are Python's objects at the same time."""
ITEMS = '", "'


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The one frame; text exactly as in the record."""
    head = encode({"receipt": receipt_fields(receipt)})
    return "".join(f"{line}\n" for line in (head, *encode_rows(frames[0]))).encode()


def encode_rows(frame: Frame) -> Iterator[str]:
    """Each row as a JSON object, the same whichever rows are around it."""
    names = frame.rows.column_names
    row = "{" + ", ".join(f"{encode(name)}: %s" for name in names) + "}"
    for batch in frame.rows.to_batches(BATCH):
        cells = [
            _encode_lists(column) if name in LISTS else _encode_cells(column)
            for name, column in zip(names, batch.columns, strict=True)
        ]
        yield from map(row.__mod__, zip(*cells, strict=True))


def _encode_cells(column: "pa.Array[Any]") -> list[str]:
    """Column by column, because an object a row would take twice the time."""
    kind = column.type
    if pa.types.is_integer(kind) or pa.types.is_boolean(kind):
        found: list[str] = pc.fill_null(column.cast(pa.string()), "null").to_pylist()
        return found
    write = encode_basestring if pa.types.is_string(kind) else _encode_cell
    return ["null" if cell is None else write(cell) for cell in column.to_pylist()]


def _encode_cell(cell: Any) -> str:
    """A whole number without a point: a column that has no others is one of whole numbers."""
    return encode(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)


def _encode_lists(column: "pa.Array[Any]") -> list[str]:
    """Lists in a cell; what parts their items is no sign that JSON writes otherwise."""
    return [
        f"[{encode_basestring(cell).replace(SEPARATOR, ITEMS)}]" if cell else "[]"
        for cell in column.to_pylist()
    ]


encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
"""An object as one line."""
