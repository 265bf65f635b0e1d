"""One thing: its own row, its other spellings, in how many events of the record it is, and since when."""

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters, Subject
from data.queries.events.list import Ask
from data.queries.matching import match_events
from data.schema.models import tables

NAMED = {
    "events": "t.title",
    "recommendations": "t.text",
    "statements": "t.text",
    "sources": "coalesce(t.title, t.about)",
}
"""By table what its rows are called; others by `name`."""
SPEAKERS = {"person": ("people", "person_id"), "organisation": ("organisations", "organisation_id")}
REFERRED = {
    "organisations": {"country": ("countries", "country_id")},
    "places": {"country": ("countries", "country_id")},
    "borders": {"country_a": ("countries", "country_a_id"), "country_b": ("countries", "country_b_id")},
    "recommendations": SPEAKERS,
    "statements": SPEAKERS,
    "border_liaison_offices": {"border": ("borders", "border_id"), "country": ("countries", "country_id")},
}
"""By table the rows that it refers to by name: column of the answer, table, and column that holds the id."""


def find_thing(subject: Subject) -> Ask:
    """Its row, what it is called as `name`, and the names of what it refers to; none where it is unknown."""
    own = {name: f't."{name}"' for name in tables()[subject.table].model_fields}
    own["name"] = NAMED.get(subject.table, "t.name")
    joins = ""
    for base, (table, column) in REFERRED.get(subject.table, {}).items():
        own[base] = f"r_{base}.name"
        joins += f" LEFT JOIN {table} r_{base} ON r_{base}.id = t.{column}"
    columns = ", ".join(f'{value} AS "{name}"' for name, value in own.items())
    sql = f"SELECT {columns} FROM {subject.table} t{joins} WHERE t.id = :id"
    return lambda engine: engines.select(engine, sql, {"id": subject.id})


def list_aliases(subject: Subject) -> Ask:
    """Its other spellings, each with the reason why they mean it."""
    sql = """SELECT spelling, reason FROM aliases WHERE id = :id AND "table" = :table
ORDER BY reason, spelling"""
    return lambda engine: engines.select(engine, sql, subject._asdict())


def find_bounds(filters: Filters) -> Ask:
    """At most two rows, the `first` and the `last` event that match, as columns of events."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        columns = "o.id, o.title, o.start_on, o.end_on, o.date_precision, o.date_as_stated, o.source_id"
        parts = [
            f"SELECT * FROM (SELECT '{end}' AS bound, n FROM found WHERE newest > 0 ORDER BY {by} LIMIT 1) b"
            for end, by in (("first", "n"), ("last", "newest DESC, rank"))
        ]
        sql = f"""{found.head("e.newest", "e.rank")}, bounds AS ({" UNION ALL ".join(parts)})
SELECT b.bound, {columns} FROM bounds b JOIN read_event_texts r ON r.n = b.n JOIN events o ON o.id = r.id"""
        return found.select(sql)

    return answer
