"""What was assessed, promised, offered or reported: statements under the filters."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import CITED, Ask
from data.queries.matching import EVERYTHING, Matching, match_column, match_statements
from data.queries.recommendations.list import OF_EVENT
from data.schema.vocabulary import StatementKind


def list_statements(
    filters: Filters, kinds: Sequence[str] = (), first: int = 0, most: int = EVERYTHING
) -> Ask:
    """At most `most` rows from `first` on; order and matching as for recommendations.

    With `kinds` those of these alone, kind by kind.
    """

    def answer(engine: Engine) -> Answer:
        found = match_statements(engine, filters)
        places = {f"said{place}": kind for place, kind in enumerate(kinds)}
        order = " ".join(f"WHEN :{name} THEN {place}" for place, name in enumerate(places))
        turn = f"CASE kind {order} END" if kinds else "0"
        doubt = "NOT certain" if filters.has_dates else "0"
        among = f"WHERE kind IN ({', '.join(f':{name}' for name in places)})" if kinds else ""
        shown = f"""SELECT place, certain, {turn} AS turn, {doubt} AS doubt FROM found {among}
  ORDER BY turn, doubt, place LIMIT :most OFFSET :first"""
        return _rows(found, filters, shown, **places, first=first, most=most)

    return answer


def find_statement(filters: Filters, statement: str) -> Ask:
    """The row of one as in `list_statements`; none where it does not match."""

    def answer(engine: Engine) -> Answer:
        shown = """SELECT f.place, f.certain, 0 AS turn, 0 AS doubt
  FROM read_statements i JOIN found f ON f.place = i.place WHERE i.id = :id"""
        return _rows(match_statements(engine, filters), filters, shown, id=statement)

    return answer


def _rows(found: Matching, filters: Filters, shown: str, **values: Any) -> Answer:
    sql = f"""{found.head("t.kind")}, shown AS ({shown})
SELECT t.id, t.position, t.kind, t.text, p.name AS person, o.name AS organisation, o.family,
  (SELECT group_concat(name, '; ') FROM (
    SELECT h.name FROM themes h JOIN statement_themes l ON l.theme_id = h.id
    WHERE l.statement_id = t.id ORDER BY h.name) named) AS themes,
  i.name AS instrument, {OF_EVENT}{match_column(filters, "shown")}, {CITED}
FROM shown JOIN read_statements a ON a.place = shown.place JOIN statements t ON t.id = a.id
LEFT JOIN people p ON p.id = t.person_id LEFT JOIN organisations o ON o.id = t.organisation_id
LEFT JOIN instruments i ON i.id = t.instrument_id LEFT JOIN events e ON e.id = t.event_id
JOIN sources s ON s.id = t.source_id ORDER BY shown.turn, shown.doubt, shown.place"""
    return found.select(sql, **values)


def count_kinds(filters: Filters) -> Ask:
    """How many statements of each `kind` match, in the order of kinds; kinds without any are left out."""

    def answer(engine: Engine) -> Answer:
        found = match_statements(engine, filters)
        rows: dict[str, int] = dict(
            found.count(f"{found.head('t.kind')} SELECT kind, count(*) FROM found GROUP BY 1").rows
        )
        counted = [(str(kind), rows[kind]) for kind in map(str, StatementKind) if kind in rows]
        return Answer(["kind", "statements"], counted)

    return answer
