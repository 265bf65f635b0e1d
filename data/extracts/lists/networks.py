"""The network as rows: the organisations and pairs that its page shows, and the sources of each pair."""

from collections.abc import Mapping
from itertools import chain

import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import col

from data import centrality, engines
from data.engines.answers import Answer
from data.engines.statements import bind_values, bound_list
from data.extracts.cells import Cells
from data.extracts.row_sources import read_sources
from data.filters import Filters
from data.queries.network import graph as queries
from data.queries.network.shared_events import Settings as Question
from data.schema.dictionary import ADDED
from data.schema.models import Event

STATED = select(col(Event.id), col(Event.source_id)).where(col(Event.id).in_(bound_list("events")))
LEAST, SHARED = 3, 1
"""Least number of events per organisation, and of events that a pair shared, where the address names none."""


def read_organisations(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """The organisations in the picture with their number of events, partners, betweenness."""
    asked = _make_settings(filters, settings)
    nodes, links = (
        engines.read_records(engine, ask(asked)) for ask in (queries.list_nodes, queries.list_links)
    )
    names = [name for name in queries.list_columns(queries.NODE, asked) if name not in ("x", "y")]
    names += centrality.MEASURES
    rows = [[row[name] for name in names] for row in centrality.measure_centrality(nodes, links)]
    return Answer(names, rows).frame()


def read_pairs(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """The pairs in the picture: those of the chosen organisations, all where none is chosen."""
    links = engines.read_frame(engine, queries.list_links_with_events(_make_settings(filters, settings)))
    chosen = filters.organisations
    a, b = links["a_id"].isin(chosen), links["b_id"].isin(chosen)
    kept = links[(a & b) if filters.match_all else (a | b)] if chosen else links
    return kept.reset_index(drop=True)


def add_provenance(engine: Engine, rows: Cells, base: str) -> Cells:
    """The pairs with the sources and claims of the events that each pair shared."""
    events = [str(ids).split("; ") for ids in rows["event_ids"]]
    every = sorted({event for ids in events for event in ids})
    source_of = dict(engines.answer(engine, bind_values(STATED, events=every)).rows)
    record = read_sources(engine, "events", every, source_of.values())
    claims = record.claims
    numbers = [claims.numbers(ids) for ids in events]
    sources = [
        dict.fromkeys(chain(map(source_of.__getitem__, ids), *map(claims.sources_of, own)))
        for ids, own in zip(events, numbers, strict=True)
    ]
    cells = [
        [
            f"{base}/network?org={a}&org={b}&match=all"
            for a, b in zip(rows["a_id"], rows["b_id"], strict=True)
        ],
        *record.list_sources(sources),
        *claims.list_claims(list(chain.from_iterable(numbers)), list(map(len, numbers))),
        *[[None] * len(events)] * 2,
    ]
    return {**rows, **dict(zip(ADDED, cells, strict=True))}


def _make_settings(filters: Filters, settings: Mapping[str, str]) -> Question:
    together = settings.get("together") == "yes"
    least, shared = int(settings.get("least", LEAST)), int(settings.get("min", SHARED))
    return Question(filters, together, least, shared, settings.get("focus", ""))
