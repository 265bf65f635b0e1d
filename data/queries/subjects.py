"""What has to do with the subject of filters (`:subject`): its events, and what it recommends or states.

What is matched is `e.n`, the number of an event, or `t.id`, a row of `recommendations` or `statements`.
"""

from data.filters import Subject

AT = """SELECT f.n FROM read_names k JOIN read_facts f ON f.number = k.number
  WHERE k."table" = '{table}' AND k.id = :subject"""
OF_NAMES = (
    *("organisations", "people", "places", "countries", "instruments", "themes"),
    *("borders", "border_liaison_offices"),
)
EVENTS = {
    "events": "SELECT n FROM read_event_texts WHERE id = :subject",
    "recommendations": "SELECT n FROM read_recommendations WHERE id = :subject",
    "statements": "SELECT n FROM read_statements WHERE id = :subject",
    **{table: AT.format(table=table) for table in OF_NAMES},
    "sources": """SELECT r.n FROM read_sources s JOIN read_reports r ON r.source = s.source
  WHERE s.id = :subject AND r.is_report = 1""",
}
"""By table the numbers of the events of one row."""
RECOMMENDATIONS = {
    "organisations": "organisation_id = :subject OR addressee_id = :subject",
    "people": "person_id = :subject",
    "recommendations": "id = :subject",
    "statements": "1 = 0",
    "instruments": "instrument_id = :subject",
    "sources": "source_id = :subject",
    "themes": "id IN (SELECT recommendation_id FROM recommendation_themes WHERE theme_id = :subject)",
}
STATEMENTS = RECOMMENDATIONS | {
    "recommendations": "1 = 0",
    "statements": "id = :subject",
    "organisations": "organisation_id = :subject",
    "themes": "id IN (SELECT statement_id FROM statement_themes WHERE theme_id = :subject)",
}
"""By table; of one that is not here, those that were made at its events."""
SAID = {"recommendations": RECOMMENDATIONS, "statements": STATEMENTS}


def match_event(subject: Subject) -> str:
    """The condition on an event."""
    return f"e.n IN ({EVENTS[subject.table]})"


def match_said(table: str, subject: Subject) -> str:
    """The condition on a recommendation or statement."""
    if own := SAID[table].get(subject.table):
        return f"t.id IN (SELECT id FROM {table} WHERE {own})"
    return f"t.n IN ({EVENTS[subject.table]})"


def match_source(subject: Subject) -> str:
    """The condition on a source `s`: it is the subject, states its row or makes a claim on it."""
    rows = [
        f"""SELECT c.source_id FROM claims c WHERE c."table" = '{subject.table}' AND c.subject = :subject"""
    ]
    if subject.table == "sources":
        rows = ["SELECT :subject"]
    elif subject.table != "themes":
        rows.append(f"SELECT x.source_id FROM {subject.table} x WHERE x.id = :subject")
    return f"s.id IN ({' UNION ALL '.join(rows)})"


def match_disagreement(subject: Subject) -> str:
    """The condition on a disagreement `d`: it is on the row of the subject, or on an office of the border."""
    own = f"""d."table" = '{subject.table}' AND d.subject = :subject"""
    if subject.table != "borders":
        return own
    offices = "SELECT id FROM border_liaison_offices WHERE border_id = :subject"
    return f"""({own} OR d."table" = 'border_liaison_offices' AND d.subject IN ({offices}))"""
