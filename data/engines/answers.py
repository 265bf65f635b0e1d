"""Answers of a store: rows as an engine gives them, and how they become records, frames and columns."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Boolean, Date

from data.schema.models import Row
from data.values.rows import Records

if TYPE_CHECKING:
    import pandas as pd

Convert = Callable[[Any], Any]
NUMBERS = {int, float, type(None)}


class Answer(NamedTuple):
    """Rows of an engine, whose dates may be texts and whose truths may be whole numbers."""

    names: Sequence[str]
    rows: Sequence[Any]

    def records(self) -> Records:
        """The rows, each by its column names; what is not stated is None."""
        found = [dict(zip(self.names, row, strict=True)) for row in self.rows]
        for name, convert in ((name, converters()[name]) for name in self.names if name in converters()):
            for record in found:
                record[name] = convert(record[name])
        return found

    def cells(self) -> dict[str, list[Any]]:
        """The same column by column."""
        columns = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.names)
        known = converters()
        return {
            name: list(map(known[name], column) if name in known else column)
            for name, column in zip(self.names, columns, strict=True)
        }

    def frame(self) -> "pd.DataFrame":
        """The same as a frame: whole columns of numbers and of truths as such, all others as they are."""
        import pandas as pd  # here and not above: half a second, and a build makes no frames

        columns = self.cells()
        frame = pd.DataFrame(columns, columns=list(columns), dtype=object)
        for place, cells in enumerate(columns.values()):
            kinds = set(map(type, cells))
            if ({int, float} & kinds and kinds <= NUMBERS) or kinds == {bool}:
                frame.isetitem(place, _numbers(cells, kinds))
        return frame


@cache
def converters() -> dict[str, Convert]:
    """What becomes of the cells of a column, by its name; a name means the same in every table."""
    found: dict[str, Convert] = {}
    for table in Row.metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, Date):
                found[column.name] = _day
            elif isinstance(column.type, Boolean):
                found[column.name] = _truth
    return found


def _numbers(values: list[Any], kinds: set[type]) -> NDArray[Any]:
    """Numbers or truths as such, with NaN where a number is not stated."""
    is_whole = type(None) not in kinds and float not in kinds
    return np.array(values, bool if bool in kinds else np.int64 if is_whole else np.float64)


def _day(cell: Any) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else cell


def _truth(cell: Any) -> bool | None:
    return None if cell is None else bool(cell)
