"""Recommendations and statements counted from the arrays, and the rows of their lists that a page shows."""

from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import Any

import numpy as np
from sqlalchemy import Engine, select
from sqlmodel import col

from data import store, told
from data.columns import Array, Columns, Listed, distinct, runs
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.kept import asking, listed
from data.models import Organisation, Recommendation, Theme
from data.queries.asked import numbered, recommendation_rows, statement_rows, who_and_whom
from data.queries.asked_matching import asked, said
from data.queries.where import Rows, with_match
from data.readmodel import NAMES
from data.rows import Records
from data.told import Told
from data.vocabulary import Family, StatementKind

MOST_BODIES, MOST_NAMED = 20, 12
"""Organisations that ask, and names beside each, that are listed."""


def counted(filters: Filters) -> Listed:
    """One row: `recommendations`, the `organisations` and `persons` that ask, `addressees` by name.

    Rows that are `named` say whom they ask, those `followed` have a source on follow-up; `certainly` and
    `possibly` part them under a range. `statements` are the others that match.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at, certain = asked(engine, columns, arrays, filters)
        row = {
            "recommendations": len(at),
            "organisations": _distinct(arrays.asked_by[at]),
            "persons": _distinct(arrays.asked_person[at]),
            "addressees": _distinct(arrays.asked_whom[at]),
            "named": int((arrays.asked_whom[at] >= 0).sum()),
            "followed": int(arrays.asked_followed[at].sum()),
            CERTAINLY: int(certain.sum()),
            POSSIBLY: int(len(at) - certain.sum()),
            "statements": len(said(engine, columns, arrays, filters).places),
        }
        return [row]

    return Listed(answer)


def by_theme(filters: Filters) -> Listed:
    """How many `rows` of each theme and family of who asks, and how many of them are `possibly` in the range.

    A row counts under each of its themes, whatever themes the filters ask for.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at, certain = asked(engine, columns, arrays, replace(filters, themes=()))
        starts = arrays.asked_theme_starts
        lengths = starts[at + 1] - starts[at]
        each = np.repeat(np.arange(len(at)), lengths)
        themes = arrays.asked_theme_values[runs(starts, at)]
        key = themes.astype(np.int64) * len(Family) + arrays.asked_family[at][each]
        seen, counts = np.unique(key, return_counts=True)
        doubtful = np.bincount(np.searchsorted(seen, key[~certain[each]]), minlength=len(seen))
        theme, family = np.divmod(seen, len(Family))
        named = _names(engine, "themes", Theme, ("name",), theme)
        rows = [
            {
                "theme_id": named[number]["id"],
                "theme": named[number]["name"],
                "family": str(list(Family)[code]),
                "rows": count,
                "possibly": doubt,
            }
            for number, code, count, doubt in zip(
                *(each.tolist() for each in (theme, family, counts, doubtful)), strict=True
            )
        ]
        return sorted(rows, key=itemgetter("theme", "family"))

    return Listed(answer)


def bodies(filters: Filters) -> Listed:
    """The organisations that ask most, at most twenty; `of` is how many ask.

    One row a `name`, `family`, number of `rows` and of those `possibly` in the range; `people` through whom,
    and `whom` it asks with how often each, as texts that name so many at most.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at, certain = asked(engine, columns, arrays, filters)
        who, of, counts = np.unique(arrays.asked_by[at], return_inverse=True, return_counts=True)
        doubtful = np.bincount(of[~certain], minlength=len(who))
        shown = np.argsort(-counts, kind="stable")[: 2 * MOST_BODIES]
        named = _names(engine, "organisations", Organisation, ("name", "family"), who[shown])
        blank = {"name": "not stated", "family": str(Family.OTHER)}
        rows = [
            {name: named.get(number, blank)[name] for name in blank}
            | {"number": number, "rows": count, "possibly": doubt, "of": len(who)}
            for number, count, doubt in zip(
                *(each[shown].tolist() for each in (who, counts, doubtful)), strict=True
            )
        ]
        rows = sorted(rows, key=lambda row: (-row["rows"], row["name"]))[:MOST_BODIES]
        texts = _between(engine, arrays, [at[arrays.asked_by[at] == row["number"]] for row in rows])
        each = zip(rows, texts, strict=True)
        return [row | {"people": people, "whom": whom} for row, (people, whom) in each]

    return Listed(answer)


def _between(engine: Engine, arrays: Told, groups: list[Array]) -> list[tuple[str, str | None]]:
    """Through whom and whom the recommendations at each group of places ask, most often first."""
    chosen = [_examples(arrays, at) for at in groups]
    rows = arrays.asked_row[
        np.concatenate([at for each in chosen for at in each[:2]] + [np.empty(0, np.int64)])
    ]
    known = {row["row"]: row for row in store.records(engine, who_and_whom(np.unique(rows).tolist()))}
    return [_words(arrays, known, *each) for each in chosen]


def _examples(arrays: Told, at: Array) -> tuple[Array, Array, list[int]]:
    """A place for each person and for each addressee, and how often each of all addressees is asked."""
    _, first = np.unique(arrays.asked_person[at], return_index=True)
    whom, example, counts = np.unique(arrays.asked_whom[at], return_index=True, return_counts=True)
    order = np.lexsort((example, -counts))
    order = order[whom[order] >= 0]
    return at[np.sort(first)[:MOST_NAMED]], at[example[order[:MOST_NAMED]]], counts[order].tolist()


def _words(
    arrays: Told, known: dict[int, Any], through: Array, whom: Array, counts: list[int]
) -> tuple[str, str | None]:
    people, asked_of = (
        [known[row][name] for row in arrays.asked_row[at].tolist()]
        for name, at in (("person", through), ("addressee", whom))
    )
    texts = [f"{name} ({count})" for name, count in zip(asked_of, counts, strict=False)]
    more = [f"and {len(counts) - MOST_NAMED} more"] if len(counts) > MOST_NAMED else []
    return ", ".join(filter(None, people)), "; ".join([*texts, *more]) or None


def page(filters: Filters, first: int, most: int) -> Listed:
    """Of `asked.recommendations`, at most `most` rows from the one at `first` on, which counts from 0."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at, certain = (each[first : first + most] for each in asked(engine, columns, arrays, filters))
        rows = store.records(engine, recommendation_rows(arrays.asked_row[at].tolist()))
        return with_match(rows, filters, certain)

    return Listed(answer)


def kinds(filters: Filters) -> Listed:
    """How many statements of each `kind` match; kinds without any are left out."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at = said(engine, columns, arrays, filters).places
        counts = np.bincount(arrays.said_kind[at], minlength=len(StatementKind)).tolist()
        each = zip(StatementKind, counts, strict=True)
        return [{"kind": str(kind), "statements": count} for kind, count in each if count]

    return Listed(answer)


def said_page(filters: Filters, kinds: tuple[str, ...], first: int, most: int) -> Listed:
    """Of `asked.statements` those of these kinds, kind by kind, a run of at most `most` rows."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        at, certain = said(engine, columns, arrays, filters)
        codes = arrays.said_kind[at]
        known = list(map(str, StatementKind))
        each = [np.flatnonzero(codes == known.index(kind)) for kind in kinds]
        shown = np.concatenate([*each, np.flatnonzero(codes < 0)])[first : first + most]
        rows = arrays.said_row[at[shown]].tolist()
        found = {row.pop("row"): row for row in store.records(engine, statement_rows(rows))}
        return with_match([found[row] for row in rows], filters, certain[shown])

    return Listed(answer)


def one(filters: Filters, recommendation: str) -> Listed:
    """Of `asked.recommendations`, the row of one; none where it does not match."""

    def answer(engine: Engine, columns: Columns) -> Records:
        arrays = told.of(engine)
        query = numbered(Recommendation).where(col(Recommendation.id) == recommendation)
        known = [row["row"] for row in store.records(engine, query)]
        places, certain = asked(engine, columns, arrays, filters)
        at = np.flatnonzero(np.isin(arrays.asked_row[places], known))
        rows = store.records(engine, recommendation_rows(arrays.asked_row[places[at]].tolist()))
        return with_match(rows, filters, certain[at])

    return Listed(answer)


def _distinct(codes: Array) -> int:
    return distinct(codes[codes >= 0])


def _names(
    engine: Engine, table: str, model: Any, columns: tuple[str, ...], numbers: Array
) -> dict[int, dict[str, Any]]:
    """Id and these columns of the rows with these name numbers, by number; none for -1."""
    query = asking(_called(table, model, columns), numbers=numbers.tolist())
    return {row["number"]: row for row in store.records(engine, query)}


@cache
def _called(table: str, model: Any, columns: tuple[str, ...]) -> Rows:
    return (
        select(NAMES.c.number, col(model.id), *(col(getattr(model, name)) for name in columns))
        .join(model, col(model.id) == NAMES.c.id)
        .where(NAMES.c.table == table, NAMES.c.number.in_(listed("numbers")))
    )
