"""What came of recommendations, and who is asked by name, which narrows them beside the filters."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import CITED, Ask
from data.queries.matching import Matching, match_recommendations
from data.queries.names import find_names
from data.schema.vocabulary import FollowUpState

MOST_ADDRESSEES = 500
"""Names that are offered: those that are asked most often."""


def match_addressed(engine: Engine, filters: Filters, addressee: str, asker: str = "") -> Matching:
    """The recommendations that match the filters, ask `addressee` (a name) and are made by `asker` (an id).

    What is empty does not narrow them.
    """
    found = match_recommendations(engine, filters)
    if addressee:
        found.values["addressee"] = addressee
        found = replace(found, conditions=(*found.conditions, "t.addressee_name = :addressee"))
    if asker:
        [name] = find_names(engine, "organisations", (asker,))
        found.values["asker"] = name.number
        found = replace(found, conditions=(*found.conditions, "t.organisation = :asker"))
    return found


def list_follow_ups(recommendations: tuple[str, ...]) -> Ask:
    """What each source says came of these: what bears on what was asked first, the latest first."""

    def answer(engine: Engine) -> Answer:
        ids: dict[str, Any] = {f"id{place}": each for place, each in enumerate(recommendations)}
        sql = f"""SELECT t.recommendation_id, t.status, t.is_direct, t.start_on, t.text, t.anchor, t.note,
  s.sha256 AS source_sha256, {CITED}
FROM recommendation_follow_ups t JOIN sources s ON s.id = t.source_id
WHERE t.recommendation_id IN ({", ".join(f":{name}" for name in ids)})
ORDER BY t.recommendation_id, t.is_direct DESC,
  coalesce(t.start_on, s.published_on) DESC NULLS LAST, t.source_id"""
        return engines.select(engine, sql, ids)

    return answer


def count_states(filters: Filters, addressee: str = "") -> Ask:
    """How many recommendations there are of each `state`, in the order of states, whichever is asked for."""

    def answer(engine: Engine) -> Answer:
        found = match_addressed(engine, replace(filters, follow_ups=()), addressee)
        sql = f"{found.head('t.follow_up_state')} SELECT follow_up_state, count(*) FROM found GROUP BY 1"
        rows: dict[str, int] = dict(found.count(sql).rows)
        states = map(str, FollowUpState)
        return Answer(["state", "recommendations"], [(state, rows.get(state, 0)) for state in states])

    return answer


def list_all_addressees() -> Ask:
    """The `id` of everybody whom any recommendation asks by name: the name."""
    sql = "SELECT DISTINCT addressee_name AS id FROM read_recommendations WHERE addressee_name IS NOT NULL"
    return lambda engine: engines.select(engine, sql, {})


def list_addressees(filters: Filters) -> Ask:
    """Who is asked by name, and how many `recommendations` ask them, most often first."""

    def answer(engine: Engine) -> Answer:
        found = match_recommendations(engine, filters)
        sql = f"""{found.head("t.addressee_name")}
SELECT addressee_name AS addressee, count(*) AS recommendations FROM found
WHERE addressee_name IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_ADDRESSEES}"""
        return found.count(sql)

    return answer
