"""JSON Lines: the receipt on the first line, then a row a line; lists of sources and claims as lists."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from data.extracts.frame import Frame
from data.extracts.provenance import LISTS
from data.extracts.receipt import Receipt, receipt_fields
from data.extracts.row_sources import SEPARATOR


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The one frame; text exactly as in the record."""
    head = json.dumps({"receipt": receipt_fields(receipt)}, ensure_ascii=False)
    return "".join(f"{line}\n" for line in (head, *encode_rows(frames[0]))).encode()


def encode_rows(frame: Frame) -> Iterator[str]:
    """Each row as a JSON object."""
    table = frame.rows
    columns = [_column(name, table[name].to_pylist()) for name in table.column_names]
    encoder = json.JSONEncoder(ensure_ascii=False, default=str)
    for cells in zip(*columns, strict=True):
        yield encoder.encode(dict(zip(table.column_names, cells, strict=True)))


def _column(name: str, cells: list[Any]) -> list[Any]:
    if name not in LISTS:
        return cells
    return [cell.split(SEPARATOR) if cell else [] for cell in cells]
