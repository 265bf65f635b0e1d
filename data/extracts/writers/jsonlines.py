"""JSON Lines: the receipt on the first line, then a row a line; lists of sources and claims as lists."""

import json
from collections.abc import Iterator, Sequence

from data.extracts.frame import Frame
from data.extracts.provenance import LISTS
from data.extracts.receipt import Receipt, receipt_fields
from data.extracts.row_sources import SEPARATOR

BATCH = 1_000
"""Rows that are Python's objects at the same time."""


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The one frame; text exactly as in the record."""
    head = json.dumps({"receipt": receipt_fields(receipt)}, ensure_ascii=False)
    return "".join(f"{line}\n" for line in (head, *encode_rows(frames[0]))).encode()


def encode_rows(frame: Frame) -> Iterator[str]:
    """Each row as a JSON object."""
    lists = [name for name in LISTS if name in frame.rows.column_names]
    encoder = json.JSONEncoder(ensure_ascii=False, default=str)
    for batch in frame.rows.to_batches(BATCH):
        for row in batch.to_pylist():
            for name in lists:
                row[name] = row[name].split(SEPARATOR) if row[name] else []
            yield encoder.encode(row)
