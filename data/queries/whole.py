"""Any table of the record under the filters, names beside codes: what the Extracts page offers."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from data.filters import Filters
from data.models import Event, Row, tables
from data.queries.where import Rows, events_where

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


def table(name: str, filters: Filters) -> Rows:
    """The rows of table `name`, each reference followed by the name it stands for, ordered by the key.

    A table that refers to events holds the rows of matching events (and those that refer to none);
    every other table is whole. Raises KeyError for an unknown table.
    """
    model: Any = tables()[name]
    query = select(*_own_columns(model)).select_from(model)
    for column in model.__table__.columns:
        for key in column.foreign_keys:
            query = _with_name(query, column, key.column.table.name)
    if not filters.is_empty and name == "events":
        query = query.where(events_where(filters))
    elif not filters.is_empty and "event_id" in model.model_fields:
        matching = select(col(Event.id)).where(events_where(filters))
        query = query.where(model.event_id.in_(matching))
    return query.order_by(*model.__table__.primary_key.columns)


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
