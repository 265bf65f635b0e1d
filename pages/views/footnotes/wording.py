"""Claims in words: names instead of ids and codes, and the address of the words themselves."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from data.claims.values import Number, parse_value
from data.queries import claims
from data.schema.dictionary import column_words, table_words
from data.schema.models import tables, vocabulary_of
from data.schema.vocabulary import CountBound, label
from data.values.dates import PARTIAL
from pages.views.html import dates, markup
from pages.views.session import reads

REACH = ("instruments", "participants")
"""A programme has no participants of its own: the number is how many it reached."""
Names = Mapping[tuple[str, str], str]
LONGEST = 110
"""Characters of a name; recommendations and statements are named by their text."""


def _read_names() -> Names:
    each = ((row["table"], row["id"], row["name"]) for row in reads.read_records(claims.list_names))
    return MappingProxyType({(table, identity): clip_name(name) for table, identity, name in each})


row_names = reads.cache_per_build(_read_names, 3)
"""The name of every row that claims speak of, by table and id; one for all sessions of a build."""


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
        return f"{bound} {dates.format_date(day)}".strip()
    return known.get((_columns(table)[field], said)) or _describe_code(table, field, said)


def format_number(number: Number) -> str:
    """`over 19,500 officers`."""
    bound = "" if number.bound == CountBound.EXACT else number.bound.replace("_", " ")
    return " ".join(part for part in (bound, f"{number.amount:,.10g}", number.unit) if part)


def describe_field(table: str, name: str) -> str:
    """`parts in events: role` as table and column in words."""
    words = "people reached (programme total)" if (table, name) == REACH else column_words(name)
    return f"{table_words(table)}: {words}"


def clip_name(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def count_originators(rows: Iterable[Mapping[str, Any]]) -> str:
    """`3 documents, 2 originators`: texts of one body, and its text in another's pages, count once.

    `rows` name a source and its originator each; a source may be in several.
    """
    origins = {row["source_id"]: row["originator"] for row in rows}
    documents, originators = len(origins), len(set(origins.values()))
    return f"{markup.count_noun(documents, 'document')}, {markup.count_noun(originators, 'originator')}"


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
