"""Rows as the Arrow tables that Streamlit sends to a browser."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa


def make_table(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> pa.Table:
    """These columns of the rows; Streamlit would convert a frame to the same table at every run.

    What a row does not have is left blank.
    """
    return pa.table({name: [row.get(name) for row in rows] for name in names})
