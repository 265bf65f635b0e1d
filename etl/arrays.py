"""Arrays out of a draft and into it: as rows of Python the same numbers take twenty times the room."""

import sqlite3
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.readmodel import COLUMNS

Array = NDArray[Any]
INSERT = f"INSERT INTO {COLUMNS.name} (name, type, items) VALUES (?, ?, ?)"  # noqa: S608 - our own name
HELD = f"SELECT type, items FROM {COLUMNS.name} WHERE name = ?"  # noqa: S608


def read(draft: sqlite3.Connection, query: str, width: int) -> Array:
    """The answer of `width` columns of whole numbers, which fit in 32 bits, as an array of rows."""
    return np.fromiter(chain.from_iterable(draft.execute(query)), np.int32).reshape(-1, width)


def held(draft: sqlite3.Connection, name: str) -> Array:
    """An array that was put into the draft before."""
    type_, items = draft.execute(HELD, (name,)).fetchone()
    return np.frombuffer(items, type_)


def put(draft: sqlite3.Connection, found: dict[str, Array]) -> None:
    """Write the arrays in the order of their names; it empties `found`, so that none is held any longer."""
    for name in sorted(found):
        items = np.ascontiguousarray(found.pop(name))
        draft.execute(INSERT, (name, items.dtype.str, items.data if items.size else b""))
