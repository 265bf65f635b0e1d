"""Totals of the numbers that sources claim, told from the arrays under a choice among rival values."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select

from data import store, told
from data.columns import Array, Columns, Counted, among
from data.filters import Filters
from data.kept import Rows, asking
from data.queries.matching import matching
from data.readmodel import SUMS
from data.told import Told
from data.totals import Choice, together
from data.vocabulary import CountBound

BOUNDS = tuple(CountBound)


def totals(filters: Filters, choice: Choice) -> Counted:
    """One row a `table`, `field` and `unit` of numbers on events that match; without a filter of all rows.

    `rows` with a number, `contested` of them; the sums `preferred` and `chosen`, each with its `_bound`.
    """

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        numbers, rivals = (
            np.flatnonzero(_held(engine, columns, filters, each))
            for each in (arrays.number_event, arrays.rival_event)
        )
        if _kinds not in columns.kept:
            columns.kept[_kinds] = store.records(engine, asking(_kinds()))
        kinds: list[dict[str, str]] = columns.kept[_kinds]
        size = len(kinds)
        contested = np.bincount(arrays.rival_kind[rivals], minlength=size)
        rows = np.bincount(arrays.number_kind[numbers], minlength=size) + contested
        found: dict[str, Any] = {"rows": rows, "contested": contested}
        for name, taken in (("preferred", Choice.PREFERRED), ("chosen", choice)):
            found[name], found[f"{name}_bound"] = _sums(arrays, numbers, rivals, taken, size)
        at = np.flatnonzero(rows).tolist()
        own = {name: [kinds[kind][name] for kind in at] for name in ("table", "field", "unit")}
        return pd.DataFrame(own | {name: [column[kind] for kind in at] for name, column in found.items()})

    return Counted(answer)


def changes(filters: Filters, choice: Choice) -> Counted:
    """The row numbers of two claims, `preferred` and `chosen`, where the choice takes another value."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        arrays = told.of(engine)
        differs, claim = (_by_choice(each) for each in (arrays.rival_differs, arrays.rival_claim))
        held = _held(engine, columns, filters, arrays.rival_event) & differs[_place(choice)]
        pairs = {"preferred": claim[_place(Choice.PREFERRED)][held], "chosen": claim[_place(choice)][held]}
        return pd.DataFrame(pairs)

    return Counted(answer)


@cache
def _kinds() -> Rows:
    return select(SUMS.c.table, SUMS.c.field, SUMS.c.unit).order_by(SUMS.c.number)


def _sums(arrays: Told, numbers: Array, rivals: Array, choice: Choice, size: int) -> tuple[Array, list[str]]:
    """By kind the sum, and how it is worded."""
    kind = np.concatenate([arrays.number_kind[numbers], arrays.rival_kind[rivals]]).astype(np.int64)
    amount, bound = (
        np.concatenate([own[numbers], _by_choice(rival)[_place(choice)][rivals]])
        for own, rival in (
            (arrays.number_amount, arrays.rival_amount),
            (arrays.number_bound, arrays.rival_bound),
        )
    )
    met = np.bincount(kind * len(BOUNDS) + bound, minlength=size * len(BOUNDS)).reshape(size, len(BOUNDS)) > 0
    return np.bincount(kind, amount, size), list(_worded(met))


def _worded(met: Array) -> Iterator[str]:
    for row in met.tolist():
        yield str(together([bound for bound, is_met in zip(BOUNDS, row, strict=True) if is_met]))


def _held(engine: Engine, columns: Columns, filters: Filters, event: Array) -> Array:
    if filters.is_empty:
        return np.ones(len(event), np.bool_)
    return among(event, matching(engine, columns, filters).events, len(columns.kind))


def _by_choice(items: Array) -> Any:
    return items.reshape(len(Choice), -1)


def _place(choice: Choice) -> int:
    return list(Choice).index(choice)
