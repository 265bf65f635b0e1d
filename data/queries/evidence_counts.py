"""Sources and where they differ, counted from the arrays, and the rows of their lists that are shown."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from sqlalchemy import Engine, literal_column, select
from sqlmodel import col

from data import store, told
from data.columns import Array, Columns, Listed, extremes, runs
from data.filters import Filters
from data.kept import asking, listed
from data.models import Source
from data.queries.evidence import numbered
from data.queries.matching import lately, matching
from data.queries.where import Rows, found
from data.readmodel import DIFFERING, PUBLISHERS
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
        held = _sources(engine, columns, arrays, filters)
        at = np.flatnonzero(held)
        years = arrays.source_published[at] // 10_000
        years = years[years > 0]
        row = {
            "sources": len(at),
            "publishers": int(np.count_nonzero(np.bincount(columns.source_publisher[at]))),
            "originators": int(np.count_nonzero(np.bincount(arrays.source_originator[at]))),
            **{
                name: int(getattr(arrays, f"source_{name}")[at].sum())
                for name in ("whole", "mirrored", "hashed")
            },
            "claims": int(arrays.source_claims[at].sum()),
            "at_hand": int(held[_with_hashes(engine, hashes)].sum()),
            "first": int(years.min(initial=9999)) % 9999,
            "last": int(years.max(initial=0)),
        }
        return [row]

    return Listed(answer)


def page(filters: Filters, first: int, most: int) -> Listed:
    """At most `most` sources from the one at `first` on, newest first: own columns, `events`, `claims`."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        held = _sources(engine, columns, arrays, filters)
        return _rows(
            engine, columns, arrays, arrays.source_order[held[arrays.source_order]][first : first + most]
        )

    return Listed(answer)


def one(filters: Filters, source: str) -> Listed:
    """The row of one source as in `page`; none where it does not match."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = np.array(_numbers(engine, col(Source.id) == source), np.int64)
        held = _sources(engine, columns, arrays, filters)
        return _rows(engine, columns, arrays, at[held[at]])

    return Listed(answer)


def publishers(filters: Filters) -> Listed:
    """What was read of each publisher: `sources`, how many `whole`, `originators`, last reading.

    Most sources first; `first`, `last` and `read_on` as stated, None where they are not.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = np.flatnonzero(_sources(engine, columns, arrays, filters))
        publisher = columns.source_publisher[at]
        counts = np.bincount(publisher)
        of = np.flatnonzero(counts)
        place = (np.cumsum(counts > 0) - 1)[publisher]
        width = int(arrays.source_originator.max(initial=0)) + 1
        keys = np.sort(place.astype(np.int64) * width + arrays.source_originator[at])
        pairs = keys[np.diff(keys, prepend=-1) > 0] // width
        published, read = arrays.source_published[at], arrays.source_read[at]
        named = store.records(engine, asking(_publishers(), numbers=of.tolist()))
        found = {
            "publisher": [row["publisher"] for row in named],
            "sources": counts[of].tolist(),
            "originators": np.bincount(pairs, minlength=len(of)).tolist(),
            "whole": np.bincount(place[arrays.source_whole[at] == 1], minlength=len(of)).tolist(),
            "first": _texts(_extreme(np.minimum, place, published, len(of))),
            "last": _texts(_extreme(np.maximum, place, published, len(of))),
            "read_on": _texts(_extreme(np.maximum, place, read, len(of))),
        }
        rows = (dict(zip(found, cells, strict=True)) for cells in zip(*found.values(), strict=True))
        return sorted(rows, key=lambda row: (-row["sources"], row["publisher"]))

    return Listed(answer)


@cache
def _publishers() -> Rows:
    own = (PUBLISHERS.c.number, PUBLISHERS.c.publisher)
    return select(*own).where(own[0].in_(listed("numbers"))).order_by(own[0])


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
    held = np.zeros(len(columns.kind) + 1, np.bool_)  # the last one stands for no event
    held[matching(engine, columns, filters).events] = True
    return np.flatnonzero(held[arrays.differing_event])


def _sources(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Array:
    """By row number, whether a source bears on what matches; a search finds its own words too."""
    return lately(columns, (_sources, filters), lambda: _bearing(engine, columns, arrays, filters))


def _bearing(engine: Engine, columns: Columns, arrays: Told, filters: Filters) -> Array:
    held = np.zeros(len(arrays.source_whole), np.bool_)
    if filters.is_empty:
        held[arrays.source_order] = True
        return held
    events = matching(engine, columns, filters).events
    held[columns.report_values[runs(columns.report_starts, events)]] = True
    held[arrays.bearing_values[runs(arrays.bearing_starts, events)]] = True
    if search_terms(filters.words) and replace(filters, words="").is_empty:
        held[_numbers(engine, found("sources", col(Source.id), filters.words))] = True
    return held


def _numbers(engine: Engine, where: Any) -> list[int]:
    query: Rows = select(literal_column("sources.rowid")).select_from(Source).where(where)
    with engine.connect() as connection:
        return list(connection.execute(query).scalars())


def _with_hashes(engine: Engine, hashes: tuple[str, ...]) -> list[int]:
    return _numbers(engine, col(Source.sha256).in_(hashes)) if hashes else []


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
    found = extremes(ufunc, place[days > 0], days[days > 0], size, none)
    return np.where(found == none, 0, found)


def _texts(days: Array) -> list[str | None]:
    """`2021-03-05`, `2021-03` or `2021`; None for 0."""
    parts = ((day // 10_000, day // 100 % 100, day % 100) for day in days.tolist())
    texts = ("-".join([f"{year:04}", *(f"{part:02}" for part in rest if part)]) for year, *rest in parts)
    return [text if text != "0000" else None for text in texts]
