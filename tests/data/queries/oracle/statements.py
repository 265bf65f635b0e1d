"""What was said, other than recommendations; and how statements and recommendations match filters alike."""

from collections import Counter
from functools import cache

from data.filters import CERTAINLY, Filters, Subject
from data.schema.vocabulary import StatementKind
from data.values.text import search_terms
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import (
    HELD,
    OF_SUBJECT,
    Record,
    Row,
    date_certainty,
    event_countries,
    event_states,
    first_day,
    has_words,
    is_asked,
    joined,
    with_match,
    words_in,
)
from tests.data.queries.oracle.sources import citation

Found = list[tuple[Row, str]]
"""Rows that match, in the order of the list, each with its certainty."""
OWN_COLUMNS = {
    "organisations": ("organisation_id", "addressee_id"),
    "people": ("person_id",),
    "instruments": ("instrument_id",),
    "sources": ("source_id",),
}
"""By table of a subject the columns that may name it."""


def matching_rows(record: Record, filters: Filters, table: str, bodies: tuple[str, ...]) -> Found:
    """Person, instrument, publisher, themes and words are the row's own, the rest its event's; no roles."""
    found, terms = [], search_terms(filters.words)
    for row in _newest_first(record, table):
        event = record.row("events", row["event_id"])
        certainty = date_certainty(event, filters)
        if (
            certainty
            and is_asked(filters.kinds, {event["kind"]} if event else set())
            and is_asked(filters.forms, {event["form"]} if event else set())
            and is_asked(filters.countries, event_countries(record, event) if event else set())
            and is_asked(filters.borders, HELD["borders"](record, event) if event else set())
            and is_asked(filters.follow_ups, event_states(record, event) if event else set())
            and (not filters.subject or is_said_of(record, table, row, filters.subject))
            and is_asked(filters.people, {row["person_id"]})
            and is_asked(filters.instruments, {row["instrument_id"]})
            and is_asked(filters.publishers, {record.row("sources", row["source_id"])["publisher"]})
            and is_asked(filters.themes, set(theme_ids(record, table, row)))
            and _is_by(filters, {row[name] for name in bodies})
            and (not terms or has_words(_words(record, row), terms))
        ):
            found.append((row, certainty))
    return found


def is_said_of(record: Record, table: str, row: Row, subject: Subject) -> bool:
    """Whether it is by, to, in or on the subject; of one that cannot be so, made at one of its events."""
    if subject.table == "themes":
        return subject.id in theme_ids(record, table, row)
    if subject.table in ("recommendations", "statements"):
        return table == subject.table and bool(row["id"] == subject.id)
    if columns := OWN_COLUMNS.get(subject.table):
        return subject.id in {row.get(column) for column in columns}
    event = record.row("events", row["event_id"])
    return bool(event) and subject.id in OF_SUBJECT[subject.table](record, event)


def _is_by(filters: Filters, bodies: set[str]) -> bool:
    return is_asked(filters.organisations, bodies, all_of_them=filters.match_all)


@cache
def _newest_first(record: Record, table: str) -> list[Row]:
    """By first day of the event, the latest first; of those without one, what has no event comes first."""
    rows = sorted(record.tables[table], key=lambda row: (row["source_id"], row["position"], row["id"]))
    rows = sorted(rows, key=lambda row: row["event_id"] or "")
    return sorted(rows, key=lambda row: first_day(record.row("events", row["event_id"])), reverse=True)


def theme_ids(record: Record, table: str, row: Row) -> list[str]:
    one = table.removesuffix("s")
    return [link["theme_id"] for link in record.rows(f"{one}_themes", f"{one}_id", row["id"])]


def _words(record: Record, row: Row) -> set[str]:
    """Its own words, and all names of who asks or speaks and of who is asked."""
    names = [("people", row["person_id"])]
    names += [("organisations", row.get(name)) for name in ("organisation_id", "addressee_id")]
    called = [name for table, id_ in names if id_ for name in record.spellings[table, id_]]
    return words_in(row["text"], row.get("addressee"), *called)


def matching_statements(record: Record, filters: Filters) -> Found:
    """Organisations match as the one whose statement it is."""
    return certain_first(matching_rows(record, filters, "statements", ("organisation_id",)))


def certain_first(found: Found) -> Found:
    """What is only possibly in the range of dates comes last."""
    return sorted(found, key=lambda pair: pair[1] != CERTAINLY)


def list_statements(record: Record, case: Case) -> list[Row]:
    return [
        shared_columns(record, "statements", row, case, certainty) | {"kind": row["kind"]}
        for row, certainty in matching_statements(record, case.filters)
    ]


def statement_page(record: Record, case: Case) -> list[Row]:
    """Kind by kind in the order asked for."""
    rows = list_statements(record, case)
    shown = [row for kind in case.statement_kinds for row in rows if row["kind"] == kind]
    return shown[case.first : case.first + case.most]


def one_statement(record: Record, case: Case) -> list[Row]:
    return [row for row in list_statements(record, case) if row["id"] == case.statement]


def count_statement_kinds(record: Record, case: Case) -> list[Row]:
    counts = Counter(row["kind"] for row, _ in matching_statements(record, case.filters))
    return [{"kind": kind, "statements": counts[kind]} for kind in StatementKind if counts[kind]]


def shared_columns(record: Record, table: str, row: Row, case: Case, certainty: str) -> Row:
    body, event = (
        record.row(name, row[key])
        for name, key in (("organisations", "organisation_id"), ("events", "event_id"))
    )
    themes = sorted(record.row("themes", id_)["name"] for id_ in theme_ids(record, table, row))
    found = {
        **{name: row[name] for name in ("id", "position", "text")},
        "person": record.row("people", row["person_id"]).get("name"),
        "organisation": body.get("name"),
        "family": body.get("family"),
        "themes": joined(themes),
        "instrument": record.row("instruments", row["instrument_id"]).get("name"),
        "event_id": event.get("id"),
        "event": event.get("title"),
        **{f"event_{name}": event.get(name) for name in ("start_on", "end_on", "date_precision")},
        "event_date_as_stated": event.get("date_as_stated"),
        **citation(record, row["source_id"]),
    }
    return with_match(found, case.filters, certainty)
