"""Claimed values in words: names for ids and codes, dates and numbers as people read them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from data.claims.values import Number, parsed
from data.schema.models import tables, vocabulary_of
from data.schema.vocabulary import CountBound, label
from data.values.date_words import words
from data.values.dates import PARTIAL

Names = Mapping[tuple[str, str], str]
"""The name of every row by table and id."""


def value_words(table: str, field: str, said: str, names: Names) -> str:
    """`over 600`, `3 March 2022`, the name of an id, the words of a code; else the value itself."""
    number = parsed(table, field, said)
    if isinstance(number, Number):
        return number_words(number)
    bound, _, day = said.rpartition(" ")
    if field.endswith("_on") and bound in ("", "by", "after") and PARTIAL.fullmatch(day):
        return f"{bound} {words(day)}".strip()
    model: Any = tables()[table]
    listed = vocabulary_of(model, field) if field in model.model_fields else None
    if listed and said in list(listed):
        return label(listed(said))
    return names.get((_parents(table).get(field, ""), said), said)


def number_words(number: Number) -> str:
    """`over 19,500 officers`."""
    bound = "" if number.bound == CountBound.EXACT else number.bound.replace("_", " ")
    return " ".join(part for part in (bound, f"{number.amount:,.10g}", number.unit) if part)


@cache
def _parents(table: str) -> dict[str, str]:
    """The columns of a table that refer to another one, with its name."""
    model: Any = tables()[table]
    return {
        column.name: key.column.table.name
        for column in model.__table__.columns
        for key in column.foreign_keys
    }
