"""Rows of several tables beside each other: what cannot be so is a fault, what is unlikely warns."""

from typing import NamedTuple

from etl.reporting.errors import Fault, Findings
from etl.staging.database import StagingDatabase
from etl.staging.tables import file_name

NEEDS = ("events", "organisations", "places", "sources")
"""Tables that are looked into by their ids."""


class Rule(NamedTuple):
    """What `query` finds in a table: line and value."""

    table: str
    column: str
    problem: str
    query: str


FAULTS = (
    Rule(
        "event_organisations",
        "role",
        "is organiser, and by the same source donor: the donor is no organiser",
        """SELECT min(line), organisation_id FROM event_organisations WHERE role IN ('organiser', 'donor')
GROUP BY event_id, organisation_id, source_id HAVING count(DISTINCT role) = 2""",
    ),
    Rule(
        "events",
        "is_place_inferred",
        "event_places.csv holds no place that could be inferred",
        """SELECT line, 'true' FROM events WHERE is_place_inferred = 1
AND id NOT IN (SELECT event_id FROM event_places WHERE event_id IS NOT NULL)""",
    ),
)
WARNINGS = (
    Rule(
        "event_places",
        "place_id",
        "a country or region where a decision was taken: is it what the decision is about?",
        """SELECT l.line, l.place_id FROM event_places l JOIN events e ON e.id = l.event_id
JOIN places p ON p.id = l.place_id
WHERE e.kind = 'decision' AND p.kind IN ('country', 'region') AND e.is_place_inferred = 0""",
    ),
    Rule(
        "event_places",
        "place_id",
        "the place of an event that was online",
        """SELECT l.line, l.place_id FROM event_places l JOIN events e ON e.id = l.event_id
JOIN places p ON p.id = l.place_id WHERE e.mode = 'online' AND p.kind NOT IN ('country', 'region')""",
    ),
    Rule(
        "speakers",
        "organisation_id",
        "a ministry, for an office that stands for the state",
        """SELECT s.line, s.organisation_id FROM speakers s JOIN organisations o ON o.id = s.organisation_id
WHERE o.kind = 'ministry' AND (s.office LIKE '%ambassador%' OR s.office LIKE '%permanent representative%'
  OR s.office LIKE '%chargé%')""",
    ),
    Rule(
        "speakers",
        "office",
        "lacks the rank that the words of the source give",
        """SELECT s.line, s.office FROM claims c JOIN speakers s ON s.person_id = c.subject
  AND s.source_id = c.source_id
WHERE c."table" = 'people' AND c.field = 'name' AND c.anchor LIKE '%Colonel%'
  AND s.office NOT LIKE '%Colonel%'""",
    ),
    Rule(
        "organisations",
        "name_russian",
        "stands under a source that is not in Russian",
        """SELECT o.line, o.name_russian FROM organisations o JOIN sources s ON s.id = o.source_id
WHERE o.name_russian IS NOT NULL AND s.language <> 'ru' AND o.id NOT IN (
  SELECT subject FROM claims
  WHERE "table" = 'organisations' AND field = 'name_russian' AND subject IS NOT NULL)""",
    ),
    *(
        Rule(
            "organisations",
            column,
            "stands under a document at hand, and no claim says that it prints it",
            f"""SELECT o.line, o.{column} FROM organisations o JOIN sources s ON s.id = o.source_id
WHERE o.{column} IS NOT NULL AND s.sha256 IS NOT NULL AND o.id NOT IN (
  SELECT subject FROM claims
  WHERE "table" = 'organisations' AND field = '{column}' AND subject IS NOT NULL)""",  # noqa: S608 - our own names
        )
        for column in ("city", "website")
    ),
    Rule(
        "recommendations",
        "person_id",
        "is at none of the rows of speakers.csv for this event: was it made there, or quoted?",
        """SELECT r.line, r.person_id FROM recommendations r
WHERE r.event_id IS NOT NULL AND r.person_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM speakers s WHERE s.event_id = r.event_id AND s.person_id = r.person_id)""",
    ),
)


def check(staged: StagingDatabase, findings: Findings) -> None:
    """Ask every rule of the rows that are there."""
    for table in NEEDS:
        staged.index(table)
    staged.connection.execute("CREATE INDEX people_at_events ON speakers (person_id, event_id)")
    findings.faults += (fault for rule in FAULTS for fault in _found(staged, rule))
    findings.warnings += (fault for rule in WARNINGS for fault in _found(staged, rule))


def _found(staged: StagingDatabase, rule: Rule) -> list[Fault]:
    rows = staged.connection.execute(f"{rule.query} ORDER BY 1").fetchall()
    return [
        Fault(file_name(rule.table), line, rule.column, value, rule.problem)
        for line, value in rows
        if not staged.is_broken(rule.table, line, rule.column)
    ]
