"""Text cells to typed rows, a column of a batch at a time by the rules of `data.schema.models`."""

import re
from collections.abc import Callable
from functools import cache, partial
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from data.schema.models import Row, Text, vocabulary_of
from etl.reporting.errors import Fault, Findings
from etl.reporting.messages import describe_problem
from etl.staging import tables
from etl.staging.tables import ALIASED, Batch, Table, file_name

WHOLE = re.compile(r"-?[0-9]{1,15}")
DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
TRUTH = {"true": True, "false": False, "TRUE": True, "FALSE": False}
"""Spreadsheets write TRUE and FALSE whatever was typed."""

Cells = list[str | None]


def validate_batch(name: str, batch: Batch, findings: Findings) -> Table:
    """The rows of a batch, typed; a row with a fault stays as text, and its cells are marked broken."""
    table = Table(name, batch.lines)
    cells = dict(zip(batch.columns, batch.cells, strict=True))
    table.cells = {
        column: _type_column(table, column, cells[column], findings) for column in tables.input_columns(name)
    }
    for index in {index for index, _ in table.broken}:
        for column, values in table.cells.items():
            values[index] = cells[column][index]
    return table


def _type_column(table: Table, column: str, cells: Cells, findings: Findings) -> list[Any]:
    """The values of a column: each different text is checked once."""
    rule = find_rule(table.name, column)
    different = set(cells)
    texts: list[str | None] = [text for text in different if text is not None]
    wrong: dict[str | None, Any] = {}
    try:
        values = rule.adapter.validate_python(texts)
    except ValidationError as error:
        wrong = {texts[int(found["loc"][0])]: found for found in error.errors(include_url=False)}
        texts = [text for text in texts if text not in wrong]
        values = rule.adapter.validate_python(texts)
    if rule.is_required and None in different:
        wrong[None] = {"type": "missing", "input": None}
    for index, text in enumerate(cells) if wrong else ():
        if text in wrong:
            words = describe_problem(wrong[text], rule.listed)
            table.broken.add((index, column))
            findings.faults.append(Fault(file_name(table.name), table.lines[index], column, text, words))
    if not rule.is_converted and rule.default is None:
        return cells
    known = {**dict(zip(texts, values, strict=True)), None: rule.default}
    return [known.get(text) for text in cells]


class Rule(NamedTuple):
    """What checks the cells of a column that are not blank, and what a blank one is."""

    adapter: TypeAdapter[list[Any]]
    listed: tuple[str, ...]
    is_required: bool
    is_converted: bool
    """Whether a value is something else than its text."""
    default: Any


@cache
def find_rule(table: str, column: str) -> Rule:
    """The rule of a column, made from the model: tables themselves do not check."""
    model = tables.curated_tables()[table]
    info = model.model_fields[column]
    is_alias = any(column == own and target in ALIASED for own, target in tables.references(table))
    kind, rules = _kind(model, column, may_be_alias=is_alias)
    listed = vocabulary_of(model, column)
    return Rule(
        TypeAdapter(list[Annotated[kind, *rules]] if rules else list[kind]),  # type: ignore[valid-type]
        tuple(listed) if listed else (),
        info.is_required(),
        kind in READERS,
        None if info.is_required() else info.default,
    )


def _kind(model: type[Row], column: str, *, may_be_alias: bool) -> tuple[Any, list[Any]]:
    """The column's type and rules, with our own strict reading of numbers, booleans and lists."""
    info = model.model_fields[column]
    kind = next(kind for kind in get_args(info.annotation) or [info.annotation] if kind is not NoneType)
    rules = [rule for rule in info.metadata if type(rule).__name__ != "FieldInfoMetadata"]
    if listed := vocabulary_of(model, column):
        return Literal[tuple(value.value for value in listed)], rules
    if kind in READERS:
        return kind, [*rules, BeforeValidator(READERS[kind])]
    return (Text, []) if may_be_alias else (kind, rules)


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
