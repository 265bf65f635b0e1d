"""What the filter panel offers: values of each field, their spellings, and the events that each leaves."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

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
COUNTED = {
    "kinds": "SELECT 'kinds', kind, count(*) FROM found GROUP BY 2",
    "forms": "SELECT 'forms', form, count(*) FROM found GROUP BY 2",
    "organisations": """SELECT 'organisations', CAST(number AS TEXT), count(*) FROM read_parts
WHERE n IN (SELECT n FROM found) AND roles & :part <> 0 GROUP BY number""",
    "names": """SELECT 'names', CAST(number AS TEXT), count(*) FROM read_facts
WHERE n IN (SELECT n FROM found) AND number BETWEEN :first AND :last GROUP BY number""",
    "publishers": """SELECT 'publishers', CAST(publisher AS TEXT), count(*) FROM read_published
WHERE n IN (SELECT n FROM found) GROUP BY publisher""",
    "follow_ups": """SELECT 'follow_ups', follow_up_state, count(DISTINCT n) FROM read_recommendations
WHERE n IN (SELECT n FROM found) GROUP BY 2""",
}
"""By field of filters the count of its values among the events found; `names`: of LINKED, by their numbers.

`IN`, because SQLite reads all facts to join them with few events.
"""
SPELLED = {
    "organisations": ("full_name", "name_russian"),
    "people": ("name_cyrillic",),
    "instruments": ("full_name",),
}
"""By field the columns of other names; aliases come after them."""


class Numbers(NamedTuple):
    """By number of the mart, that of a publisher after `p`, field and value; by table its first and last."""

    values: dict[str, tuple[str, str]]
    ends: dict[str, tuple[int, int]]

    def bounds(self, fields: tuple[str, ...]) -> tuple[int, int]:
        """The lowest and the highest number of these fields."""
        ends = [self.ends[field] for field in fields if field in self.ends]
        return min((first for first, _ in ends), default=0), max((last for _, last in ends), default=-1)


_NUMBERS: RecentCache[Numbers] = RecentCache(1)


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


def count_values(filters: Filters, field: str = "") -> Ask:
    """By `field` and `value` how many `events` match the filters and have that value; none of 0.

    Of all fields, or of the one given. Of organisations those with one of the roles of the filters. Roles
    themselves are not counted.
    """

    def answer(engine: Engine) -> Answer:
        found, numbers = (
            match_events(engine, filters),
            _NUMBERS.get(engine, "", lambda: _read_numbers(engine)),
        )
        part = "names" if field in LINKED else field
        counts = " UNION ALL ".join([COUNTED[part]] if field else COUNTED.values())
        first, last = numbers.bounds((field,) if part == "names" else LINKED)
        values = {"part": role_bits(filters.roles), "first": first, "last": last}
        rows = found.count(f"{found.head('e.kind', 'e.form')} {counts}", **values).rows
        return Answer(["field", "value", "events"], list(_named(rows, numbers.values)))

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


def _read_numbers(engine: Engine) -> Numbers:
    sql = """SELECT CAST(number AS TEXT), "table", id FROM read_names
UNION ALL SELECT 'p' || number, 'publishers', publisher FROM read_publishers"""
    values = {number: (field, value) for number, field, value in engines.select(engine, sql, {}).rows}
    ends = 'SELECT "table", min(number), max(number) FROM read_names GROUP BY 1'
    return Numbers(
        values, {table: (first, last) for table, first, last in engines.select(engine, ends, {}).rows}
    )


def without(filters: Filters, field: str) -> Filters:
    """The filters under which the values of a field are counted: the others; all where all must hold."""
    if field == "organisations" and filters.match_all:
        return filters
    nothing: dict[str, Any] = {field: ()}
    return replace(filters, **nothing)
