"""What the network draws, counted from the arrays: the busiest organisations and the strongest lines."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from sqlalchemy import Engine

from data.columns import Array, Columns
from data.filters import Filters
from data.queries.matching import at, common, lately, matching, numbers
from data.queries.ties import Parts, Ties, parts, share, spans, ties
from data.readmodel import bits
from data.vocabulary import OrganisationRole

TOGETHER = (str(OrganisationRole.ORGANISER), str(OrganisationRole.HOST))
"""The roles that count when only organising together is asked for."""
MOST_NODES = 150
MOST_LINES, STRONGEST = 1200, 300
"""Lines that can still be told apart; where there are more, only so many of the strongest are drawn."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of the page. The organisations of `filters` are a focus, not a limit."""

    filters: Filters
    together: bool = False
    least: int = 1
    """Events that an organisation must have, unless it is in the focus."""
    shared: int = 1
    """Events that two must share for a line."""

    @property
    def context(self) -> Filters:
        return replace(self.filters, organisations=(), match_all=False, roles=())

    @property
    def roles(self) -> tuple[str, ...]:
        return TOGETHER if self.together else self.filters.roles


class Nodes(NamedTuple):
    """Arrays side by side, by name number in order: one place an organisation that is drawn."""

    number: Array
    events: Array
    certain: Array
    first: Array
    last: Array


class Lines(NamedTuple):
    """Arrays side by side, strongest first; `a` and `b` are places in `Nodes`."""

    a: Array
    b: Array
    shared: Array
    certain: Array
    first: Array
    last: Array


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, out of how many that the settings allow; `unseen`: lines of the focus left out."""

    nodes: Nodes
    lines: Lines
    organisations: int
    pairs: int
    unseen: int


def picture(engine: Engine, columns: Columns, asked: Asked) -> Picture:
    """The picture that the question asks for, kept beside the events that were found for filters."""
    return lately(columns, asked, lambda: _picture(engine, columns, asked))


def parts_in(engine: Engine, columns: Columns, asked: Asked, nodes: Nodes) -> Parts:
    """The parts of the organisations that are drawn in the events that match, as places in `nodes`."""
    event, body = parts(columns, matching(engine, columns, asked.context).events, bits(asked.roles))
    seen = np.isin(body, nodes.number)
    return Parts(event[seen], np.searchsorted(nodes.number, body[seen]))


def _picture(engine: Engine, columns: Columns, asked: Asked) -> Picture:
    found = matching(engine, columns, asked.context)
    split = share(columns, found, bits(asked.roles))
    counts = split.counts
    allowed = np.flatnonzero(counts >= max(asked.least, 1))
    focus = numbers(engine, columns, "organisations", asked.filters.organisations)
    chosen = np.array([each for each in focus if each is not None and each < len(counts)], np.int64)
    chosen = chosen[counts[chosen] > 0]
    drawn = np.union1d(_busiest(allowed, counts), chosen)
    tied = ties(columns, split, drawn)
    own = np.arange(len(drawn)) * (len(drawn) + 1)
    is_focus = np.isin(drawn, chosen)
    keys, pairs = strongest(tied, is_focus, asked.shared)
    first, last = spans(columns, split, tied, np.concatenate([own, keys]))
    every = len(own)
    a, b = np.divmod(keys, max(len(drawn), 1))
    touching = int((is_focus[a] | is_focus[b]).sum())
    return Picture(
        Nodes(drawn, tied.shared[own], tied.certain[own], first[:every], last[:every]),
        Lines(a, b, tied.shared[keys], tied.certain[keys], first[every:], last[every:]),
        len(np.union1d(allowed, chosen)),
        pairs,
        _partners(columns, found.events, chosen, split.allowed) - touching,
    )


def _busiest(allowed: Array, counts: Array) -> Array:
    order = np.argsort(-counts[allowed], kind="stable")
    return allowed[order[:MOST_NODES]]


def strongest(tied: Ties, is_focus: Array, shared: int) -> tuple[Array, int]:
    """The keys of the lines to draw, those of the focus before others, and how many there are in all."""
    every = np.flatnonzero(tied.shared >= max(shared, 1))
    a, b = np.divmod(every, max(tied.size, 1))
    is_line = a != b
    every, a, b = every[is_line], a[is_line], b[is_line]
    if len(every) <= MOST_LINES:
        return every, len(every)
    away = ~(is_focus[a] | is_focus[b])
    return np.sort(every[np.lexsort((-tied.shared[every], away))[:STRONGEST]]), len(every)


def _partners(columns: Columns, events: Array, chosen: Array, allowed: int) -> int:
    """How many lines touch the chosen when nothing is left out."""
    lines: set[tuple[int, int]] = set()
    for one in chosen.tolist():
        own = common(events, at(columns, one, allowed))
        others = np.unique(parts(columns, own, allowed).body).tolist()
        lines |= {(min(one, other), max(one, other)) for other in others if other != one}
    return len(lines)
