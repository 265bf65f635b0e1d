"""What the filter panel offers: values of each field, their spellings, and the events that each leaves."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.engines.statements import RecentCache
from data.filters import Filters
from data.queries.events.list import Ask
from data.queries.matching import LINKED, match_events
from data.schema.mart import role_bits

ORGANISATIONS = """
SELECT o.id, o.name, o.full_name, k.events FROM read_names k JOIN organisations o ON o.id = k.id
WHERE k."table" = 'organisations' AND k.events > 0 ORDER BY k.events DESC, o.name
"""
COUNTRIES = """
SELECT c.id, c.name, k.events FROM read_names k JOIN countries c ON c.id = k.id
WHERE k."table" = 'countries' AND k.events > 0 ORDER BY c.is_central_asia DESC, c.name
"""
THEMES = """
SELECT t.id, t.name, k.events FROM read_names k JOIN themes t ON t.id = k.id
WHERE k."table" = 'themes' ORDER BY t.name
"""
NAMED = """
SELECT t.id, t.name, k.events FROM read_names k JOIN {table} t ON t.id = k.id
WHERE k."table" = '{table}' ORDER BY lower(t.name), t.id
"""
OTHERS = {
    "people": NAMED.format(table="people"),
    "instruments": NAMED.format(table="instruments"),
    "borders": NAMED.format(table="borders"),
    "forms": """SELECT form AS id, form AS name, count(*) AS events FROM read_events
GROUP BY 1 ORDER BY lower(form), 1""",
    "publishers": """SELECT publisher AS id, publisher AS name, events FROM read_publishers
ORDER BY lower(publisher), 1""",
}
"""By field of filters what it may hold, whether or not any event has it."""
SPELLED = {
    "organisations": ("full_name", "name_russian"),
    "people": ("name_cyrillic",),
    "instruments": ("full_name",),
}
"""By field the columns of other names; aliases come after them."""
_NUMBERED: RecentCache[dict[str, tuple[str, str]]] = RecentCache(1)


def list_organisations() -> Ask:
    """Organisations with a part in any event, busiest first."""
    return lambda engine: engines.select(engine, ORGANISATIONS, {})


def list_countries() -> Ask:
    """Countries in which any event took place, Central Asia first."""
    return lambda engine: engines.select(engine, COUNTRIES, {})


def list_themes() -> Ask:
    """Every theme, in the order of its name."""
    return lambda engine: engines.select(engine, THEMES, {})


def list_others(field: str) -> Ask:
    """Every value that a field of OTHERS may hold, by name: `id`, `name`, `events` of the whole record."""
    return lambda engine: engines.select(engine, OTHERS[field], {})


def list_spellings(field: str) -> Ask:
    """Other names of what a field of SPELLED may hold: `id` and `spelling`, one row each."""
    columns = [
        f"SELECT id, {place} AS place, {column} AS spelling FROM {field}"
        for place, column in enumerate(SPELLED[field])
    ]
    aliases = f"""SELECT id, {len(columns)}, spelling FROM aliases WHERE "table" = '{field}'"""
    every = " UNION ALL ".join([*columns, aliases])
    sql = f"""SELECT id, spelling FROM ({every}) every WHERE spelling IS NOT NULL
GROUP BY id, spelling ORDER BY id, min(place), spelling"""
    return lambda engine: engines.select(engine, sql, {})


def count_values(filters: Filters) -> Ask:
    """By `field` and `value` how many `events` match the filters and have that value; none of 0.

    Of organisations those with one of the roles of the filters. Roles themselves are not counted.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head("e.kind", "e.form")}
SELECT 'kinds' AS field, kind AS value, count(*) AS events FROM found GROUP BY 2
UNION ALL SELECT 'forms', form, count(*) FROM found GROUP BY 2
UNION ALL SELECT 'organisations', CAST(p.number AS TEXT), count(*)
  FROM found f JOIN read_parts p ON p.n = f.n WHERE p.roles & :part <> 0 GROUP BY p.number
UNION ALL SELECT 'names', CAST(x.number AS TEXT), count(*)
  FROM found f JOIN read_facts x ON x.n = f.n GROUP BY x.number
UNION ALL SELECT 'publishers', CAST(r.publisher AS TEXT), count(*)
  FROM found f JOIN read_published r ON r.n = f.n GROUP BY r.publisher
UNION ALL SELECT 'follow_ups', r.follow_up_state, count(DISTINCT r.n)
  FROM found f JOIN read_recommendations r ON r.n = f.n GROUP BY 2"""
        rows = found.count(sql, part=role_bits(filters.roles)).rows
        known = _NUMBERED.get(engine, "names", lambda: _read_numbers(engine))
        return Answer(["field", "value", "events"], list(_named(rows, known)))

    return answer


def _named(rows: Any, known: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    """The rows with ids in place of numbers."""
    for field, value, events in rows:
        if field == "publishers":
            yield (*known[f"p{value}"], events)
        elif field == "organisations":
            yield (*known[value], events)
        elif field != "names":
            yield field, value, events
        elif known[value][0] in LINKED:
            yield (*known[value], events)


def _read_numbers(engine: Engine) -> dict[str, tuple[str, str]]:
    """By number, that of a publisher after `p`, the field and the value."""
    sql = """SELECT CAST(number AS TEXT), "table", id FROM read_names
UNION ALL SELECT 'p' || number, 'publishers', publisher FROM read_publishers"""
    return {number: (field, value) for number, field, value in engines.select(engine, sql, {}).rows}


def without(filters: Filters, field: str) -> Filters:
    """The filters under which the values of a field are counted: the others; all where all must hold."""
    if field == "organisations" and filters.match_all:
        return filters
    nothing: dict[str, Any] = {field: ()}
    return replace(filters, **nothing)
