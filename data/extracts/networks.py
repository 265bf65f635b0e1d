"""The network as rows: the organisations and pairs that its page shows, and who says so of a pair."""

import json
from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Engine, func, select
from sqlmodel import col

from data import graph, store
from data.dictionary import ADDED
from data.extracts.provenance import SEPARATOR, joined, read
from data.filters import Filters
from data.models import Event
from data.queries import network as queries
from data.queries.picture import Asked

LEAST, SHARED = 3, 1
"""Least number of events per organisation, and of events that a pair shared, where the address names none."""


def organisations(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """The organisations in the picture with their number of events, partners, betweenness."""
    asked = _asked(filters, settings)
    nodes, links = (store.records(engine, ask(asked)) for ask in (queries.nodes, queries.links))
    names = [name for name in queries.fields(queries.NODE, asked) if name not in ("x", "y")]
    names += graph.MEASURES
    return store.framed(names, graph.measured(nodes, links))


def pairs(engine: Engine, filters: Filters, settings: Mapping[str, str]) -> pd.DataFrame:
    """The pairs in the picture: those of the chosen organisations, all where none is chosen."""
    links = store.frame(engine, queries.links_with_events(_asked(filters, settings)))
    chosen = filters.organisations
    a, b = links["a_id"].isin(chosen), links["b_id"].isin(chosen)
    kept = links[(a & b) if filters.match_all else (a | b)] if chosen else links
    return kept.reset_index(drop=True)


def with_provenance(engine: Engine, rows: pd.DataFrame, base: str) -> pd.DataFrame:
    """The pairs with who says so of the events that each pair shared."""
    events = [str(ids).split("; ") for ids in rows["event_ids"]]
    every = sorted({event for ids in events for event in ids})
    wanted = func.json_each(json.dumps(every)).table_valued("value")
    stated = select(col(Event.id), col(Event.source_id)).where(col(Event.id).in_(select(wanted.c.value)))
    with engine.connect() as connection:
        source_of = {row[0]: row[1] for row in connection.execute(stated)}
    record = read(engine, "events", every, source_of.values())
    found: list[tuple[str | None, ...]] = []
    for a, b, ids in zip(rows["a_id"], rows["b_id"], events, strict=True):
        claims = [claim for event in ids for claim in record.claims.get(event, ())]
        sources = dict.fromkeys(
            [*(source_of[event] for event in ids), *(claim.source_id for claim in claims)]
        )
        cited = [joined(record.sources[source][part] for source in sources) for part in range(4)]
        named = SEPARATOR.join(claim.id for claim in claims) or None
        anchors = joined(claim.anchor for claim in claims)
        url = f"{base}/network?org={a}&org={b}&match=all"
        found.append((url, SEPARATOR.join(sources) or None, *cited, named, anchors, None, None))
    added = pd.DataFrame(found, columns=list(ADDED), index=rows.index, dtype=object)
    return pd.concat([rows, added], axis="columns")


def _asked(filters: Filters, settings: Mapping[str, str]) -> Asked:
    together = settings.get("together") == "yes"
    least, shared = int(settings.get("least", LEAST)), int(settings.get("min", SHARED))
    return Asked(filters, together, least, shared)
