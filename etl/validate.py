"""Text cells to typed rows, one row at a time by the rules of `data.models`; looks at no other row."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache, partial
from types import NoneType
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError, create_model

from data.models import Row, Text, vocabulary_of
from etl import tables
from etl.errors import Findings
from etl.progress import Count, Progress, batches
from etl.tables import ALIASED, Sheet, Table
from etl.wording import problem

WHOLE = re.compile(r"-?[0-9]{1,15}")
DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
TRUTH = {"true": True, "false": False, "TRUE": True, "FALSE": False}
"""Spreadsheets write TRUE and FALSE whatever was typed."""

Cells = dict[str, str]


def validate(sheets: dict[str, Sheet], findings: Findings, progress: Progress) -> dict[str, Table]:
    """Every table with its rows typed; a row with a fault stays as text, and its cells are marked broken."""
    count = Count(progress, "validate", [len(sheet.rows) for sheet in sheets.values()])
    return {name: _validated(sheet, findings, count) for name, sheet in sheets.items()}


def _validated(sheet: Sheet, findings: Findings, count: Count) -> Table:
    table = Table(sheet.name, sheet.is_whole, sheet.lines)
    for batch in batches(len(sheet.rows)):
        cells = [
            {column: cell for column, cell in zip(sheet.columns, row, strict=True) if cell is not None}
            for row in sheet.rows[batch]
        ]
        sheet.rows[batch] = [[]] * len(cells)  # a million rows are held once, not twice
        table.rows += _typed(table, len(table.rows), cells, findings)
        count.add(len(cells))
    return table


def _typed(table: Table, start: int, cells: list[Cells], findings: Findings) -> list[dict[str, Any]]:
    """The rows of one batch that begins at row `start` of the table."""
    rows = adapter(tables.curated()[table.name])
    try:
        return [vars(row) for row in rows.validate_python(cells)]
    except ValidationError as error:
        wrong = defaultdict(list)
        for found in error.errors(include_url=False):
            wrong[int(found["loc"][0])].append(found)
    good = iter(rows.validate_python([row for index, row in enumerate(cells) if index not in wrong]))
    blank = dict.fromkeys(tables.columns(table.name))
    typed = [blank | row if index in wrong else vars(next(good)) for index, row in enumerate(cells)]
    for index, errors in wrong.items():
        for found in errors:
            _report(table, start + index, cells[index], found, findings)
    return typed


def _report(table: Table, index: int, cells: Cells, error: Any, findings: Findings) -> None:
    column = str(error["loc"][1])
    words = problem(error, _listed(table.name, column))
    table.broken.add((index, column))
    findings.faults.append(table.fault_found(index, column, cells.get(column), words))


@cache
def _listed(table: str, column: str) -> tuple[str, ...]:
    listed = vocabulary_of(tables.curated()[table], column)
    return tuple(listed) if listed else ()


@cache
def adapter(model: type[Row]) -> TypeAdapter[list[BaseModel]]:
    """What checks a batch of rows: a plain pydantic twin of the table, since tables do not check."""
    name = str(model.__tablename__)
    aliased = {column for column, table in tables.references(name) if table in ALIASED}
    fields: dict[str, Any] = {
        column: (_annotation(model, column, may_be_alias=column in aliased), _default(model, column))
        for column in tables.columns(name)
    }
    row: type[BaseModel] = create_model(name, **fields)
    return TypeAdapter(list[row])  # type: ignore[valid-type]


def _default(model: type[Row], column: str) -> Any:
    info = model.model_fields[column]
    return ... if info.is_required() else info.default


def _annotation(model: type[Row], column: str, *, may_be_alias: bool) -> Any:
    """The column's type with our own strict reading of numbers, booleans and lists."""
    info = model.model_fields[column]
    kinds = [kind for kind in get_args(info.annotation) or [info.annotation] if kind is not NoneType]
    is_optional = NoneType in get_args(info.annotation)
    kind: Any = kinds[0]
    rules = [rule for rule in info.metadata if type(rule).__name__ != "FieldInfoMetadata"]
    if listed := vocabulary_of(model, column):
        kind = Literal[tuple(value.value for value in listed)]
    elif kind in READERS:
        rules = [*rules, BeforeValidator(READERS[kind])]
    elif may_be_alias:
        kind, rules = Text, []
    whole = Annotated[kind, *rules] if rules else kind
    return whole | None if is_optional else whole


def _number(pattern: re.Pattern[str], kind: type, words: str, text: str) -> Any:
    # int() and float() also take digits of other scripts, underscores, nan and inf.
    if not pattern.fullmatch(text):
        raise ValueError(words)
    return kind(text)


def _truth(text: str) -> bool:
    if text not in TRUTH:
        raise ValueError("is written true or false")
    return TRUTH[text]


READERS: dict[type, Callable[[str], Any]] = {
    bool: _truth,
    int: partial(_number, WHOLE, int, "a whole number is written with the digits 0-9 alone"),
    float: partial(_number, DECIMAL, float, "a number is written with the digits 0-9 and a decimal point"),
}
