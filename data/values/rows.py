"""What rows are called wherever they are walked one by one."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

Row = dict[str, Any]
"""By the names of its columns; what is not stated is None."""

Records = list[Row]
"""Rows in the order in which they are shown."""


def group_rows(rows: Iterable[Row], *columns: str) -> dict[Any, Records]:
    """The rows by the value of the column, or by the values of several: in the order of the first of each."""
    key, found = itemgetter(*columns), dict[Any, Records]()
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found
