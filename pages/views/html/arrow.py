"""Rows on their way into a table of a page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa


def make_table(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> pa.Table:
    """These columns of the rows as Streamlit sends them: it would make the same of a frame at every run.

    What a row does not have is left blank.
    """
    return pa.table({name: [row.get(name) for row in rows] for name in names})
