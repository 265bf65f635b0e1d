"""The curated tables between the stages: as read (`Batch`), as validated (`Table`), and their rules."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from sqlalchemy import Table as SqlTable

from data.schema import models
from data.schema.keys import key_columns as key_columns
from data.schema.models import Row
from etl.reporting.errors import Fault

DERIVED_ROW = "is_derived"
"""The column that marks rows which the ETL added to those that people filled."""
ALIASED = ("organisations", "people", "places", "instruments")
"""A reference to these may be written in any spelling that aliases.csv lists."""
SPELLED = (*ALIASED, "countries")
"""The tables that aliases.csv may speak of; countries are referred to by code all the same."""


@dataclass(slots=True)
class Form:
    """What one reading of a file finds. `stamp` changes with the file."""

    stamp: tuple[int, int, int, int]
    sha256: str = ""
    lines: int = 0
    """Line ends, which are about as many as rows."""
    is_ascii: bool = True
    is_suspect: bool = False
    """Whether a character in it requires a check of each cell."""


@dataclass(slots=True)
class Sheet:
    """One file: what is known of it before its rows are read, and what reading them adds."""

    name: str
    path: Path
    form: Form
    rows: int = 0
    """How many were read so far and are fit."""
    is_whole: bool = True
    """False where a row was left out as faulty: then what refers to this table cannot be judged."""


class Batch(NamedTuple):
    """Some rows as read: text cells, trimmed, blank ones None. `lines` says where each row starts."""

    columns: tuple[str, ...]
    lines: list[int]
    cells: list[list[str | None]]
    """Column by column."""

    @property
    def rows(self) -> list[tuple[str | None, ...]]:
        return list(zip(*self.cells, strict=True))


@dataclass(slots=True)
class Table:
    """Typed rows of one table, of one batch. A row with a fault stays, as text: others may refer to it.

    Values are stored column by column: a dictionary for each row would take longer than all checks together.
    """

    name: str
    lines: list[int] = field(default_factory=list)
    cells: dict[str, list[Any]] = field(default_factory=dict)
    broken: set[tuple[int, str]] = field(default_factory=set)
    """Index of row and name of column of each cell with a fault."""

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows as they are now, each a dictionary of its own: for tables and readers that are small."""
        return [dict(zip(self.cells, row, strict=True)) for row in zip(*self.cells.values(), strict=True)]

    def fault(self, index: int, column: str, problem: str) -> Fault:
        """A fault in one cell, with its value."""
        value = self.cells[column][index] if column in self.cells else None
        return self.fault_found(index, column, None if value is None else str(value), problem)

    def fault_found(self, index: int, column: str, value: str | None, problem: str) -> Fault:
        """A fault at a row and column, with the value as the reader of the report knows it."""
        return Fault(file_name(self.name), self.lines[index], column, value, problem)

    def is_broken(self, index: int, column: str) -> bool:
        """True where the cell has its fault already: a second one would only add noise."""
        return (index, column) in self.broken


class Reference(NamedTuple):
    column: str
    table: str
    """The table referred to, always by its one key column."""


def file_name(table: str) -> str:
    """The name of the file that holds a table."""
    return f"{table}.csv"


@cache
def curated_tables() -> dict[str, type[Row]]:
    """The tables that people edit, by name."""
    return {name: model for name, model in models.tables().items() if model not in models.DERIVED_TABLES}


@cache
def input_columns(table: str) -> tuple[str, ...]:
    """The columns that people fill."""
    model = curated_tables()[table]
    return tuple(name for name in model.model_fields if not models.is_derived(model, name))


def sql_table(table: str) -> SqlTable:
    return Row.metadata.tables[table]


@cache
def all_columns(table: str) -> tuple[str, ...]:
    """Those that people fill, then those that are derived."""
    own = input_columns(table)
    return (*own, *(name for name in curated_tables()[table].model_fields if name not in own))


@cache
def reading_order() -> tuple[str, ...]:
    """The curated tables as they are read: aliases after what they name, then the rest."""
    first = (*SPELLED, "aliases")
    return (*first, *(name for name in curated_tables() if name not in first))


@cache
def unique_columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in sql_table(table).columns if column.unique)


@cache
def references(table: str) -> tuple[Reference, ...]:
    """The columns that refer to another table, in the model's order."""
    found = {
        key.parent.name: Reference(key.parent.name, key.column.table.name)
        for key in sql_table(table).foreign_keys
    }
    return tuple(found[name] for name in input_columns(table) if name in found)


@cache
def columns_of_kind(table: str, kind: object) -> tuple[str, ...]:
    """The columns of a table that are of one of the annotated types of `models`, optional or not."""
    fields = curated_tables()[table].model_fields
    _, rule = get_args(kind)
    return tuple(
        column
        for column in input_columns(table)
        if rule in fields[column].metadata or kind in get_args(fields[column].annotation)
    )
