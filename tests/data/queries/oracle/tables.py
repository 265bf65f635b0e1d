"""How many rows of each public table match, and the choices that the filters offer."""

from collections import Counter
from collections.abc import Collection

from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import (
    HELD,
    Record,
    Row,
    event_bodies,
    event_countries,
    match_events,
    matching_events,
    with_match,
)

PARENTS = {
    "recommendation_themes": "recommendations",
    "recommendation_follow_ups": "recommendations",
    "statement_themes": "statements",
}


def count_rows(record: Record, case: Case) -> list[Row]:
    """By table, in the order of the models, the rows of matching events; a table without events is whole."""
    events = None if case.filters.is_empty else match_events(record, case.filters)
    return [
        {"table": table, "rows": sum(_is_of(record, events, table, row) for row in rows), "of": len(rows)}
        for table, rows in record.tables.items()
    ]


def _is_of(record: Record, events: Collection[str] | None, table: str, row: Row) -> bool:
    """Whether the row is of one of these events, or of a table that filters do not narrow."""
    if events is None:
        return True
    if parent := PARENTS.get(table):
        return _is_of(record, events, parent, record.row(parent, row[f"{parent.removesuffix('s')}_id"]))
    column = "id" if table == "events" else "event_id"
    return column not in row or row[column] in events


def first_events(record: Record, case: Case) -> list[Row]:
    """Of the table of events those with the first ids."""
    found = sorted(matching_events(record, case.filters), key=lambda each: each[0]["id"])
    rows = [with_match({"id": event["id"]}, case.filters, certainty) for event, certainty in found]
    return rows[: case.most]


def list_countries(record: Record, _: Case) -> list[Row]:
    """Countries of any event, those of Central Asia first, then by name."""
    counts = [event_countries(record, event) for event in record.events]
    return [
        {"id": row["id"], "name": row["name"], "events": number}
        for row in sorted(
            record.tables["countries"], key=lambda row: (not row["is_central_asia"], row["name"])
        )
        if (number := sum(row["id"] in codes for codes in counts))
    ]


def list_themes(record: Record, _: Case) -> list[Row]:
    """All themes by name."""
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "events": len(record.rows("event_themes", "theme_id", row["id"])),
        }
        for row in sorted(record.tables["themes"], key=lambda row: str(row["name"]))
    ]


def count_values(record: Record, case: Case) -> list[Row]:
    """By field and value the matching events that have it; organisations with one of the roles."""
    counts: Counter[tuple[str, str]] = Counter()
    for event, _ in matching_events(record, case.filters):
        counts.update(("organisations", id_) for id_ in event_bodies(record, event, case.filters.roles))
        for field, held in HELD.items():
            counts.update((field, value) for value in held(record, event))
    return [{"field": field, "value": value, "events": number} for (field, value), number in counts.items()]
