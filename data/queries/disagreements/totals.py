"""Totals of the numbers that sources claim, under a choice among values that contradict each other."""

from sqlalchemy import Engine

from data.claims.totals import WORDINGS, Choice
from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import Ask
from data.queries.matching import Matching, match_events


def sum_numbers(filters: Filters, choice: Choice) -> Ask:
    """One row a `table`, `field`, `unit` and `event_kind` of numbers on events that match; else of all rows.

    `rows` with a number, `contested` of them; the sums `preferred` and `chosen`, each with its `_bound`.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{_head(found, filters)},
summed AS (SELECT own.kind AS number, coalesce(t.kind, '') AS event_kind,
  count(*) FILTER (WHERE choice IN ('', :preferred)) AS numbers,
  count(*) FILTER (WHERE choice = :preferred) AS contested,
  sum(amount) FILTER (WHERE choice IN ('', :preferred)) AS preferred,
  max(bound) FILTER (WHERE choice IN ('', :preferred)) AS preferred_bound,
  sum(amount) FILTER (WHERE choice IN ('', :choice)) AS chosen,
  max(bound) FILTER (WHERE choice IN ('', :choice)) AS chosen_bound
  FROM own LEFT JOIN read_events t ON t.n = own.n GROUP BY 1, 2)
SELECT k."table", k.field, k.unit, s.event_kind, s.numbers AS "rows", s.contested, s.preferred,
  s.preferred_bound, s.chosen, s.chosen_bound
FROM summed s JOIN read_sums k ON k.number = s.number ORDER BY k.number, s.event_kind"""
        names, rows = found.count(sql, preferred=str(Choice.PREFERRED), choice=str(choice))
        worded = [(*row[:7], str(WORDINGS[row[7]]), row[8], str(WORDINGS[row[9]])) for row in rows]
        return Answer(names, worded)

    return answer


def list_changes(filters: Filters, choice: Choice) -> Ask:
    """The row numbers of two claims, `preferred` and `chosen`, where the choice takes another value."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{_head(found, filters)}
SELECT p.claim AS preferred, c.claim AS chosen FROM own c
JOIN read_numbers p ON p.choice = :preferred AND p.matter = c.matter
WHERE c.choice = :choice AND c.is_other = 1 ORDER BY c.matter"""
        return found.select(sql, preferred=str(Choice.PREFERRED), choice=str(choice))

    return answer


def _head(found: Matching, filters: Filters) -> str:
    among = "" if filters.is_empty else " WHERE n IN (SELECT n FROM found)"
    return f"{found.head()}, own AS (SELECT * FROM read_numbers{among})"
