"""Which recommendations and statements match, told from the arrays: the same as `asked` tells in SQL."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Engine, literal_column, select
from sqlmodel import col

from data.columns import Array, Columns
from data.filters import Filters
from data.models import Recommendation, Statement
from data.queries.matching import in_range, lately, matching, numbers, of_kind
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
    bodies = _numbers(engine, columns, "organisations", filters.organisations)
    themes = _numbers(engine, columns, "themes", filters.themes)
    held = [
        *_either([(arrays.asked_by == n) | (arrays.asked_to == n) for n in bodies], filters),
        *_themed(arrays.asked_theme_starts, arrays.asked_theme_values, themes),
        *_worded(engine, Recommendation, filters.words, arrays.asked_row),
    ]
    return _at_events(engine, columns, filters, arrays.asked_event, held)


def _said(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Found:
    bodies = _numbers(engine, columns, "organisations", filters.organisations)
    themes = _numbers(engine, columns, "themes", filters.themes)
    held = [
        *_either([arrays.said_by == n for n in bodies], filters),
        *_themed(arrays.said_theme_starts, arrays.said_theme_values, themes),
        *_worded(engine, Statement, filters.words, arrays.said_row),
    ]
    return _at_events(engine, columns, filters, arrays.said_event, held)


def _at_events(engine: Engine, columns: Columns, filters: Filters, event: Array, held: list[Array]) -> Found:
    """Of the places in all these sets those whose event matches in dates, countries and kind.

    What has no event, number -1, may lie in any range of dates.
    """
    places = np.flatnonzero(np.logical_and.reduce(held)) if held else np.arange(len(event))
    own = event[places]
    linked = own >= 0
    own = own[linked]
    possible = linked | (not (filters.countries or filters.kinds))
    certain = np.full(len(places), not filters.has_dates)
    if filters.has_dates:
        may, must = in_range(columns, own, filters)
        possible[linked] &= may
        certain[linked] = must
    if filters.kinds:
        possible[linked] &= of_kind(columns, own, filters)
    if filters.countries:
        there = np.zeros(len(columns.kind), np.bool_)
        there[matching(engine, columns, Filters(countries=filters.countries)).events] = True
        possible[linked] &= there[own]
    return Found(places[possible], certain[possible])


def _either(bodies: list[Array], filters: Filters) -> Iterator[Array]:
    if bodies:
        yield (np.logical_and if filters.match_all else np.logical_or).reduce(bodies)


def _themed(starts: Array, values: Array, themes: list[int]) -> Iterator[Array]:
    if themes:
        wanted = np.flatnonzero(np.isin(values, themes))
        held = np.zeros(len(starts) - 1, np.bool_)
        held[np.searchsorted(starts, wanted, side="right") - 1] = True
        yield held


def _worded(engine: Engine, model: Any, words: str, rows: Array) -> Iterator[Array]:
    if not search_terms(words):
        return
    name = str(model.__tablename__)
    query: Rows = (
        select(literal_column(f"{name}.rowid")).select_from(model).where(found(name, col(model.id), words))
    )
    with engine.connect() as connection:
        yield np.isin(rows, connection.execute(query).scalars().all())


def _numbers(engine: Engine, columns: Columns, table: str, ids: tuple[str, ...]) -> list[int]:
    """The name numbers of these rows, in the order of `ids`; one that is not known has none that occurs."""
    return [-2 if each is None else each for each in numbers(engine, columns, table, ids)]
