"""Which events match the filters, told from the arrays: the same ones as `data.queries.where` tells in SQL.

tests/data/queries/test_matching.py holds the two to each other for filters that nobody chose.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable
from functools import cache, reduce
from typing import NamedTuple, TypeVar

import numpy as np
from sqlalchemy import Engine, bindparam, select

from data.columns import Array, Columns, among, union
from data.filters import Filters
from data.kept import Rows, asking, listed
from data.readmodel import CALLED, NAMES, bits
from data.text import search_terms
from data.vocabulary import EventKind

LAST = "~"
"""Stands after every character that a folded word may hold."""
KEPT = 16
"""What was found that is kept per store, the latest ones: a page needs a few for its filters."""
T = TypeVar("T")


class Matching(NamedTuple):
    """The numbers of the events that match, in order, and for each whether it certainly is in the range."""

    events: Array
    certain: Array


def matching(engine: Engine, columns: Columns, filters: Filters) -> Matching:
    """The events that match: dates count as matching when they possibly do."""
    return lately(columns, filters, lambda: _matching(engine, columns, filters))


def lately(columns: Columns, key: Hashable, make: Callable[[], T]) -> T:
    """What was made for this key, made now unless it was lately: several questions of a page need it."""
    known: T | None = columns.found.get(key)
    if known is None:
        known = make()
        while len(columns.found) >= KEPT:
            columns.found.pop(next(iter(list(columns.found))), None)  # a copy: other threads add to it
        columns.found[key] = known
    return known


def _matching(engine: Engine, columns: Columns, filters: Filters) -> Matching:
    sets = [*_asked(engine, columns, filters), *_searched(engine, columns, filters.words)]
    found = _dated(columns, reduce(common, sorted(sets, key=len)) if sets else None, filters)
    if not filters.kinds:
        return found
    held = of_kind(columns, found.events, filters)
    return Matching(*(each[held] for each in found))


def _dated(columns: Columns, events: Array | None, filters: Filters) -> Matching:
    """Those of the events, or of all where None is given, that are possibly in the range of dates."""
    every = np.arange(len(columns.kind), dtype=np.int32) if events is None else events
    if not filters.has_dates:
        return Matching(every, np.ones(len(every), np.bool_))
    possible, certain = in_range(columns, slice(None) if events is None else events, filters)
    held = np.flatnonzero(possible)
    return Matching(every[held], certain[held])


def in_range(columns: Columns, events: Array | slice, filters: Filters) -> tuple[Array, Array]:
    """Whether each of the events is possibly, and certainly, in the range of dates; there must be one."""
    possible, certain = [], []
    if filters.until:
        possible.append(columns.begins_from[events] <= filters.until.toordinal())
        certain.append(columns.begins_by[events] <= filters.until.toordinal())
    if filters.since:
        possible.append(columns.ends_by[events] >= filters.since.toordinal())
        certain.append(columns.ends_from[events] >= filters.since.toordinal())
    return np.logical_and.reduce(possible), np.logical_and.reduce(certain)


def of_kind(columns: Columns, events: Array, filters: Filters) -> Array:
    """Whether each of the events is of one of the kinds that the filters name."""
    wanted = np.array([str(kind) in filters.kinds for kind in EventKind])
    held: Array = wanted[columns.kind[events]]
    return held


def _asked(engine: Engine, columns: Columns, filters: Filters) -> list[Array]:
    """The events of organisations, countries and themes: sets that must all hold an event."""
    allowed, length = bits(filters.roles), len(columns.kind)
    bodies = numbers(engine, columns, "organisations", filters.organisations)
    parts = [np.empty(0, np.int32) if each is None else at(columns, each, allowed) for each in bodies]
    sets = parts if filters.match_all else [_either(parts, length)] if parts else []
    for table, ids in (("countries", filters.countries), ("themes", filters.themes)):
        if ids:
            known = [n for n in numbers(engine, columns, table, ids) if n is not None]
            sets = [*sets, _either([at(columns, each) for each in known], length)]
    return sets


def at(columns: Columns, number: int, allowed: int | None = None) -> Array:
    """The events that this name is at, in order; `allowed` are the bits of parts that an organisation had."""
    run = slice(*columns.fact_starts[number : number + 2])
    events = columns.fact_events[run]
    return events if allowed is None else events[columns.fact_roles[run] & allowed > 0]


def _searched(engine: Engine, columns: Columns, words: str) -> list[Array]:
    """The events of each word: in their titles, or in the names of those they are linked with."""
    sets = []
    for term in search_terms(words):
        run = slice(bisect_left(columns.words, term), bisect_left(columns.words, term + LAST))
        titles = columns.word_events[columns.word_starts[run.start] : columns.word_starts[run.stop]]
        if run.stop - run.start > 1:  # a title may hold several of the words
            titles = np.unique(titles)
        query = f"SELECT rowid FROM {CALLED.name} WHERE {CALLED.name} MATCH ?"  # noqa: S608 - our own name
        with engine.connect() as connection:
            called = connection.exec_driver_sql(query, (f'"{term}"*',)).scalars().all()
        sets.append(_either([titles, *(at(columns, each) for each in called)], len(columns.kind)))
    return sets


def numbers(engine: Engine, columns: Columns, table: str, ids: tuple[str, ...]) -> list[int | None]:
    """The name number of each of these rows; None where there is no such row."""
    known: dict[tuple[str, str], int] = columns.kept.setdefault(numbers, {})
    if asked := [id_ for id_ in ids if (table, id_) not in known]:
        statement, values = asking(_called(), table=table, ids=asked)
        with engine.connect() as connection:
            known |= {(table, row.id): row.number for row in connection.execute(statement, values)}
    return [known.get((table, id_)) for id_ in ids]


@cache
def _called() -> Rows:
    where = (NAMES.c.table == bindparam("table"), NAMES.c.id.in_(listed("ids")))
    return select(NAMES.c.id, NAMES.c.number).where(*where)


def _either(sets: list[Array], length: int) -> Array:
    """What stands in any of the sets, in order; each set is in order itself and holds nothing twice."""
    filled = [each for each in sets if len(each)]
    if len(filled) <= 1:
        return filled[0] if filled else np.empty(0, np.int32)
    return union(filled, length)


def common(one: Array, other: Array) -> Array:
    """What stands in both, in order; each is in order itself and holds nothing twice."""
    few, many = sorted((one, other), key=len)
    length = max(int(each[-1]) + 1 if len(each) else 0 for each in (one, other))
    return few[among(few, many, length)]
