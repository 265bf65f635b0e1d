"""Every row that a search finds, of whatever kind, with the texts in which it has the words."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import repeat
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import col

from data import engines
from data.engines.answers import Answer
from data.engines.statements import Rows, bind_values, bound_list
from data.extracts.cells import Cells
from data.extracts.row_sources import join_texts, read_sources
from data.filters import Filters
from data.links import thing_address
from data.queries.events import list as events
from data.queries.events.list import Ask
from data.queries.matching import EVERYTHING
from data.queries.recommendations import list as recommendations
from data.queries.recommendations import statements
from data.queries.search import hits, matches
from data.queries.sources import claims
from data.queries.things import index
from data.schema.dictionary import ADDED
from data.schema.models import Sourced, tables
from data.values.rows import Records
from data.values.text import search_terms

OF = "of"
"""The setting that names one kind of result."""
COLUMNS = ["kind", "table", "id", "name", "matched_in", "matched_text"]
SAID: dict[str, tuple[str, Callable[[str], Ask]]] = {
    "events": ("title", lambda words: events.list_newest_events(Filters(words=words), EVERYTHING)),
    "recommendations": ("text", lambda words: recommendations.list_recommendations(Filters(words=words))),
    "statements": ("text", lambda words: statements.list_statements(Filters(words=words))),
}
"""By table what its rows are called, and the question that finds them in the order of the page."""
AT_ONCE = 500
"""Rows whose texts are read together."""


def read_results(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """Kind by kind in the order of the page; only the words of the filters are looked for."""
    kinds = [kind for kind in hits.KINDS if settings.get(OF, kind) == kind] if filters.words else []
    rows = [row for kind in kinds for row in _list_kind(engine, kind, filters.words)]
    return Answer(COLUMNS, rows).frame()


def _list_kind(engine: Engine, kind: str, words: str) -> Iterator[tuple[str | None, ...]]:
    def read(ask: Callable[..., Any], *arguments: Any) -> Records:
        return engines.read_records(engine, ask(*arguments))

    if kind == hits.NOTES:
        rows = read(hits.list_notes, words, 0, EVERYTHING)
        names = {(row["table"], row["id"]): row["name"] for row in read(claims.list_names)} if rows else {}
        for row in rows:
            own = row["table"], row["id"]
            yield kind, *own, names.get(own), "note", row["note"]
        return
    terms = tuple(dict.fromkeys(search_terms(words)))
    column, ask = SAID.get(kind, ("name", lambda words: _list_busiest(kind, words)))
    listed = read(ask, words)
    for some in (listed[first : first + AT_ONCE] for first in range(0, len(listed), AT_ONCE)):
        known = matches.list_texts(read, kind, tuple(row["id"] for row in some), words)
        for row in some:
            found = list(matches.choose_texts(known[row["id"]], terms))
            where = (
                join_texts(text.table or text.field for text in found),
                join_texts(t.text for t in found),
            )
            yield kind, kind, row["id"], row[column], *where


def _list_busiest(table: str, words: str) -> Ask:
    return index.list_things(table, words, 0, EVERYTHING, is_busiest_first=True)


def add_provenance(engine: Engine, rows: Cells, base: str) -> Cells:
    """The results with their pages, and the sources and claims of the rows that they are or stand on."""
    keys = list(zip(rows["table"], rows["id"], strict=True))
    cited: dict[tuple[str, str], tuple[Any, ...]] = {}
    for table in dict.fromkeys(rows["table"]):
        ids = list(dict.fromkeys(id_ for own, id_ in keys if own == table))
        stating = _read_stating(engine, table, ids)
        record = read_sources(engine, table, ids, stating.values())
        numbers = record.claims.numbers(ids)
        sources = [
            dict.fromkeys((*filter(None, [stating.get(id_)]), *record.claims.sources_of(number)))
            for id_, number in zip(ids, numbers, strict=True)
        ]
        cells = (*record.list_sources(sources), *record.claims.list_claims(numbers))
        each = zip(*(part.to_pylist() for part in cells), strict=True)
        cited |= {(table, id_): own for id_, own in zip(ids, each, strict=True)}
    addresses = [thing_address(base, *key) for key in keys]
    found = [cited[key] for key in keys]
    columns = [[own[place] for own in found] for place in range(len(ADDED) - 3)]
    return {**rows, **dict(zip(ADDED, [addresses, *columns, *repeat([None] * len(keys), 2)], strict=True))}


def _read_stating(engine: Engine, table: str, ids: list[str]) -> dict[str, str]:
    """The source that states each row; a source is its own, and a theme has none."""
    if table == "sources":
        return dict(zip(ids, ids, strict=True))
    if not issubclass(tables()[table], Sourced):
        return {}
    return dict(engines.answer(engine, bind_values(_stating(table), ids=ids)).rows)


@cache
def _stating(table: str) -> Rows:
    model: Any = tables()[table]
    return select(col(model.id), col(model.source_id)).where(col(model.id).in_(bound_list("ids")))
