"""JSON Lines: the receipt on the first line, then a row a line; lists of sources and claims as lists."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from data.extracts.frame import Frame
from data.extracts.provenance import LISTS
from data.extracts.receipt import Receipt, receipt_fields
from data.extracts.row_sources import SEPARATOR

BATCH = 1_000
"""Rows that are Python's objects at the same time."""


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The one frame; text exactly as in the record."""
    head = encode({"receipt": receipt_fields(receipt)})
    return "".join(f"{line}\n" for line in (head, *encode_rows(frames[0]))).encode()


def encode_rows(frame: Frame) -> Iterator[str]:
    """Each row as a JSON object, the same whichever rows are around it."""
    schema: Any = frame.rows.schema
    lists = [name for name in LISTS if name in schema.names]
    numbers = [each.name for each in schema if pa.types.is_floating(each.type)]
    for batch in frame.rows.to_batches(BATCH):
        for row in batch.to_pylist():
            for name in lists:
                row[name] = row[name].split(SEPARATOR) if row[name] else []
            for name in numbers:
                row[name] = _drop_point(row[name])
            yield encode(row)


encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
"""An object as one line."""


def _drop_point(number: float | None) -> float | None:
    """Whole numbers as such: a column that has no others is one of whole numbers."""
    return int(number) if number is not None and number.is_integer() else number
