"""The ids behind the names of recommendations and statements: who speaks, to whom, in which document."""

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.queries.events.list import Ask

ADDRESSEE = {"recommendations": "addressee_id", "statements": "NULL AS addressee_id"}


def list_ends(table: str, ids: tuple[str, ...]) -> Ask:
    """`id`, `person_id`, `organisation_id`, `addressee_id` and `instrument_id` of these rows of a table."""

    def answer(engine: Engine) -> Answer:
        values = {f"id{place}": each for place, each in enumerate(ids)}
        sql = f"""SELECT id, person_id, organisation_id, {ADDRESSEE[table]}, instrument_id FROM {table}
WHERE id IN ({", ".join(f":{name}" for name in values)})"""
        return engines.select(engine, sql, values)

    return answer


def list_themes(table: str, ids: tuple[str, ...]) -> Ask:
    """`id` of each of these rows with each of its themes, `theme_id` and `theme`, by name."""
    one = table.removesuffix("s")

    def answer(engine: Engine) -> Answer:
        values = {f"id{place}": each for place, each in enumerate(ids)}
        sql = f"""SELECT l.{one}_id AS id, t.id AS theme_id, t.name AS theme
FROM {one}_themes l JOIN themes t ON t.id = l.theme_id
WHERE l.{one}_id IN ({", ".join(f":{name}" for name in values)}) ORDER BY 1, 3"""
        return engines.select(engine, sql, values)

    return answer
