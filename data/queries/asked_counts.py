"""Recommendations and statements counted from the arrays, and the rows of their lists that a page shows."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import col

from data import store, told
from data.columns import Array, Columns, Counted, runs
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.models import Organisation, Recommendation, Theme
from data.queries.asked import numbered, recommendation_rows, statement_rows, who_and_whom
from data.queries.asked_matching import asked, said
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
        texts = [_between(engine, arrays, at[arrays.asked_by[at] == number]) for number in rows["number"]]
        whom = pd.Series([whom for _, whom in texts], dtype=object)
        return rows.assign(people=[people for people, _ in texts], whom=whom)

    return Counted(answer)


def _between(engine: Engine, arrays: Told, at: Array) -> tuple[str, str | None]:
    """Through whom and whom the recommendations at these places ask, most often first."""
    _, first = np.unique(arrays.asked_person[at], return_index=True)
    whom, example, counts = np.unique(arrays.asked_whom[at], return_index=True, return_counts=True)
    order = [n for n in np.lexsort((example, -counts)).tolist() if whom[n] >= 0]
    chosen = at[[*np.sort(first)[:MOST_NAMED].tolist(), *example[order[:MOST_NAMED]].tolist()]]
    known = {
        row["row"]: row for row in store.records(engine, who_and_whom(arrays.asked_row[chosen].tolist()))
    }
    rows = [known[row] for row in arrays.asked_row[chosen].tolist()]
    people = [row["person"] for row in rows[: min(len(first), MOST_NAMED)] if row["person"]]
    asked_of = zip(rows[min(len(first), MOST_NAMED) :], counts[order].tolist(), strict=False)
    texts = [f"{row['addressee']} ({count})" for row, count in asked_of]
    more = [f"and {len(order) - MOST_NAMED} more"] if len(order) > MOST_NAMED else []
    return ", ".join(people), "; ".join([*texts, *more]) or None


def page(filters: Filters, first: int, most: int) -> Counted:
    """Of `asked.recommendations`, at most `most` rows from the one at `first` on, which counts from 0."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        at = asked(engine, columns, arrays, filters).places[first : first + most]
        return store.frame(engine, recommendation_rows(filters, arrays.asked_row[at].tolist()))

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
        at = said(engine, columns, arrays, filters).places
        codes = arrays.said_kind[at]
        known = list(map(str, StatementKind))
        each = [at[codes == known.index(kind)] for kind in kinds]
        shown = np.concatenate([*each, at[:0]])[first : first + most]
        rows = arrays.said_row[shown].tolist()
        place = {row: number for number, row in enumerate(rows)}
        found = store.frame(engine, statement_rows(filters, rows))
        order = sorted(range(len(found)), key=lambda n: place[found["row"].iloc[n]])
        return found.drop(columns="row").iloc[order].reset_index(drop=True)

    return Counted(answer)


def one(filters: Filters, recommendation: str) -> Counted:
    """Of `asked.recommendations`, the row of one; none where it does not match."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        query = numbered(Recommendation).where(col(Recommendation.id) == recommendation)
        with engine.connect() as connection:
            row = connection.execute(query).scalars().all()
        at = asked(engine, columns, arrays, filters).places
        return store.frame(
            engine, recommendation_rows(filters, np.intersect1d(arrays.asked_row[at], row).tolist())
        )

    return Counted(answer)


def _distinct(codes: Array) -> int:
    return int(np.count_nonzero(np.bincount(codes[codes >= 0]))) if len(codes) else 0


def _names(engine: Engine, table: str, model: Any, columns: tuple[str, ...], numbers: Array) -> pd.DataFrame:
    """These columns of the rows with these name numbers, in their order; blank for -1."""
    query = (
        select(NAMES.c.number, col(model.id), *(col(getattr(model, name)) for name in columns))
        .join(model, col(model.id) == NAMES.c.id)
        .where(NAMES.c.table == table, NAMES.c.number.in_(numbers.tolist()))
    )
    return store.frame(engine, query).set_index("number").reindex(numbers)
