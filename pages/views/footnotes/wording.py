"""Claims in words: names instead of ids and codes, and the address of the words themselves."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from data.claims.wording import Names, describe_subject, describe_value, format_number
from data.queries.sources import claims
from data.schema.dictionary import column_words, table_words
from pages.views.html import markup
from pages.views.session import reads

__all__ = ["Names", "describe_subject", "describe_value", "format_number"]

REACH = ("instruments", "participants")
"""A programme has no participants of its own: the number is how many it reached."""
LONGEST = 110
"""Characters of a name; recommendations and statements are named by their text."""
SEVERAL = re.compile(r"[^(]*\b[a-z]+[^\Ws]s\b")
"""`delegations` and the like before any parenthesis; a name has a capital."""


def _read_names() -> Names:
    each = ((row["table"], row["id"], row["name"]) for row in reads.read_records(claims.list_names))
    return MappingProxyType({(table, identity): clip_name(name) for table, identity, name in each})


row_names = reads.cache_per_build(_read_names, 3)
"""The name of every row that claims speak of, by table and id; one for all sessions of a build."""


def describe_field(table: str, name: str) -> str:
    """`parts in events: role` as table and column in words."""
    words = "people reached (programme total)" if (table, name) == REACH else column_words(name)
    return f"{table_words(table)}: {words}"


def name_claimant(claimant: str) -> str:
    """`, says OSCE`, to stand after what it states."""
    return f", {'say' if SEVERAL.match(claimant) else 'says'} {claimant}"


def clip_name(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def count_originators(rows: Iterable[Mapping[str, Any]]) -> str:
    """`3 documents, 2 originators`: texts of one body, and its text in another's pages, count once.

    `rows` name a source and its originator each; a source may be in several.
    """
    origins = {row["source_id"]: row["originator"] for row in rows}
    documents, originators = len(origins), len(set(origins.values()))
    return f"{markup.count_noun(documents, 'document')}, {markup.count_noun(originators, 'originator')}"
