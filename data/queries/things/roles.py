"""What a thing was in the events that match: organiser, host, speaker, adopted …, by event and by year."""

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters
from data.queries.events.list import Ask
from data.queries.matching import Matching, match_events
from data.schema.vocabulary import EventKind, SpeakerRole

SPOKE = f"'{SpeakerRole.SPEAKER}', '{SpeakerRole.CHAIR}', '{SpeakerRole.SIGNATORY}'"
BY_PERSON = f"""SELECT f.n, CASE WHEN l.role IN ({SPOKE}) THEN 'spoken_for' ELSE 'represented' END AS role
  FROM {{rows}} JOIN speakers l ON l.event_id = r.id AND l.organisation_id = :subject"""
LINKED = (
    "SELECT f.n, {role} AS role FROM {{rows}} JOIN {table} l ON l.event_id = r.id AND l.{column} = :subject"
)
ROWS = "found f JOIN read_event_texts r ON r.n = f.n"
OF_OFFICE = f"""SELECT f.n,
  CASE WHEN e.kind = '{EventKind.OPENING}' THEN 'opening' ELSE 'held_there' END AS role
  FROM {{rows}} JOIN read_events e ON e.n = f.n"""
ROLES = {
    "organisations": f"""{LINKED.format(role="l.role", table="event_organisations", column="organisation_id")}
  UNION {BY_PERSON}""",
    "people": LINKED.format(role="l.role", table="speakers", column="person_id"),
    "instruments": LINKED.format(role="l.relation", table="event_instruments", column="instrument_id"),
    "themes": LINKED.format(
        role="CASE WHEN l.is_derived THEN 'said_there' ELSE 'classified' END",
        table="event_themes",
        column="theme_id",
    ),
    "borders": OF_OFFICE,
    "border_liaison_offices": OF_OFFICE,
    "places": "SELECT f.n, 'held_there' AS role FROM {rows}",
    "countries": "SELECT f.n, 'held_there' AS role FROM {rows}",
    "sources": "SELECT f.n, 'reported' AS role FROM {rows}",
}
"""By table the numbers of events and what the subject was in each."""


def list_roles(filters: Filters, events: tuple[str, ...]) -> Ask:
    """The `roles` of the subject in each of these events, joined by `, `."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        ids = {f"event{place}": event for place, event in enumerate(events)}
        among = (
            f"found f JOIN read_event_texts r ON r.n = f.n AND r.id IN ({', '.join(f':{x}' for x in ids)})"
        )
        sql = f"""{found.head()}, part AS ({_roles(filters, among)})
SELECT id, group_concat(role, ',') AS roles FROM (
  SELECT DISTINCT r.id, x.role FROM part x JOIN read_event_texts r ON r.n = x.n ORDER BY 1, 2) listed
GROUP BY 1"""
        return found.select(sql, **ids)

    return answer


def count_by_year(filters: Filters) -> Ask:
    """How many `events` began in each `year`, and in each `role` of the subject (None: in any).

    The year is None where the record does not bound the beginning to one.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        return _count(found, _roles(filters, ROWS))

    return answer


def _count(found: Matching, roles: str) -> Answer:
    year = "CASE WHEN e.is_bounded = 1 AND e.low / 12 = e.high / 12 THEN e.low / 12 END"
    sql = f"""{found.head()}, part AS ({roles}), every AS (
  SELECT n, role FROM part UNION SELECT n, NULL FROM found)
SELECT x.role, {year} AS year, count(*) AS events FROM every x JOIN read_events e ON e.n = x.n
GROUP BY 1, 2 ORDER BY 2 NULLS FIRST, 1 NULLS FIRST"""
    return found.select(sql)


def _roles(filters: Filters, rows: str) -> str:
    if filters.subject is None:
        raise ValueError("roles are those of a subject")
    return ROLES[filters.subject.table].format(rows=rows)
