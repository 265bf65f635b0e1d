"""What came of recommendations, and what narrows them beside the filters: that, and who is asked."""

from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import CITED, Ask
from data.queries.matching import Matching, match_recommendations
from data.schema.vocabulary import FollowUpState

MOST_ADDRESSEES = 500
"""Names that are offered: those that are asked most often."""


class Narrowing(NamedTuple):
    """A state of follow-up, and who is asked by name; empty means all."""

    state: str = ""
    addressee: str = ""


EVERY = Narrowing()
CONDITIONS = {"state": "t.follow_up_state = :state", "addressee": "t.addressee_name = :addressee"}


def match_narrowed(engine: Engine, filters: Filters, own: Narrowing) -> Matching:
    """The recommendations that match the filters and `own`."""
    found = match_recommendations(engine, filters)
    asked = {name: value for name, value in own._asdict().items() if value}
    conditions = (*found.conditions, *(CONDITIONS[name] for name in asked))
    return replace(found, conditions=conditions, values=found.values | asked)


def list_follow_ups(recommendations: tuple[str, ...]) -> Ask:
    """What each source says came of these: what bears on what was asked first, the latest first."""

    def answer(engine: Engine) -> Answer:
        ids: dict[str, Any] = {f"id{place}": each for place, each in enumerate(recommendations)}
        sql = f"""SELECT t.recommendation_id, t.status, t.is_direct, t.start_on, t.text, t.anchor, t.note,
  s.sha256 AS source_sha256, {CITED}
FROM recommendation_follow_ups t JOIN sources s ON s.id = t.source_id
WHERE t.recommendation_id IN ({", ".join(f":{name}" for name in ids)})
ORDER BY t.recommendation_id, t.is_direct DESC, coalesce(t.start_on, s.published_on) DESC, t.source_id"""
        return engines.select(engine, sql, ids)

    return answer


def count_states(filters: Filters, addressee: str = "") -> Ask:
    """How many recommendations there are of each `state`, in the order of states; 0 of some."""

    def answer(engine: Engine) -> Answer:
        found = match_narrowed(engine, filters, Narrowing(addressee=addressee))
        sql = f"{found.head('t.follow_up_state')} SELECT follow_up_state, count(*) FROM found GROUP BY 1"
        rows: dict[str, int] = dict(found.count(sql).rows)
        states = map(str, FollowUpState)
        return Answer(["state", "recommendations"], [(state, rows.get(state, 0)) for state in states])

    return answer


def list_addressees(filters: Filters, state: str = "") -> Ask:
    """Who is asked by name, and how many `recommendations` ask them, most often first."""

    def answer(engine: Engine) -> Answer:
        found = match_narrowed(engine, filters, Narrowing(state=state))
        sql = f"""{found.head("t.addressee_name")}
SELECT addressee_name AS addressee, count(*) AS recommendations FROM found
WHERE addressee_name IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_ADDRESSEES}"""
        return found.count(sql)

    return answer
