"""Which recommendations and statements match, told from the arrays: the same as `asked` tells in SQL."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Engine, literal_column, select
from sqlmodel import col

from data.columns import Array, Columns
from data.filters import Filters
from data.models import Recommendation, Statement
from data.queries.matching import lately, matching, numbers
from data.queries.where import Rows, found
from data.text import search_terms
from data.told import Told


class Found(NamedTuple):
    """Places in the list that match, in order, and whether each is certainly in the range of dates."""

    places: Array
    certain: Array


def asked(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Found:
    """Organisations match as the one that asks or is asked; themes and words are the row's own."""
    return lately(columns, (asked, filters), lambda: _asked(engine, columns, arrays, filters))


def said(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Found:
    """The statements; organisations match as the one that speaks."""
    return lately(columns, (said, filters), lambda: _said(engine, columns, arrays, filters))


def _asked(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Found:
    held = _held(engine, columns, filters, arrays.asked_event)
    if filters.organisations:
        bodies = _numbers(engine, "organisations", filters.organisations)
        each = [(arrays.asked_by == n) | (arrays.asked_to == n) for n in bodies]
        held &= _each(each, len(held), match_all=filters.match_all)
    held &= _themed(engine, filters, arrays.asked_theme_starts, arrays.asked_theme_values, len(held))
    held &= _worded(engine, Recommendation, filters.words, arrays.asked_row)
    return _certain(engine, columns, filters, arrays.asked_event, np.flatnonzero(held))


def _said(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Found:
    held = _held(engine, columns, filters, arrays.said_event)
    if filters.organisations:
        bodies = _numbers(engine, "organisations", filters.organisations)
        held &= _each([arrays.said_by == n for n in bodies], len(held), match_all=filters.match_all)
    held &= _themed(engine, filters, arrays.said_theme_starts, arrays.said_theme_values, len(held))
    held &= _worded(engine, Statement, filters.words, arrays.said_row)
    return _certain(engine, columns, filters, arrays.said_event, np.flatnonzero(held))


def _of_event(filters: Filters) -> Filters:
    return replace(filters, organisations=(), match_all=False, roles=(), themes=(), words="")


def _held(engine: Engine, columns: Columns, filters: Filters, event: Array) -> Array:
    """Whose event matches in dates, countries and kind; what has no event may lie in any range of dates."""
    of_event = _of_event(filters)
    if of_event.is_empty:
        return np.ones(len(event), np.bool_)
    held = np.zeros(len(columns.kind) + 1, np.bool_)
    held[matching(engine, columns, of_event).events] = True
    held[-1] = not (filters.countries or filters.kinds)  # stands for no event
    return held[event]


def _certain(engine: Engine, columns: Columns, filters: Filters, event: Array, places: Array) -> Found:
    sure = np.ones(len(columns.kind) + 1, np.bool_)
    if filters.has_dates:
        sure[:] = False
        events, certain = matching(engine, columns, _of_event(filters))
        sure[events[certain]] = True
    return Found(places, sure[event[places]])


def _each(sets: list[Array], length: int, *, match_all: bool) -> Array:
    if not sets:
        return np.zeros(length, np.bool_)
    both: Array = np.logical_and.reduce(sets) if match_all else np.logical_or.reduce(sets)
    return both


def _themed(engine: Engine, filters: Filters, starts: Array, values: Array, length: int) -> Array:
    if not filters.themes:
        return np.ones(length, np.bool_)
    wanted = np.flatnonzero(np.isin(values, _numbers(engine, "themes", filters.themes)))
    held = np.zeros(length, np.bool_)
    held[np.searchsorted(starts, wanted, side="right") - 1] = True
    return held


def _worded(engine: Engine, model: Any, words: str, rows: Array) -> Array:
    if not search_terms(words):
        return np.ones(len(rows), np.bool_)
    name = str(model.__tablename__)
    query: Rows = (
        select(literal_column(f"{name}.rowid")).select_from(model).where(found(name, col(model.id), words))
    )
    with engine.connect() as connection:
        return np.isin(rows, connection.execute(query).scalars().all())


def _numbers(engine: Engine, table: str, ids: tuple[str, ...]) -> list[int]:
    """The name numbers of these rows, in the order of `ids`; one that is not known has none that occurs."""
    with engine.connect() as connection:
        return [-2 if each is None else each for each in numbers(connection, table, ids)]
