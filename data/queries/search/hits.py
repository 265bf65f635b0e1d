"""How much of each kind a search finds. Lists of it are those of the index, the timeline and so on."""

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import Ask, count_events
from data.queries.matching import match_recommendations, match_statements, search_bounds, word_numbers
from data.queries.things.index import count_things

NOTES = "notes"
KINDS = (
    *("events", "organisations", "people", "places", "countries", "borders", "border_liaison_offices"),
    *("instruments", "themes", "recommendations", "statements", "sources", NOTES),
)
"""What is searched, in the order in which it is shown: tables, and notes on rows of any."""


def count_hits(words: str) -> Ask:
    """How many rows of each `kind` have every one of the words: `found`.

    An event has those of its title and form and of whom and what it is linked with, a recommendation or
    statement those of its text, of who makes it and of whom it addresses; all others their own.
    """

    def answer(engine: Engine) -> Answer:
        filters = Filters(words=words)
        said = {
            "recommendations": match_recommendations(engine, filters),
            "statements": match_statements(engine, filters),
        }
        counts = {table: number for table, number, _ in count_things(words)(engine).rows}
        counts["events"] = count_events(filters)(engine).rows[0][0]
        for table, found in said.items():
            counts[table] = found.count(f"{found.head()} SELECT count(*) FROM found").rows[0][0]
        condition, values = _match_notes(words)
        sql = f"SELECT count(*) FROM read_notes t WHERE {condition}"
        counts[NOTES] = engines.select(engine, sql, values).rows[0][0]
        return Answer(["kind", "found"], [(kind, counts[kind]) for kind in KINDS])

    return answer


def list_notes(words: str, first: int, most: int) -> Ask:
    """At most `most` notes with every one of the words: `table` and `id` of the row, and the `note`."""
    condition, values = _match_notes(words)
    sql = f"""SELECT "table", id, note FROM read_notes t WHERE {condition}
ORDER BY number LIMIT :most OFFSET :first"""
    return lambda engine: engines.select(engine, sql, {**values, "first": first, "most": most})


def _match_notes(words: str) -> tuple[str, dict[str, str]]:
    bounds, values = search_bounds(words)
    conditions = (f"t.number IN ({word_numbers(NOTES, each)})" for each in bounds)
    return " AND ".join(("1 = 1", *conditions)), values
