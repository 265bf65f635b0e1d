"""Keys are unique: each row is reduced to a hash of its key, and only rows with equal hashes are compared.

Eight bytes a row and key are held, for one table at a time.
"""

from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np

from etl.reporting.errors import Fault
from etl.staging import tables
from etl.staging.database import StagingDatabase
from etl.staging.tables import Table, file_name

Columns = tuple[str, ...]
AT_ONCE = 500


class Numbers:
    """The hashes of one table: of its key without capitals, and of each column with unique values."""

    def __init__(self, table: str) -> None:
        self.table, self.key = table, tables.key_columns(table)
        self._sets: list[Columns] = [self.key, *((column,) for column in tables.unique_columns(table))]
        self._numbers = [array("q") for _ in self._sets]
        self._lines = array("q")

    def add(self, table: Table) -> None:
        self._lines.extend(table.lines)
        for columns, numbers in zip(self._sets, self._numbers, strict=True):
            keys = _join_keys([table.cells[column] for column in columns])
            numbers.extend(map(hash, map(str.casefold, keys)))

    def faults(self, staged: StagingDatabase) -> Iterator[Fault]:
        """A fault for each row that repeats the key, or a unique value, of an earlier row."""
        for columns, numbers in zip(self._sets, self._numbers, strict=True):
            for first, line, values in find_repeated(self._rows(staged, columns, numbers)):
                yield self._fault(columns, line, values, f"stands on line {first} too")

    def twins(self, staged: StagingDatabase) -> Iterator[Fault]:
        """A warning for each key that differs from an earlier one in capitals only."""
        first: dict[Columns, tuple[int, Columns]] = {}
        last: dict[Columns, int] = {}
        for line, values in self._rows(staged, self.key, self._numbers[0]):
            last[values] = line
            first.setdefault(tuple(value.casefold() for value in values), (line, values))
        for values, line in last.items():
            earlier, spelled = first[tuple(value.casefold() for value in values)]
            if spelled != values:
                yield self._fault(self.key, line, values, f"differs from line {earlier} in capitals only")

    def _fault(self, columns: Columns, line: int, values: Columns, problem: str) -> Fault:
        return Fault(file_name(self.table), line, "/".join(columns), "/".join(values), problem)

    def _rows(
        self, staged: StagingDatabase, columns: Columns, numbers: "array[int]"
    ) -> Iterator[tuple[int, Columns]]:
        """Line and values of the rows whose number is not the only one of its kind, in order."""
        suspects = [self._lines[index] for index in find_shared(numbers)]
        listed = ", ".join(f'"{column}"' for column in columns)
        for start in range(0, len(suspects), AT_ONCE):
            chosen = suspects[start : start + AT_ONCE]
            marks = ", ".join("?" * len(chosen))
            query = f"SELECT line, {listed} FROM {self.table} WHERE line IN ({marks}) ORDER BY line"  # noqa: S608
            for line, *values in staged.connection.execute(query, chosen):
                if None not in values:
                    yield line, tuple(map(str, values))


def find_shared(numbers: "array[int]") -> list[int]:
    """The indexes of the hashes that occur more than once, in order."""
    found = np.frombuffer(numbers, np.int64) if numbers else np.zeros(0, np.int64)
    order = np.argsort(found, kind="stable")
    same = found[order][1:] == found[order][:-1]
    places: list[int] = np.unique(np.concatenate([order[1:][same], order[:-1][same]])).tolist()
    return places


def find_repeated(rows: Iterator[tuple[int, Columns]]) -> Iterator[tuple[int, int, Columns]]:
    """For each row whose values an earlier one has: the line of the first, its own line, the values."""
    first: dict[Columns, int] = {}
    for line, values in rows:
        if (earlier := first.setdefault(values, line)) != line:
            yield earlier, line, values


def _join_keys(parts: list[list[Any]]) -> list[str]:
    """The parts of each key as one text; two keys with the same text are still compared part by part."""
    try:
        return ["/".join(key) for key in zip(*parts, strict=True)]
    except TypeError:  # a number or nothing among them
        return ["/".join(map(str, key)) for key in zip(*parts, strict=True)]
