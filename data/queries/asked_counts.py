"""Recommendations and statements counted from the arrays, and the rows of their lists that a page shows."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import col

from data import store, told
from data.columns import Array, Columns, Counted, runs
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.kept import asking, listed
from data.models import Organisation, Recommendation, Theme
from data.queries.asked import numbered, recommendation_rows, statement_rows, who_and_whom
from data.queries.asked_matching import asked, said
from data.queries.where import Rows, with_match
from data.readmodel import NAMES
from data.told import Told
from data.vocabulary import Family, StatementKind

MOST_BODIES, MOST_NAMED = 20, 12
"""Organisations that ask, and names beside each, that are listed."""


def counted(filters: Filters) -> Counted:
    """One row: `recommendations`, the `organisations` and `persons` that ask, `addressees` by name.

    Rows that are `named` say whom they ask, those `followed` have a source on follow-up; `certainly` and
    `possibly` part them under a range. `statements` are the others that match.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
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
        return pd.DataFrame([row])

    return Counted(answer)


def by_theme(filters: Filters) -> Counted:
    """How many `rows` of each theme and family of who asks, and how many of them are `possibly` in the range.

    A row counts under each of its themes, whatever themes the filters ask for.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
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
        rows = pd.DataFrame(
            {
                "theme_id": named["id"].to_numpy(),
                "theme": named["name"].to_numpy(),
                "family": [str(list(Family)[code]) for code in family],
                "rows": counts,
                "possibly": doubtful,
            }
        )
        return rows.sort_values(["theme", "family"], ignore_index=True)

    return Counted(answer)


def bodies(filters: Filters) -> Counted:
    """The organisations that ask most, at most twenty; `of` is how many ask.

    One row a `name`, `family`, number of `rows` and of those `possibly` in the range; `people` through whom,
    and `whom` it asks with how often each, as texts that name so many at most.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        at, certain = asked(engine, columns, arrays, filters)
        who, of, counts = np.unique(arrays.asked_by[at], return_inverse=True, return_counts=True)
        doubtful = np.bincount(of[~certain], minlength=len(who))
        shown = np.argsort(-counts, kind="stable")[: 2 * MOST_BODIES]
        named = _names(engine, "organisations", Organisation, ("name", "family"), who[shown])
        rows = pd.DataFrame({"number": who[shown], "rows": counts[shown], "possibly": doubtful[shown]})
        rows = rows.assign(
            name=named["name"].fillna("not stated").to_numpy(),
            family=named["family"].fillna(str(Family.OTHER)).to_numpy(),
            of=len(who),
        ).sort_values(["rows", "name"], ascending=[False, True], ignore_index=True)
        rows = rows.head(MOST_BODIES)
        texts = _between(engine, arrays, [at[arrays.asked_by[at] == number] for number in rows["number"]])
        whom = pd.Series([whom for _, whom in texts], dtype=object)
        return rows.assign(people=[people for people, _ in texts], whom=whom)

    return Counted(answer)


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


def page(filters: Filters, first: int, most: int) -> Counted:
    """Of `asked.recommendations`, at most `most` rows from the one at `first` on, which counts from 0."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        at, certain = (each[first : first + most] for each in asked(engine, columns, arrays, filters))
        rows = store.frame(engine, recommendation_rows(arrays.asked_row[at].tolist()))
        return with_match(rows, filters, certain, "source_id")

    return Counted(answer)


def kinds(filters: Filters) -> Counted:
    """How many statements of each `kind` match; kinds without any are left out."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        at = said(engine, columns, arrays, filters).places
        counts = np.bincount(arrays.said_kind[at], minlength=len(StatementKind)).tolist()
        rows = [(str(kind), count) for kind, count in zip(StatementKind, counts, strict=True) if count]
        return pd.DataFrame(rows, columns=["kind", "statements"])

    return Counted(answer)


def said_page(filters: Filters, kinds: tuple[str, ...], first: int, most: int) -> Counted:
    """Of `asked.statements` those of these kinds, kind by kind, a run of at most `most` rows."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        at, certain = said(engine, columns, arrays, filters)
        codes = arrays.said_kind[at]
        known = list(map(str, StatementKind))
        each = [np.flatnonzero(codes == known.index(kind)) for kind in kinds]
        shown = np.concatenate([*each, np.flatnonzero(codes < 0)])[first : first + most]
        rows = arrays.said_row[at[shown]]
        found = store.frame(engine, statement_rows(rows.tolist())).set_index("row")
        return with_match(found.loc[rows].reset_index(drop=True), filters, certain[shown], "source_id")

    return Counted(answer)


def one(filters: Filters, recommendation: str) -> Counted:
    """Of `asked.recommendations`, the row of one; none where it does not match."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        query = numbered(Recommendation).where(col(Recommendation.id) == recommendation)
        known = [row["row"] for row in store.records(engine, query)]
        places, certain = asked(engine, columns, arrays, filters)
        at = np.flatnonzero(np.isin(arrays.asked_row[places], known))
        rows = store.frame(engine, recommendation_rows(arrays.asked_row[places[at]].tolist()))
        return with_match(rows, filters, certain[at], "source_id")

    return Counted(answer)


def _distinct(codes: Array) -> int:
    return int(np.count_nonzero(np.bincount(codes[codes >= 0]))) if len(codes) else 0


def _names(engine: Engine, table: str, model: Any, columns: tuple[str, ...], numbers: Array) -> pd.DataFrame:
    """These columns of the rows with these name numbers, in their order; blank for -1."""
    query = asking(_called(table, model, columns), numbers=numbers.tolist())
    return store.frame(engine, query).set_index("number").reindex(numbers)


@cache
def _called(table: str, model: Any, columns: tuple[str, ...]) -> Rows:
    return (
        select(NAMES.c.number, col(model.id), *(col(getattr(model, name)) for name in columns))
        .join(model, col(model.id) == NAMES.c.id)
        .where(NAMES.c.table == table, NAMES.c.number.in_(listed("numbers")))
    )
