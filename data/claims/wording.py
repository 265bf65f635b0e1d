"""Claims in words: names instead of ids and codes, dates and numbers as people read them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from data.claims.values import Number, parse_value
from data.schema.models import tables, vocabulary_of
from data.schema.vocabulary import label
from data.values.date_words import format_date
from data.values.dates import PARTIAL
from data.values.number_words import format_amount

Names = Mapping[tuple[str, str], str]
"""The name of every row by table and id."""


def describe_subject(table: str, subject: str, known: Names) -> str:
    """What a claim is about, e.g. `High-level conference…, UNOCT, organiser`; the source is left out."""
    if (table, subject) in known:
        return known[table, subject]
    parts = []
    for (column, parent), part in zip(_keys(table), subject.split("/"), strict=False):
        if parent != "sources":
            parts.append(known.get((parent, part)) or _describe_code(table, column, part))
    return ", ".join(parts) or subject


def describe_value(table: str, field: str, said: str, known: Names) -> str:
    """A claimed value as people read it: the name of an id, the words of a code."""
    if isinstance(number := parse_value(table, field, said), Number):
        return format_number(number)
    bound, _, day = said.rpartition(" ")
    if field.endswith("_on") and bound in ("", "by", "after") and PARTIAL.fullmatch(day):
        return f"{bound} {format_date(day)}".strip()
    return known.get((_columns(table)[field], said)) or _describe_code(table, field, said)


def format_number(number: Number) -> str:
    """`over 19,500 officers`."""
    return f"{format_amount(number.amount, number.bound)} {number.unit}".rstrip()


def _describe_code(table: str, field: str, said: str) -> str:
    listed = _find_vocabulary(table, field)
    return label(listed(said)) if listed and said in list(listed) else said


@cache
def _columns(table: str) -> dict[str, str]:
    """The columns of a table, each with the table that it refers to, if any."""
    model: Any = tables()[table]
    return {
        column.name: next((key.column.table.name for key in column.foreign_keys), "")
        for column in model.__table__.columns
    }


@cache
def _keys(table: str) -> list[tuple[str, str]]:
    """Those of `_columns` that name a row, in their order."""
    model: Any = tables()[table]
    return [(column.name, _columns(table)[column.name]) for column in model.__table__.primary_key.columns]


@cache
def _find_vocabulary(table: str, field: str) -> type[StrEnum] | None:
    return vocabulary_of(tables()[table], field) if field in tables()[table].model_fields else None
