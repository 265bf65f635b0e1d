"""Any table of the record under the filters, names beside codes: what the Extracts page offers."""

from typing import Any

from sqlalchemy import Engine, case, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from data import store
from data.answers import Answer
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.kept import Recent, Rows
from data.models import Event, Recommendation, Row, Statement, tables
from data.queries.events import Ask
from data.queries.matching import match_event_ids, match_events

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


def list_rows(name: str, filters: Filters, most: int | None = None) -> Ask:
    """The rows of table `name`, at most `most`: each reference followed by the name it stands for, by the key.

    A table with a column `event_id` holds the rows of matching events, and under a filter none that refer
    to no event; the themes of recommendations and statements go with them; every other table is whole.
    Under a range of dates a table with events says in the column `date_match`, after its own, how its event
    matches. Raises KeyError for an unknown table.
    """
    model: Any = tables()[name]

    def answer(engine: Engine) -> Answer:
        return store.answer(engine, _statement(model, engine, filters).limit(most))

    return answer


def _statement(model: Any, engine: Engine, filters: Filters) -> Rows:
    name = str(model.__tablename__)
    matching = match_event_ids(engine, filters)
    query = select(*_own_columns(model)).select_from(model)
    if not filters.is_empty and narrowed(name):
        if name in THEMED:
            parent: Any = THEMED[name]
            own: Any = getattr(model, f"{name.removesuffix('_themes')}_id")
            query = query.where(own.in_(select(parent.id).join(matching, matching.c.id == parent.event_id)))
        else:
            event = model.id if model is Event else model.event_id
            query = query.join(matching, matching.c.id == event)
            if filters.has_dates:
                query = query.add_columns(_date_match(matching.c.certain))
    for column in model.__table__.columns:
        for key in column.foreign_keys:
            query = _with_name(query, column, key.column.table.name)
    return query.order_by(*model.__table__.primary_key.columns)


def _date_match(certain: Any) -> Any:
    return case((certain, CERTAINLY), else_=POSSIBLY).label("date_match")


def count_rows(name: str) -> Rows:
    """One row: how many `rows` table `name` holds in all."""
    return select(func.count().label("rows")).select_from(tables()[name])


def count_all_rows(filters: Filters) -> Ask:
    """One row a `table`: how many `rows` it holds under the filters, and `of` how many without any."""

    def answer(engine: Engine) -> Answer:
        whole = _WHOLE.get(engine, "sizes", lambda: _count_whole(engine))
        found = dict(whole)
        if not filters.is_empty:
            matching = match_events(engine, filters)
            narrow = [name for name in whole if narrowed(name) and name != "events"]
            sums = ", ".join(f"coalesce(sum(s.{name}), 0) AS {name}" for name in narrow)
            sql = f"""{matching.head()} SELECT count(*) AS events, {sums}
FROM found f JOIN read_sizes s ON s.n = f.n"""
            columns, [counts] = matching.count(sql)
            found |= dict(zip(columns, map(int, counts), strict=True))
        return Answer(["table", "rows", "of"], [(name, found[name], of) for name, of in whole.items()])

    return answer


_WHOLE: Recent[dict[str, int]] = Recent(1)


def _count_whole(engine: Engine) -> dict[str, int]:
    return {name: store.records(engine, count_rows(name))[0]["rows"] for name in tables()}


def narrowed(name: str) -> bool:
    """Whether filters narrow the table: it is that of events, refers to them, or to rows that do."""
    return name in THEMED or _has_events(name)


def _has_events(name: str) -> bool:
    return name == "events" or "event_id" in tables()[name].model_fields


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
