"""Sources and where they differ, counted from the arrays, and the rows of their lists that are shown."""

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

import numpy as np
from sqlalchemy import Engine, literal_column, select
from sqlmodel import col

from data import store, told
from data.columns import FEW, Array, Columns, Listed, among, distinct, extremes, runs, union
from data.filters import Filters
from data.kept import asking, listed
from data.models import Source
from data.queries.coverage import names
from data.queries.evidence import numbered
from data.queries.matching import common, lately, matching
from data.queries.where import Rows, found
from data.readmodel import DIFFERING
from data.rows import Records
from data.text import search_terms
from data.told import Matter, Told


def counted(filters: Filters, hashes: tuple[str, ...] = ()) -> Listed:
    """One row: `sources`, `publishers`, `originators`; read `whole`, `mirrored`, with a document (`hashed`).

    `claims` is how many they make, `at_hand` how many have one of the `hashes`, `first` and `last` the years
    of publication, 0 where none is stated.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = _sources(engine, columns, arrays, filters)
        published = _of(arrays.source_published, at)
        row = {
            "sources": len(at),
            "publishers": distinct(_of(columns.source_publisher, at)),
            "originators": distinct(_of(arrays.source_originator, at)),
            **{
                name: int(_of(getattr(arrays, f"source_{name}"), at).sum())
                for name in ("whole", "mirrored", "hashed", "claims")
            },
            "at_hand": len(common(at, _with_hashes(engine, hashes))),
            "first": int(published.min(initial=99_999_999, where=published > 0)) // 10_000 % 9999,
            "last": int(published.max(initial=0)) // 10_000,
        }
        return [row]

    return Listed(answer)


def page(filters: Filters, first: int, most: int) -> Listed:
    """At most `most` sources from the one at `first` on, newest first: own columns, `events`, `claims`."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        newest = arrays.source_order
        if not filters.is_empty:
            newest = newest[
                _foremost(columns, arrays, _sources(engine, columns, arrays, filters), first + most)
            ]
        return _rows(engine, columns, arrays, newest[first : first + most])

    return Listed(answer)


def one(filters: Filters, source: str) -> Listed:
    """The row of one source as in `page`; none where it does not match."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = common(_numbers(engine, col(Source.id) == source), _sources(engine, columns, arrays, filters))
        return _rows(engine, columns, arrays, at)

    return Listed(answer)


def publishers(filters: Filters) -> Listed:
    """What was read of each publisher: `sources`, how many `whole`, `originators`, last reading.

    Most sources first; `first`, `last` and `read_on` as stated, None where they are not.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = _sources(engine, columns, arrays, filters)
        publisher = _of(columns.source_publisher, at)
        counts = np.bincount(publisher)
        of = np.flatnonzero(counts)
        place = (np.cumsum(counts > 0) - 1)[publisher]
        published, read = _of(arrays.source_published, at), _of(arrays.source_read, at)
        named = names(engine, columns)
        found = {
            "publisher": [named[number] for number in of.tolist()],
            "sources": counts[of].tolist(),
            "originators": _originators(place, _of(arrays.source_originator, at), len(of)).tolist(),
            "whole": np.bincount(place[_of(arrays.source_whole, at) == 1], minlength=len(of)).tolist(),
            "first": _texts(_extreme(np.minimum, place, published, len(of))),
            "last": _texts(_extreme(np.maximum, place, published, len(of))),
            "read_on": _texts(_extreme(np.maximum, place, read, len(of))),
        }
        rows = (dict(zip(found, cells, strict=True)) for cells in zip(*found.values(), strict=True))
        return sorted(rows, key=lambda row: (-row["sources"], row["publisher"]))

    return Listed(answer)


def _originators(place: Array, originator: Array, size: int) -> Array:
    """How many different originators stand at each of `size` places."""
    width = int(originator.max(initial=0)) + 1
    if size * width <= FEW * len(place):
        met = np.zeros((size, width), np.bool_)
        met[place, originator] = True
        counts: Array = met.sum(axis=1)
        return counts
    every = np.sort(place.astype(np.int64) * width + originator)
    return np.bincount(every[np.diff(every, prepend=-1) > 0] // width, minlength=size)


def differing(filters: Filters, first: int, most: int) -> Listed:
    """A run of at most `most` matters on which sources differ: `table`, `subject`, `field`.

    They are those of events that match and, without a filter, of all other rows.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        at = _differing(engine, columns, told.of(engine), filters)
        return _matters(engine, at[first : first + most])

    return Listed(answer)


def foremost(filters: Filters, most: int) -> Listed:
    """Of these at most `most` on single values, in the order of `told.Matter`."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = _differing(engine, columns, arrays, filters)
        sort = arrays.differing_sort[at]
        at, sort = at[sort < Matter.PART], sort[sort < Matter.PART]
        return _matters(engine, at[np.argsort(sort, kind="stable")[:most]])

    return Listed(answer)


def differ(filters: Filters) -> Listed:
    """One row: how many `matters` there are on which sources differ."""

    def answer(engine: Engine, columns: Columns) -> Records:
        return [{"matters": len(_differing(engine, columns, told.of(engine), filters))}]

    return Listed(answer)


def _matters(engine: Engine, at: Array) -> Records:
    numbers = at.tolist()
    rows = store.records(engine, asking(_differing_at(), numbers=numbers))
    found = {row.pop("number"): row for row in rows}
    return [found[number] for number in numbers]


@cache
def _differing_at() -> Rows:
    return select(DIFFERING).where(DIFFERING.c.number.in_(listed("numbers")))


def _differing(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Array:
    if filters.is_empty:
        return np.arange(len(arrays.differing_event))
    events = matching(engine, columns, filters).events
    return np.flatnonzero(among(arrays.differing_event, events, len(columns.kind)))


def _sources(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Array:
    """Row numbers in order of the sources that bear on what matches; a search finds its own words too."""
    return lately(columns, (_sources, filters), lambda: _bearing(engine, columns, arrays, filters))


def _bearing(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Array:
    length = len(arrays.source_whole)
    if filters.is_empty:
        return union([arrays.source_order], length)
    events = matching(engine, columns, filters).events
    sets = [
        columns.report_values[runs(columns.report_starts, events)],
        arrays.bearing_values[runs(arrays.bearing_starts, events)],
    ]
    if search_terms(filters.words) and replace(filters, words="").is_empty:
        sets.append(_numbers(engine, found("sources", col(Source.id), filters.words)))
    return union(sets, length)


def _of(items: Array, at: Array) -> Array:
    """What `items`, which begin with one for no source, hold of the sources at these row numbers in order."""
    return items[1:] if len(at) == len(items) - 1 else items[at]


def _foremost(columns: Columns, arrays: Told, at: Array, most: int) -> Array:
    """The places of at most so many of these sources among the newest, in order."""
    if (place := columns.kept.get(_foremost)) is None:
        place = np.empty(len(arrays.source_whole), np.int32)
        place[arrays.source_order] = np.arange(len(arrays.source_order))
        columns.kept[_foremost] = place  # filled before other threads see it
    found = place[at]
    return np.sort(np.partition(found, most - 1)[:most] if len(found) > most else found)


def _numbers(engine: Engine, where: Any) -> Array:
    """Row numbers in order."""
    query: Rows = select(literal_column("sources.rowid")).select_from(Source).where(where)
    with engine.connect() as connection:
        return np.sort(np.array(connection.execute(query).scalars().all(), np.int32))


def _with_hashes(engine: Engine, hashes: tuple[str, ...]) -> Array:
    return _numbers(engine, col(Source.sha256).in_(hashes)) if hashes else np.empty(0, np.int32)


def _rows(engine: Engine, columns: Columns, arrays: Told, at: Array) -> Records:
    numbers = at.tolist()
    found = {row.pop("row"): row for row in store.records(engine, numbered(numbers))}
    if (reported := columns.kept.get(_rows)) is None:
        reported = np.bincount(columns.report_values, minlength=len(arrays.source_whole))
        columns.kept[_rows] = reported
    counts = zip(numbers, reported[at].tolist(), arrays.source_claims[at].tolist(), strict=True)
    return [{**found[number], "events": events, "claims": claims} for number, events, claims in counts]


def _extreme(ufunc: Any, place: Array, days: Array, size: int) -> Array:
    """The least or greatest day of each group among those stated; 0 where none is."""
    none = 99_999_999 if ufunc is np.minimum else 0
    found = extremes(ufunc, place, np.where(days > 0, days, none), size, none)
    return np.where(found == none, 0, found)


def _texts(days: Array) -> list[str | None]:
    return list(map(_text, days.tolist()))


@lru_cache(4096)
def _text(day: int) -> str | None:
    """`2021-03-05`, `2021-03` or `2021`; None for 0."""
    year, *rest = day // 10_000, day // 100 % 100, day % 100
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest if part)]) if day else None
