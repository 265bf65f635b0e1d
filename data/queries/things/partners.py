"""Who else was at the events of a thing: organisations, and people with the offices they held."""

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters, Subject
from data.queries.events.list import Ask
from data.queries.matching import match_events
from data.queries.things.roles import SPOKE

AS_PARTNER = """SELECT f.n FROM found f JOIN read_parts x ON x.n = f.n
  JOIN read_names k ON k.number = x.number
  WHERE k."table" = 'organisations' AND k.id = :subject"""
"""Events in which the organisation had a part itself, and not only a speaker."""
APPEARANCES = (
    "SELECT l.* FROM found f JOIN read_event_texts r ON r.n = f.n JOIN speakers l ON l.event_id = r.id"
)


def list_partners(filters: Filters, first: int, most: int) -> Ask:
    """Organisations with a part in the events of the subject, most `events` first; `of` counts them.

    Of an organisation the others that share an event with it. `first` and `last` are days that bound the
    events, as day numbers.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        is_own = _subject(filters).table == "organisations"
        own = AS_PARTNER if is_own else "SELECT n FROM found"
        others = "WHERE k.id <> :subject" if is_own else ""
        sql = f"""{found.head()}, own AS ({own}), counted AS (
  SELECT p.number, count(*) AS events, min(CASE WHEN e.begins_from > 0 THEN e.begins_from END) AS first,
    max(CASE WHEN e.ends_by < 9999999 THEN e.ends_by END) AS last
  FROM own JOIN read_parts p ON p.n = own.n JOIN read_events e ON e.n = own.n GROUP BY 1)
SELECT o.id, o.name, o.family, c.events, c.first, c.last, count(*) OVER () AS "of"
FROM counted c JOIN read_names k ON k.number = c.number JOIN organisations o ON o.id = k.id {others}
ORDER BY c.events DESC, o.name LIMIT :most OFFSET :first"""
        return found.select(sql, first=first, most=most)

    return answer


def list_people(filters: Filters, first: int, most: int) -> Ask:
    """People who spoke at the events of the subject; of an organisation, those who spoke for it.

    Most `events` first; `of` is how many there are.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()}, own AS ({_appearances(filters)})
SELECT p.id, p.name, count(DISTINCT own.event_id) AS events, count(*) OVER () AS "of"
FROM own JOIN people p ON p.id = own.person_id WHERE own.role IN ({SPOKE})
GROUP BY p.id, p.name ORDER BY 3 DESC, p.name, p.id LIMIT :most OFFSET :first"""
        return found.select(sql, first=first, most=most)

    return answer


def list_held_offices(filters: Filters, people: tuple[str, ...]) -> Ask:
    """The offices that these people held at the events: one row a person, office and organisation.

    Event, role and source are those of the first event at which they did; who has any office stated has no
    row without one.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        ids = {f"person{place}": person for place, person in enumerate(people)}
        sql = f"""{found.head()}, own AS ({_appearances(filters)}),
held AS (SELECT own.*, e.earliest, e.title, row_number() OVER (
    PARTITION BY own.person_id, own.office, own.organisation_id, own.organisation_as_stated
    ORDER BY e.earliest IS NULL, e.earliest, own.event_id, own.role, own.source_id) AS turn
  FROM own JOIN events e ON e.id = own.event_id WHERE own.person_id IN ({", ".join(f":{x}" for x in ids)}))
SELECT h.person_id, h.office, h.organisation_id, coalesce(o.name, h.organisation_as_stated) AS organisation,
  h.event_id, h.title AS event, h.role, h.source_id, e.start_on, e.end_on, e.date_precision, e.date_as_stated
FROM held h JOIN events e ON e.id = h.event_id LEFT JOIN organisations o ON o.id = h.organisation_id
WHERE h.turn = 1 AND (h.office IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM own x WHERE x.person_id = h.person_id AND x.office IS NOT NULL))
ORDER BY h.person_id, h.earliest IS NULL, h.earliest, h.event_id, h.office NULLS FIRST"""
        return found.select(sql, **ids)

    return answer


def _appearances(filters: Filters) -> str:
    """Rows of speakers at the events, of an organisation those for it, of a person the own ones."""
    column = {"organisations": "organisation_id", "people": "person_id"}.get(_subject(filters).table)
    return f"{APPEARANCES} AND l.{column} = :subject" if column else APPEARANCES


def _subject(filters: Filters) -> Subject:
    if filters.subject is None:
        raise ValueError("partners are those of a subject")
    return filters.subject
