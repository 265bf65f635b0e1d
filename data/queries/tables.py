"""Any table of the record under the filters, names beside codes: what the Extracts page offers."""

from functools import cache
from typing import Any

from sqlalchemy import Engine, func, select

from data import engines
from data.engines.answers import Answer
from data.engines.statements import RecentCache, Rows
from data.filters import Filters
from data.queries.events.list import Ask
from data.queries.matching import EVERYTHING, match_column, match_events
from data.schema.mart import NARROWED_WITH
from data.schema.models import tables

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


def list_rows(
    name: str, filters: Filters, most: int = EVERYTHING, first: int = 0, *, is_own: bool = False
) -> Ask:
    """At most `most` rows of table `name` from `first` on by the key, each reference followed by a name.

    A table with a column `event_id` holds the rows of matching events, and under a filter none that refer
    to no event; themes and follow-up of recommendations and statements go with them; of the table of
    the subject there is its own row; every other table is whole. `is_own`: without the names.
    Under a range of dates a table with events says in the column `date_match`, after its own, how its event
    matches. Raises KeyError for an unknown table.
    """
    own, named, joins, key = _parts(name)
    if is_own:
        named, joins = "", ""

    def answer(engine: Engine) -> Answer:
        page = f" ORDER BY {key} LIMIT :most OFFSET :first"
        values: dict[str, Any] = {"most": most, "first": first}
        if filters.subject and filters.subject.table == name != "events":
            sql = f"SELECT {own}{named} FROM {name} t{joins} WHERE t.id = :id{page}"
            return engines.select(engine, sql, {"id": filters.subject.id, **values})
        if filters.is_empty or not is_narrowed(name):
            # a later page is chosen before it is joined: the rows before it need no names
            rows = f"(SELECT * FROM {name} t{page}) t" if first else f"{name} t"
            end = f" ORDER BY {key}" if first else page
            return engines.select(engine, f"SELECT {own}{named} FROM {rows}{joins}{end}", values)
        found = match_events(engine, filters)
        match = "" if name in NARROWED_WITH else match_column(filters)
        sql = f"""{found.head()} SELECT {own}{match}{named} FROM {name} t{_events_of(name)}
JOIN found ON found.n = i.n{joins}{page}"""
        return found.select(sql, **values)

    return answer


@cache
def _parts(name: str) -> tuple[str, str, str, str]:
    """The columns of the table, those of what they refer to, the joins for these, the order of the key."""
    model: Any = tables()[name]
    named, joins = "", ""
    for column in model.__table__.columns:
        for key in column.foreign_keys:
            parent, alias, base = key.column.table.name, f"r_{column.name}", column.name.removesuffix("_id")
            joins += f" LEFT JOIN {parent} {alias} ON {alias}.id = t.{column.name}"
            named += ", " + _name_columns(parent, alias, base)
    own = ", ".join(f't."{each}"' for each in model.model_fields)
    order = ", ".join(f't."{each.name}"' for each in model.__table__.primary_key.columns)
    return own, named, joins, order


def _name_columns(parent: str, alias: str, base: str) -> str:
    """The columns that name a row which is referred to."""
    if parent != "sources":
        return f"{alias}.{NAMES[parent]} AS {base}_name"
    return (
        f"{alias}.publisher AS {base}_publisher, coalesce({alias}.title, {alias}.about) AS {base}_title, "
        f"{alias}.published_on AS {base}_published_on, {alias}.url AS {base}_url"
    )


def _events_of(name: str) -> str:
    """The join, as `i`, with the events that the rows of a table refer to."""
    if name == "events":
        return " JOIN read_event_texts i ON i.id = t.id"
    if name not in NARROWED_WITH:
        return " JOIN read_event_texts i ON i.id = t.event_id"
    one = NARROWED_WITH[name]
    return f" JOIN {one}s p ON p.id = t.{one}_id JOIN read_event_texts i ON i.id = p.event_id"


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
            narrow = [name for name in whole if is_narrowed(name) and name != "events"]
            sums = ", ".join(f"coalesce(sum(s.{name}), 0) AS {name}" for name in narrow)
            sql = f"""{matching.head()} SELECT count(*) AS events, {sums}
FROM found f JOIN read_sizes s ON s.n = f.n"""
            columns, [counts] = matching.count(sql)
            found |= dict(zip(columns, map(int, counts), strict=True))
        return Answer(["table", "rows", "of"], [(name, found[name], of) for name, of in whole.items()])

    return answer


_WHOLE: RecentCache[dict[str, int]] = RecentCache(1)


def _count_whole(engine: Engine) -> dict[str, int]:
    return {name: engines.read_records(engine, count_rows(name))[0]["rows"] for name in tables()}


def is_narrowed(name: str) -> bool:
    """Whether filters narrow the table: it is that of events, refers to them, or to rows that do."""
    return name in NARROWED_WITH or name == "events" or "event_id" in tables()[name].model_fields
