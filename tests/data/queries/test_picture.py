"""The picture of the network counted from arrays: the same as SQL counts, for filters of all sorts."""

from collections import Counter
from datetime import date
from itertools import combinations

import numpy as np
import pytest
from sqlalchemy import Engine, select
from sqlmodel import col

from data import columns, store
from data.filters import Filters
from data.models import Event, EventOrganisation
from data.queries.picture import MOST_LINES, STRONGEST, Asked, picture, strongest
from data.queries.ties import Ties
from data.queries.where import events_where
from data.readmodel import NAMES


@pytest.mark.parametrize(
    "asked",
    [
        Asked(Filters()),
        Asked(Filters(since=date(2021, 3, 2), until=date(2022, 6, 30)), shared=2),
        Asked(Filters(countries=("UZB",)), together=True),
        Asked(Filters(organisations=("alpha",), roles=("organiser",))),
        Asked(Filters(words="beta"), least=2),
        Asked(Filters(words="zzz")),
    ],
)
def test_nodes_and_lines_are_those_that_sql_counts(engine: Engine, asked: Asked) -> None:
    query = select(col(EventOrganisation.event_id), col(EventOrganisation.organisation_id)).where(
        col(EventOrganisation.event_id).in_(select(col(Event.id)).where(events_where(asked.context)))
    )
    if asked.roles:
        query = query.where(col(EventOrganisation.role).in_(asked.roles))
    rows = {(row["event_id"], row["organisation_id"]) for row in store.records(engine, query)}
    members: dict[str, list[str]] = {}
    for event, body in sorted(rows):
        members.setdefault(event, []).append(body)
    busy = Counter(body for _, body in rows)
    drawn = {b: n for b, n in busy.items() if n >= asked.least or b in asked.filters.organisations}
    pairs = Counter(pair for each in members.values() for pair in combinations(each, 2))
    lines = {p: n for p, n in pairs.items() if n >= asked.shared and set(p) <= set(drawn)}

    found = picture(engine, columns.of(engine), asked)
    names = store.records(engine, select(NAMES.c.id).order_by(NAMES.c.number))
    ids = [row["id"] for row in names]
    shown = [ids[number] for number in found.nodes.number.tolist()]
    assert dict(zip(shown, found.nodes.events.tolist(), strict=True)) == drawn
    ends = zip(found.lines.a.tolist(), found.lines.b.tolist(), strict=True)
    assert (
        dict(zip(((shown[a], shown[b]) for a, b in ends), found.lines.shared.tolist(), strict=True)) == lines
    )
    assert (found.organisations, found.pairs) == (len(drawn), len(lines))


def test_of_too_many_lines_those_of_the_focus_are_drawn_before_stronger_ones() -> None:
    size, none = 60, np.empty(0, np.int64)
    weak, strong = np.ones(size), np.arange(size) + 2
    shared = np.triu(np.maximum(*np.meshgrid(strong, strong)))
    shared[0] = weak
    tied = Ties(size, shared.ravel(), shared.ravel(), none, none, none)
    keys, every = strongest(tied, np.arange(size) == 0, 1)
    assert every == size * (size - 1) // 2 > MOST_LINES
    assert len(keys) == STRONGEST
    a, b = np.divmod(keys, size)
    assert sorted(b[a == 0].tolist()) == list(range(1, size))
    others = tied.shared[keys[a > 0]]
    left = set(np.flatnonzero(tied.shared).tolist()) - set(keys.tolist())
    assert others.min() >= max(tied.shared[key] for key in left if key // size != key % size)
