"""Parquet: typed columns, the receipt in the metadata of the schema under `chegara`."""

import io
from collections.abc import Sequence

from pyarrow import parquet

from data.extracts.frame import Frame
from data.extracts.receipt import Receipt, format_json

KEY = b"chegara"


def write(frames: Sequence[Frame], receipt: Receipt) -> bytes:
    """The one frame; text exactly as in the record."""
    table = frames[0].rows.replace_schema_metadata({KEY: format_json(receipt).encode()})
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()
