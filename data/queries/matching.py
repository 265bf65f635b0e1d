"""Which events match the filters, told from the arrays: the same ones as `data.queries.where` tells in SQL.

tests/data/queries/test_matching.py holds the two to each other for filters that nobody chose.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable
from functools import cache
from typing import NamedTuple, TypeVar

import numpy as np
from sqlalchemy import Connection, Engine, bindparam, select

from data.columns import Array, Columns, runs
from data.filters import Filters
from data.kept import Rows, asking, listed
from data.readmodel import CALLED, NAMES, bits
from data.text import search_terms
from data.vocabulary import EventKind

LAST = "~"
"""Stands after every character that a folded word may hold."""
KEPT = 16
"""What was found that is kept per store, the latest ones: a page needs three for its filters."""
T = TypeVar("T")


class Matching(NamedTuple):
    """The numbers of the events that match, in order, and for each whether it certainly is in the range."""

    events: Array
    certain: Array


def matching(engine: Engine, columns: Columns, filters: Filters) -> Matching:
    """The events that match: dates count as matching when they possibly do."""

    def make() -> Matching:
        events = _events(engine, columns, filters)
        return Matching(events, _certain(columns, filters, events))

    return lately(columns, filters, make)


def lately(columns: Columns, key: Hashable, make: Callable[[], T]) -> T:
    """What was made for this key, made now unless it was lately: several questions of a page need it."""
    known: T | None = columns.found.get(key)
    if known is None:
        known = make()
        while len(columns.found) >= KEPT:
            columns.found.pop(next(iter(columns.found)), None)
        columns.found[key] = known
    return known


def _events(engine: Engine, columns: Columns, filters: Filters) -> Array:
    every = np.arange(len(columns.kind), dtype=np.int32)
    with engine.connect() as connection:
        sets = [*_asked(connection, columns, filters), *_searched(connection, columns, filters.words)]
    events = _common(sets, len(every)) if sets else every
    if filters.until:
        events = events[columns.begins_from[events] <= filters.until.toordinal()]
    if filters.since:
        events = events[columns.ends_by[events] >= filters.since.toordinal()]
    if filters.kinds:
        wanted = np.array([str(kind) in filters.kinds for kind in EventKind])
        events = events[wanted[columns.kind[events]]]
    return events


def _certain(columns: Columns, filters: Filters, events: Array) -> Array:
    certain = np.ones(len(events), np.bool_)
    if filters.until:
        certain &= columns.begins_by[events] <= filters.until.toordinal()
    if filters.since:
        certain &= columns.ends_from[events] >= filters.since.toordinal()
    return certain


def _asked(connection: Connection, columns: Columns, filters: Filters) -> list[Array]:
    """The events of organisations, countries and themes: sets that must all hold an event."""
    allowed, length = bits(filters.roles), len(columns.kind)
    parts = []
    for number in numbers(connection, "organisations", filters.organisations):
        run = slice(*columns.fact_starts[number : number + 2]) if number is not None else slice(0)
        parts.append(columns.fact_events[run][columns.fact_roles[run] & allowed > 0])
    sets = parts if filters.match_all else [_either(parts, length)] if parts else []
    for table, ids in (("countries", filters.countries), ("themes", filters.themes)):
        if ids:
            known = [n for n in numbers(connection, table, ids) if n is not None]
            sets = [*sets, _either([_at(columns, known)], length)]
    return sets


def _searched(connection: Connection, columns: Columns, words: str) -> list[Array]:
    """The events of each word: in their titles, or in the names of those they are linked with."""
    sets = []
    for term in search_terms(words):
        run = slice(bisect_left(columns.words, term), bisect_left(columns.words, term + LAST))
        titles = columns.word_events[columns.word_starts[run.start] : columns.word_starts[run.stop]]
        query = f"SELECT rowid FROM {CALLED.name} WHERE {CALLED.name} MATCH ?"  # noqa: S608 - our own name
        called = [number for (number,) in connection.exec_driver_sql(query, (f'"{term}"*',))]
        sets.append(_either([titles, _at(columns, called)], len(columns.kind)))
    return sets


def numbers(connection: Connection, table: str, ids: tuple[str, ...]) -> list[int | None]:
    if not ids:
        return []
    statement, values = asking(_called(), table=table, ids=ids)
    known = {row.id: row.number for row in connection.execute(statement, values)}
    return [known.get(id_) for id_ in ids]


@cache
def _called() -> Rows:
    where = (NAMES.c.table == bindparam("table"), NAMES.c.id.in_(listed("ids")))
    return select(NAMES.c.id, NAMES.c.number).where(*where)


def _at(columns: Columns, numbers: list[int]) -> Array:
    """The events that any of these names is at, some more than once."""
    return columns.fact_events[runs(columns.fact_starts, np.asarray(numbers, np.int64))]


def _either(sets: list[Array], length: int) -> Array:
    """What stands in any of the sets, in order."""
    held = np.zeros(length, np.bool_)
    for each in sets:
        held[each] = True
    return np.flatnonzero(held).astype(np.int32)


def _common(sets: list[Array], length: int) -> Array:
    """What stands in all of the sets, in order."""
    least, *others = sorted(sets, key=len)
    for each in others:
        held = np.zeros(length, np.bool_)
        held[each] = True
        least = least[held[least]]
    return least
