"""By what a search finds rows: their own texts, and the rows whose names count as theirs."""

from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.queries.events.list import Ask
from data.queries.matching import search_bounds, word_numbers

OWN = {
    "events": ("title", "form"),
    "organisations": ("name", "full_name", "name_russian"),
    "people": ("name", "name_cyrillic"),
    "places": ("name", "name_cyrillic"),
    "countries": ("name", "id"),
    "borders": ("name", "id"),
    "border_liaison_offices": ("name", "border_id"),
    "instruments": ("name", "full_name"),
    "themes": ("name",),
    "recommendations": ("text", "addressee"),
    "statements": ("text",),
    "sources": ("title", "about", "publisher"),
}
"""By table the columns in which it is looked for, the first first; aliases come after them."""
SPEAKERS = """SELECT id, 'people' AS "table", person_id AS named FROM {0} WHERE id IN ({ids})
UNION ALL SELECT id, 'organisations', organisation_id FROM {0} WHERE id IN ({ids})"""
COUNTRIES = """SELECT {id} AS id, 'countries' AS "table", b.country_a_id AS named FROM {rows}
UNION ALL SELECT {id}, 'countries', b.country_b_id FROM {rows}"""
LINKED = {
    "recommendations": SPEAKERS.replace("{0}", "recommendations")
    + " UNION ALL SELECT id, 'organisations', addressee_id FROM recommendations WHERE id IN ({ids})",
    "statements": SPEAKERS.replace("{0}", "statements"),
    "borders": COUNTRIES.replace("{id}", "b.id").replace("{rows}", "borders b WHERE b.id IN ({ids})"),
    "border_liaison_offices": """SELECT id, 'borders' AS "table", border_id AS named
  FROM border_liaison_offices WHERE id IN ({ids})
UNION ALL SELECT id, 'places', id FROM border_liaison_offices WHERE id IN ({ids})
UNION ALL """
    + COUNTRIES.replace("{id}", "o.id").replace(
        "{rows}", "border_liaison_offices o JOIN borders b ON b.id = o.border_id WHERE o.id IN ({ids})"
    ),
    "events": """SELECT r.id, k."table", k.id AS named FROM read_event_texts r
  JOIN read_facts f ON f.n = r.n JOIN read_names k ON k.number = f.number
WHERE r.id IN ({ids}) AND f.number IN ({numbers})""",
}
"""By table the rows whose names count as its own; of an event those that have one of the words."""


def list_texts(table: str, ids: tuple[str, ...]) -> Ask:
    """The texts of these rows: `id`, the `field` (`alias` for another spelling), and its `text`."""
    values = _values(ids)
    listed = ", ".join(f":{name}" for name in values)
    parts = [
        f"""SELECT id, {place} AS place, '{column}' AS field, {column} AS text FROM {table}
WHERE id IN ({listed})"""
        for place, column in enumerate(OWN[table])
    ]
    parts += [
        f"""SELECT id, {len(parts)}, 'alias', spelling FROM aliases WHERE "table" = '{table}'
AND id IN ({listed})"""
    ]
    sql = f"""SELECT id, field, text FROM ({" UNION ALL ".join(parts)}) every
WHERE text IS NOT NULL ORDER BY id, place, text"""
    return lambda engine: engines.select(engine, sql, values)


def list_linked(table: str, ids: tuple[str, ...], words: str) -> Ask:
    """The rows whose names count as those of these rows: `id`, and `table` and `named`, each once."""

    def answer(engine: Engine) -> Answer:
        if table not in LINKED:
            return Answer(["id", "table", "named"], [])
        bounds, values = search_bounds(words)
        numbers = " UNION ALL ".join(word_numbers("names", each) for each in bounds) or "SELECT -1"
        own = _values(ids)
        linked = LINKED[table].format(ids=", ".join(f":{name}" for name in own), numbers=numbers)
        sql = f"""SELECT DISTINCT id, "table", named FROM ({linked}) every
WHERE named IS NOT NULL ORDER BY 1, 2, 3"""
        return engines.select(engine, sql, {**own, **(values if table == "events" else {})})

    return answer


def _values(ids: tuple[str, ...]) -> dict[str, Any]:
    return {f"id{place}": each for place, each in enumerate(ids)}
