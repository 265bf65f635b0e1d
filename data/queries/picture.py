"""What the network draws, counted from the arrays: the busiest organisations and the strongest lines."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from sqlalchemy import Engine

from data.columns import Array, Columns, extremes, runs
from data.filters import Filters
from data.queries.matching import lately, matching, numbers
from data.readmodel import ANY_DAY, NO_DAY, bits
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
    parts: "Parts"


class Parts(NamedTuple):
    """Each organisation once per event that matches: places in `events` and name numbers, event by event."""

    events: Array
    certain: Array
    place: Array
    body: Array


def picture(engine: Engine, columns: Columns, asked: Asked) -> Picture:
    """The picture that the question asks for, kept beside the events that were found for filters."""
    return lately(columns, asked, lambda: _picture(engine, columns, asked))


def _picture(engine: Engine, columns: Columns, asked: Asked) -> Picture:
    parts = _parts(engine, columns, asked)
    focus = _focus(engine, asked.filters.organisations)
    counts = np.bincount(parts.body)
    allowed = np.flatnonzero(counts >= max(asked.least, 1))
    chosen = focus[focus < len(counts)]
    chosen = chosen[counts[chosen] > 0]
    drawn = np.union1d(_busiest(allowed, counts), chosen)
    place_of = np.full(len(counts), -1)
    place_of[drawn] = np.arange(len(drawn))
    code = place_of[parts.body]
    seen = code >= 0
    inside = parts._replace(place=parts.place[seen], body=code[seen])
    lines, pairs = _lines(columns, inside, place_of[chosen], len(drawn), asked.shared)
    touching = np.isin(lines.a, place_of[chosen]) | np.isin(lines.b, place_of[chosen])
    return Picture(
        _nodes(columns, inside, drawn),
        lines,
        len(np.union1d(allowed, chosen)),
        pairs,
        _partners(parts, chosen) - int(touching.sum()),
        inside,
    )


def _parts(engine: Engine, columns: Columns, asked: Asked) -> Parts:
    events, certain = matching(engine, columns, asked.context)
    starts = columns.body_starts
    if len(events) == len(starts) - 1:
        at: Array | slice = slice(None)
    else:
        at = runs(starts, events)
    body = columns.body_values[at]
    place = np.repeat(np.arange(len(events)), starts[events + 1] - starts[events])
    if asked.roles:
        held = columns.body_roles[at] & bits(asked.roles) > 0
        body, place = body[held], place[held]
    return Parts(events, certain, place, body)


def _focus(engine: Engine, ids: tuple[str, ...]) -> Array:
    if not ids:
        return np.empty(0, np.int64)
    with engine.connect() as connection:
        known = numbers(connection, "organisations", ids)
    return np.array([each for each in known if each is not None], np.int64)


def _busiest(allowed: Array, counts: Array) -> Array:
    order = np.argsort(-counts[allowed], kind="stable")
    return allowed[order[:MOST_NODES]]


def _nodes(columns: Columns, parts: Parts, drawn: Array) -> Nodes:
    size = len(drawn)
    first, last = _spans(columns, parts, parts.body, parts.place, size)
    sure = parts.certain[parts.place]
    return Nodes(
        drawn,
        np.bincount(parts.body, minlength=size),
        np.bincount(parts.body[sure], minlength=size),
        first,
        last,
    )


def _lines(columns: Columns, parts: Parts, focus: Array, size: int, shared: int) -> tuple[Lines, int]:
    """The lines to draw, those of the focus before others, and how many there are in all."""
    key, place = _pairs(parts, size)
    counts = np.bincount(key, minlength=size * size)
    every = np.flatnonzero(counts >= max(shared, 1))
    total = len(every)
    if total > MOST_LINES:
        a, b = np.divmod(every, size)
        away = ~(np.isin(a, focus) | np.isin(b, focus))
        every = np.sort(every[np.lexsort((-counts[every], away))[:STRONGEST]])
    line_of = np.full(size * size, -1)
    line_of[every] = np.arange(total if total <= MOST_LINES else len(every))
    line = line_of[key]
    line, place = line[line >= 0], place[line >= 0]
    first, last = _spans(columns, parts, line, place, len(every))
    certain = np.bincount(line[parts.certain[place]], minlength=len(every))
    a, b = np.divmod(every, max(size, 1))
    return Lines(a, b, counts[every], certain, first, last), total


def _pairs(parts: Parts, size: int) -> tuple[Array, Array]:
    """Every two organisations at one event, as `a * size + b` with a before b, and the place of the event."""
    keys, places = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for back in range(1, len(parts.place)):
        same = np.flatnonzero(parts.place[back:] == parts.place[:-back])
        if not len(same):
            break
        keys.append(parts.body[same].astype(np.int64) * size + parts.body[same + back])
        places.append(parts.place[same])
    return np.concatenate(keys), np.concatenate(places)


def _spans(columns: Columns, parts: Parts, group: Array, place: Array, size: int) -> tuple[Array, Array]:
    """First and last day of each group of events; ANY_DAY and NO_DAY where no event bounds it."""
    begins, ends = columns.begins_from[parts.events], columns.ends_by[parts.events]
    first = np.where(begins == NO_DAY, ANY_DAY, begins)[place]
    last = np.where(ends == ANY_DAY, NO_DAY, ends)[place]
    return (
        extremes(np.minimum, group, first, size, ANY_DAY),
        extremes(np.maximum, group, last, size, NO_DAY),
    )


def _partners(parts: Parts, chosen: Array) -> int:
    """How many lines touch the chosen when nothing is left out."""
    lines: set[tuple[int, int]] = set()
    for one in chosen.tolist():
        at = np.zeros(len(parts.events), np.bool_)
        at[parts.place[parts.body == one]] = True
        others = np.unique(parts.body[at[parts.place]]).tolist()
        lines |= {(min(one, other), max(one, other)) for other in others if other != one}
    return len(lines)
