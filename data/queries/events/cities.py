"""Where the events that match took place, at city level."""

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import Ask
from data.queries.matching import match_events


def list_cities(filters: Filters) -> Ask:
    """The places with a point and the `events` that match held there, most first.

    Of these `inferred` are those of whose place a source says nothing, and `possibly` those only possibly in
    the range of dates. An event counts in each of its places.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()}
SELECT p.id, p.name, p.country_id, p.longitude, p.latitude, p.source_id, count(*) AS events,
  count(*) FILTER (WHERE e.is_place_inferred) AS inferred, count(*) FILTER (WHERE NOT f.certain) AS possibly
FROM found f JOIN read_event_texts r ON r.n = f.n JOIN events e ON e.id = r.id
JOIN event_places l ON l.event_id = e.id JOIN places p ON p.id = l.place_id
WHERE p.latitude IS NOT NULL GROUP BY p.id, p.name, p.country_id, p.longitude, p.latitude, p.source_id
ORDER BY 7 DESC, p.name, p.id"""
        return found.select(sql)

    return answer


def count_unplaced(filters: Filters) -> Ask:
    """One row: how many `events` that match have no place with a point."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()}
SELECT count(*) AS events FROM found f JOIN read_event_texts r ON r.n = f.n WHERE NOT EXISTS (
  SELECT 1 FROM event_places l JOIN places p ON p.id = l.place_id
  WHERE l.event_id = r.id AND p.latitude IS NOT NULL)"""
        return found.select(sql)

    return answer
