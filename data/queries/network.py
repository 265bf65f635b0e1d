"""Who shares events with whom: organisations as nodes, pairs that shared an event as links."""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, bindparam, func, or_, select
from sqlmodel import col

from data import store
from data.columns import Array, Columns, Counted
from data.filters import CERTAINLY, POSSIBLY
from data.kept import Kept, asking, listed
from data.models import Country, EventOrganisation, Organisation, OrganisationPosition, Source
from data.queries.picture import MOST_NODES, Asked, Nodes, Picture, picture
from data.queries.where import Rows
from data.readmodel import ANY_DAY, EVENTS, NAMES, NO_DAY

LINE = ("a_id", "a", "b_id", "b", "shared", CERTAINLY, POSSIBLY, "first", "last", "event_ids")


def nodes(asked: Asked) -> Counted:
    """Organisations with a part in an event, their place in the picture and number of events; busiest first.

    At most `MOST_NODES`, and those in the focus. Under a range of dates `certainly` and `possibly` part the
    events; so for links those shared.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        found = picture(engine, columns, asked).nodes
        counts = pd.DataFrame({"events": found.events, **_split(asked, found.events, found.certain)})
        counts["first"], counts["last"] = _days(found.first), _days(found.last)
        rows = store.frame(engine, asking(_organisations(), numbers=found.number.tolist()))
        rows = rows.set_index("number").loc[found.number]
        joined = pd.concat([rows.reset_index(drop=True), counts], axis=1)
        own = ["id", "name", "full_name", "kind", "family", "city", "country", *counts]
        joined = joined[[*own, "x", "y", "source_id", "source_url"]]
        return joined.sort_values(["events", "name"], ascending=[False, True], ignore_index=True)

    return Counted(answer)


def links(asked: Asked) -> Counted:
    """Pairs that shared an event: both ends by name, events shared, first and last day; strongest first.

    Of the organisations of `nodes`; where there are too many to tell apart, the strongest.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        return _links(engine, asked, picture(engine, columns, asked))

    return Counted(answer)


def links_with_events(asked: Asked) -> Counted:
    """The same with the ids of the events, joined by `; `: for files, because they may be many."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        found = picture(engine, columns, asked)
        rows = _links(engine, asked, found)
        ids = _events(engine, found, set(zip(rows["a_id"], rows["b_id"], strict=True)))
        each = zip(rows["a_id"], rows["b_id"], strict=True)
        return rows.assign(event_ids=pd.Series(["; ".join(ids[pair]) for pair in each], dtype=object))

    return Counted(answer)


def counted(asked: Asked) -> Counted:
    """One row: how many `organisations` and `pairs` the settings allow; lines of the focus left `unseen`."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        found = picture(engine, columns, asked)
        return pd.DataFrame(
            [{"organisations": found.organisations, "pairs": found.pairs, "unseen": found.unseen}]
        )

    return Counted(answer)


def extents(least: int, chosen: Collection[str]) -> Kept:
    """Two rows, the corners of the picture: of all organisations that may be drawn, whatever the filters."""
    return asking(_extents(), least=max(least, 1), chosen=list(chosen))


@cache
def _extents() -> Rows:
    busiest = (
        select(NAMES.c.id)
        .where(NAMES.c.table == "organisations", NAMES.c.events >= bindparam("least"))
        .order_by(NAMES.c.events.desc(), NAMES.c.number)
        .limit(MOST_NODES)
    )
    at = col(OrganisationPosition.organisation_id)
    here = or_(at.in_(busiest), at.in_(listed("chosen")))
    corner = [
        select(
            end(col(OrganisationPosition.x)).label("x"), end(col(OrganisationPosition.y)).label("y")
        ).where(here)
        for end in (func.min, func.max)
    ]
    both = corner[0].union_all(corner[1]).subquery()
    return select(both)


def parts(organisations: tuple[str, ...], events: tuple[str, ...]) -> Kept:
    """Every part of these organisations in these events, with the source that names it."""
    return asking(_parts(), organisations=organisations, events=events)


@cache
def _parts() -> Rows:
    own = (
        col(EventOrganisation.event_id),
        col(EventOrganisation.organisation_id),
        col(EventOrganisation.role),
        col(EventOrganisation.source_id),
    )
    among = (
        col(EventOrganisation.organisation_id).in_(listed("organisations")),
        own[0].in_(listed("events")),
    )
    return select(*own).where(*among).order_by(*own)


@cache
def _organisations() -> Rows:
    return (
        select(
            NAMES.c.number,
            *(
                col(getattr(Organisation, name))
                for name in ("id", "name", "full_name", "kind", "family", "city")
            ),
            col(Country.name).label("country"),
            col(OrganisationPosition.x),
            col(OrganisationPosition.y),
            col(Organisation.source_id),
            col(Source.url).label("source_url"),
        )
        .join(NAMES, NAMES.c.id == col(Organisation.id))
        .join(Source, col(Organisation.source_id) == col(Source.id))
        .outerjoin(OrganisationPosition, col(OrganisationPosition.organisation_id) == col(Organisation.id))
        .outerjoin(Country, col(Organisation.country_id) == col(Country.id))
        .where(NAMES.c.table == "organisations", NAMES.c.number.in_(listed("numbers")))
    )


def _links(engine: Engine, asked: Asked, found: Picture) -> pd.DataFrame:
    lines = found.lines
    named = _named(engine, found.nodes)
    ids, names = named["id"].to_numpy(), named["name"].to_numpy()
    rows = pd.DataFrame(
        {
            **{f"{end}_id": _objects(ids[at]) for end, at in (("a", lines.a), ("b", lines.b))},
            **{end: _objects(names[at]) for end, at in (("a", lines.a), ("b", lines.b))},
            "shared": lines.shared,
            **_split(asked, lines.shared, lines.certain),
            "first": _days(lines.first),
            "last": _days(lines.last),
        }
    )
    order = ["shared", "a", "b"]
    rows = rows.sort_values(order, ascending=[False, True, True], ignore_index=True)
    return rows[[name for name in LINE if name in rows]]


def _named(engine: Engine, found: Nodes) -> pd.DataFrame:
    asked = asking(_called(), numbers=found.number.tolist())
    return store.frame(engine, asked).set_index("number").loc[found.number]


@cache
def _called() -> Rows:
    return (
        select(NAMES.c.number, NAMES.c.id, col(Organisation.name))
        .join(Organisation, col(Organisation.id) == NAMES.c.id)
        .where(NAMES.c.table == "organisations", NAMES.c.number.in_(listed("numbers")))
    )


def _events(engine: Engine, found: Picture, pairs: set[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Ids of the events that each of the pairs shared, in order."""
    ids = _named(engine, found.nodes)["id"].tolist()
    every = np.unique(found.parts.place)
    asked = select(EVENTS.c.n, EVENTS.c.id).order_by(EVENTS.c.n)
    with engine.connect() as connection:
        called: dict[int, str] = {row.n: row.id for row in connection.execute(asked)}
    shared: dict[tuple[str, str], list[str]] = {pair: [] for pair in pairs}
    bounds = np.searchsorted(found.parts.place, [every, every + 1])
    for place, start, end in zip(every.tolist(), *bounds.tolist(), strict=True):
        bodies = [ids[code] for code in found.parts.body[start:end].tolist()]
        event = called[int(found.parts.events[place])]
        for one, body in enumerate(bodies):
            for other in bodies[one + 1 :]:
                if (body, other) in shared:
                    shared[body, other].append(event)
    return {pair: sorted(events) for pair, events in shared.items()}


def _objects(texts: Array) -> "pd.Series[Any]":
    """Text as Python's own."""
    return pd.Series(texts, dtype=object)


def _split(asked: Asked, events: Array, certain: Array) -> dict[str, Any]:
    if not asked.filters.has_dates:
        return {}
    return {CERTAINLY: certain, POSSIBLY: events - certain}


def _days(numbers: Array) -> "pd.Series[Any]":
    known = (number if NO_DAY < number < ANY_DAY else None for number in numbers.tolist())
    return pd.Series([number and date.fromordinal(number) for number in known], dtype=object)
