"""Any table of the record under the filters, names beside codes: what the Extracts page offers."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Engine, and_, func, select, true
from sqlalchemy.orm import aliased
from sqlmodel import col

from data import store, told
from data.columns import Columns, Counted
from data.filters import Filters
from data.kept import asking, listed
from data.models import Event, Recommendation, Row, Statement, tables
from data.queries.matching import matching
from data.queries.where import Rows, date_match, events_where, matched, with_match
from data.readmodel import EVENTS

NAMES = {
    "organisations": "name",
    "people": "name",
    "places": "name",
    "countries": "name",
    "events": "title",
    "instruments": "name",
    "borders": "name",
    "border_liaison_offices": "name",
    "themes": "name",
    "recommendations": "text",
    "statements": "text",
}
"""The column that names a row of each table that others refer to."""
THEMED: dict[str, type[Row]] = {"recommendation_themes": Recommendation, "statement_themes": Statement}
"""Tables that filters narrow with the one that they refer to."""


def table(name: str, filters: Filters) -> Rows:
    """The rows of table `name`, each reference followed by the name it stands for, ordered by the key.

    A table with a column `event_id` holds the rows of matching events, and under a filter none that refer
    to no event; the themes of recommendations and statements go with them; every other table is whole.
    Under a range of dates a table with events says in the column `date_match`, after its own, how its event
    matches. Raises KeyError for an unknown table.
    """
    return _rows(name, filters).where(_where(tables()[name], filters))


def _rows(name: str, filters: Filters) -> Rows:
    """All rows of the table, which the filters do not narrow."""
    model: Any = tables()[name]
    query = select(*_own_columns(model), *_matched(model, filters)).select_from(model)
    for column in model.__table__.columns:
        for key in column.foreign_keys:
            query = _with_name(query, column, key.column.table.name)
    return query.order_by(*model.__table__.primary_key.columns)


def first(name: str, filters: Filters, number: int) -> Rows | Counted:
    """The first rows of `table`; events under filters are found in the arrays."""
    if name != "events" or filters.is_empty:
        return table(name, filters).limit(number)

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        found, certain = matching(engine, columns, filters)
        least = np.argsort(columns.rank[found], kind="stable")[:number]
        rows = store.records(engine, asking(_events(), numbers=found[least].tolist()))
        matched = with_match(rows, filters, certain[least])
        at = len(Event.model_fields)
        names = list(_events().selected_columns.keys())
        match = ["date_match"] if filters.has_dates else []
        return store.framed([*names[:at], *match, *names[at:]], matched)

    return Counted(answer)


@cache
def _events() -> Rows:
    chosen = select(EVENTS.c.id).where(EVENTS.c.n.in_(listed("numbers")))
    return _rows("events", Filters()).where(col(Event.id).in_(chosen))


def size(name: str, filters: Filters) -> Rows:
    """One row: how many `rows` table `name` holds under the filters."""
    model: Any = tables()[name]
    return select(func.count().label("rows")).select_from(model).where(_where(model, filters))


def sizes(filters: Filters) -> Counted:
    """One row a `table`: how many `rows` it holds under the filters, and `of` how many without any."""

    def answer(engine: Engine, columns: Columns) -> pd.DataFrame:
        if (whole := columns.kept.get(sizes)) is None:
            counts = {name: store.records(engine, size(name, Filters()))[0]["rows"] for name in tables()}
            whole = columns.kept[sizes] = counts
        found = dict(whole)
        if not filters.is_empty:
            events = matching(engine, columns, filters).events
            found["events"] = len(events)
            found |= {name: int(each[events].sum()) for name, each in told.of(engine).sizes.items()}
        rows = [(name, found[name], of) for name, of in whole.items()]
        return pd.DataFrame(rows, columns=["table", "rows", "of"])

    return Counted(answer)


def narrowed(name: str) -> bool:
    """Whether filters narrow the table: it is that of events, refers to them, or to rows that do."""
    return name in THEMED or _has_events(name)


def _has_events(name: str) -> bool:
    return name == "events" or "event_id" in tables()[name].model_fields


def _where(model: Any, filters: Filters) -> ColumnElement[bool]:
    name = str(model.__tablename__)
    if filters.is_empty or not narrowed(name):
        return true()
    if model is Event:
        return events_where(filters)
    if name in THEMED:
        parent: Any = THEMED[name]
        own: Any = getattr(model, f"{name.removesuffix('_themes')}_id")
        return and_(own.in_(select(parent.id).where(_where(parent, filters))))
    return and_(model.event_id.in_(select(col(Event.id)).where(events_where(filters))))


def _matched(model: Any, filters: Filters) -> list[Any]:
    if model is Event or not (filters.has_dates and _has_events(model.__tablename__)):
        return matched(filters) if model is Event else []
    own = select(date_match(filters)).where(col(Event.id) == model.event_id).correlate(model)
    return [own.scalar_subquery().label("date_match")]


def _own_columns(model: type[Row]) -> list[Any]:
    return [col(getattr(model, name)) for name in model.model_fields]


def _with_name(query: Rows, column: Any, parent: str) -> Rows:
    model: Any = aliased(tables()[parent])
    base = column.name.removesuffix("_id")
    if parent == "sources":
        title = func.coalesce(model.title, model.about)
        named = [
            model.publisher.label(f"{base}_publisher"),
            title.label(f"{base}_title"),
            model.published_on.label(f"{base}_published_on"),
            model.url.label(f"{base}_url"),
        ]
    else:
        named = [getattr(model, NAMES[parent]).label(f"{base}_name")]
    return query.outerjoin(model, column == model.id).add_columns(*named)
