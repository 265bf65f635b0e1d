"""Who shares events with whom: organisations as nodes, pairs that shared an event as links."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import col

from data import store
from data.columns import Columns, Counted, Listed, dates
from data.filters import CERTAINLY, POSSIBLY
from data.kept import Kept, asking, listed
from data.models import Country, EventOrganisation, Organisation, OrganisationPosition, Source
from data.queries.picture import MOST_NODES, Asked, Lines, Nodes, Picture, parts_in, picture
from data.queries.ties import Parts
from data.queries.where import Rows
from data.readmodel import EVENTS, NAMES
from data.rows import Records

ABOUT = ("id", "name", "full_name", "kind", "family", "city")
NODE = (
    *ABOUT,
    "country",
    "events",
    CERTAINLY,
    POSSIBLY,
    "first",
    "last",
    "x",
    "y",
    "source_id",
    "source_url",
)
"""Fields of `nodes`: `x` and `y` are its place in the picture."""
LINE = ("a_id", "a", "b_id", "b", "shared", CERTAINLY, POSSIBLY, "first", "last")
"""Fields of `links`, of which `a` and `b` are the names of both ends."""


def nodes(asked: Asked) -> Listed:
    """Organisations with a part in an event, by the fields of `NODE`; busiest first.

    At most `MOST_NODES`, and those in the focus. Under a range of dates `certainly` and `possibly` part the
    events; so for links those shared.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        found = picture(engine, columns, asked).nodes
        named, each = _named(engine, columns, found), _counts(asked, "events", found)
        joined = [about | counts for about, counts in zip(named, each, strict=True)]
        return sorted(joined, key=lambda row: (-row["events"], row["name"]))

    return Listed(answer)


def links(asked: Asked) -> Listed:
    """Pairs that shared an event, by the fields of `LINE`: first and last day, strongest first.

    Of the organisations of `nodes`; where there are too many to tell apart, the strongest.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        return _links(engine, columns, asked, picture(engine, columns, asked))

    return Listed(answer)


def links_with_events(asked: Asked) -> Counted:
    """The same with the ids of the events, joined by `; `: for files, because they may be many."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        found = picture(engine, columns, asked)
        rows, names = _links(engine, columns, asked, found), fields((*LINE, "event_ids"), asked)
        own = parts_in(engine, columns, asked, found.nodes)
        ids = _events(engine, columns, found.nodes, own, {(row["a_id"], row["b_id"]) for row in rows})
        told = [row | {"event_ids": "; ".join(ids[row["a_id"], row["b_id"]])} for row in rows]
        return store.framed(names, told)

    return Counted(answer)


def counted(asked: Asked) -> Listed:
    """One row: how many `organisations` and `pairs` the settings allow; lines of the focus left `unseen`."""

    def answer(engine: Engine, columns: Columns) -> Records:
        found = picture(engine, columns, asked)
        return [{"organisations": found.organisations, "pairs": found.pairs, "unseen": found.unseen}]

    return Listed(answer)


def fields(names: Sequence[str], asked: Asked) -> list[str]:
    """Those of the names that stand in its rows: `certainly` and `possibly` under a range of dates alone."""
    return [name for name in names if asked.filters.has_dates or name not in (CERTAINLY, POSSIBLY)]


def extents(least: int, chosen: Collection[str]) -> Listed:
    """Two rows, the corners of the picture: of all organisations that may be drawn, whatever the filters."""

    def answer(engine: Engine, columns: Columns) -> Records:
        if (known := columns.kept.get(extents)) is None:
            rows = store.records(engine, asking(_positions()))
            known = columns.kept[extents] = {row["id"]: (row["events"], (row["x"], row["y"])) for row in rows}
        places: list[Any] = [known[each][1] for each in chosen if each in known]
        busiest = islice(known.values(), MOST_NODES)
        places += [place for _, place in takewhile(lambda each: each[0] >= max(least, 1), busiest)]
        axes = list(zip(*places, strict=True)) or [(None,)] * 2
        return [dict(zip("xy", map(end, axes), strict=True)) for end in (min, max)]

    return Listed(answer)


@cache
def _positions() -> Rows:
    """Where each organisation stands, the busiest first."""
    at = OrganisationPosition
    return (
        select(NAMES.c.id, NAMES.c.events, col(at.x), col(at.y))
        .join(at, col(at.organisation_id) == NAMES.c.id)
        .where(NAMES.c.table == "organisations")
        .order_by(NAMES.c.events.desc(), NAMES.c.number)
    )


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
            *(col(getattr(Organisation, name)) for name in ABOUT),
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


def _links(engine: Engine, columns: Columns, asked: Asked, found: Picture) -> Records:
    lines, ends = found.lines, _named(engine, columns, found.nodes)
    rows = [
        {"a_id": ends[a]["id"], "a": ends[a]["name"], "b_id": ends[b]["id"], "b": ends[b]["name"]} | counts
        for a, b, counts in zip(
            lines.a.tolist(), lines.b.tolist(), _counts(asked, "shared", lines), strict=True
        )
    ]
    return sorted(rows, key=lambda row: (-row["shared"], row["a"], row["b"]))


def _named(engine: Engine, columns: Columns, found: Nodes) -> Records:
    """What each organisation is, in the order of the picture: read once, because no filter changes it."""
    known: dict[int, dict[str, Any]] = columns.kept.setdefault(_named, {})
    numbers = found.number.tolist()
    if asked := [number for number in numbers if number not in known]:
        rows = store.records(engine, asking(_organisations(), numbers=asked))
        known |= {row.pop("number"): row for row in rows}
    return [known[number] for number in numbers]


def _events(
    engine: Engine, columns: Columns, nodes: Nodes, own: Parts, pairs: set[tuple[str, str]]
) -> dict[tuple[str, str], list[str]]:
    """Ids of the events that each of the pairs shared, in order."""
    ids = [row["id"] for row in _named(engine, columns, nodes)]
    every = np.unique(own.event)
    asked = select(EVENTS.c.n, EVENTS.c.id).order_by(EVENTS.c.n)
    with engine.connect() as connection:
        called: dict[int, str] = {row.n: row.id for row in connection.execute(asked)}
    shared: dict[tuple[str, str], list[str]] = {pair: [] for pair in pairs}
    bounds = np.searchsorted(own.event, [every, every + 1])
    for number, start, end in zip(every.tolist(), *bounds.tolist(), strict=True):
        bodies = [ids[code] for code in own.body[start:end].tolist()]
        event = called[number]
        for one, body in enumerate(bodies):
            for other in bodies[one + 1 :]:
                if (body, other) in shared:
                    shared[body, other].append(event)
    return {pair: sorted(events) for pair, events in shared.items()}


def _counts(asked: Asked, what: str, found: Nodes | Lines) -> Iterator[dict[str, Any]]:
    """Of each place in the arrays: events under the name `what`, how they are parted, first and last day."""
    events = found.events if isinstance(found, Nodes) else found.shared
    counts = {what: events}
    if asked.filters.has_dates:
        counts |= {CERTAINLY: found.certain, POSSIBLY: events - found.certain}
    lists = [*(each.tolist() for each in counts.values()), dates(found.first), dates(found.last)]
    names = (*counts, "first", "last")
    return (dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True))
