"""Matters on which sources differ: disputed values, ways of speaking, and organisers."""

from collections import defaultdict
from enum import IntEnum
from functools import cache

from data.filters import Subject
from data.schema.vocabulary import OrganisationRole, SpeakerMode
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import Record, Row, first_day, match_events


class Sort(IntEnum):
    """What differs, in the order of the list."""

    EVENT, OTHER, MODE, ORGANISERS = range(4)


Matter = tuple[Sort, str, str, str, str | None]
"""Sort, table, subject, field, and the event that it is of."""


def _matching_matters(record: Record, case: Case) -> list[Matter]:
    """Those of the newest events first; under filters those of matching events alone."""
    events = match_events(record, case.filters)
    return [
        matter
        for matter in _matters(record)
        if case.filters.is_empty or matter[-1] in events or _is_of(record, case.filters.subject, matter)
    ]


def _is_of(record: Record, subject: Subject | None, matter: Matter) -> bool:
    """Whether it is on the row of the subject, or on an office of the border."""
    _, table, own, _, _ = matter
    if subject and subject.table == "borders" and table == "border_liaison_offices":
        return bool(record.row(table, own)["border_id"] == subject.id)
    return subject == (table, own)


def _as_rows(matters: list[Matter]) -> list[Row]:
    return [{"table": table, "subject": subject, "field": field} for _, table, subject, field, _ in matters]


def matter_page(record: Record, case: Case) -> list[Row]:
    return _as_rows(_matching_matters(record, case)[case.first : case.first + case.most])


def count_matters(record: Record, case: Case) -> Row:
    return {"matters": len(_matching_matters(record, case))}


def foremost_matters(record: Record, case: Case) -> list[Row]:
    """Of those on single values: numbers of participants of events first, then other matters of the list."""
    values = [matter for matter in _matching_matters(record, case) if matter[0] <= Sort.OTHER]
    return _as_rows(sorted(values, key=_is_less_urgent)[: case.most])


def _is_less_urgent(matter: Matter) -> bool:
    return matter[1] != "events" or matter[3] != "participants"


@cache
def _matters(record: Record) -> list[Matter]:
    found = [*_disputed_values(record), *_disputed_modes(record), *_disputed_organisers(record)]
    found = sorted(found, key=lambda each: _order(record, each))
    found = sorted(found, key=lambda each: first_day(record.row("events", each[-1])), reverse=True)
    return sorted(found, key=lambda each: each[0])


def _order(record: Record, matter: Matter) -> tuple[str, ...]:
    """Of matters of one sort and first day: by table, event or else subject, person, field."""
    sort, table, subject, field, event = matter
    name = record.row("people", subject.split("/")[1])["name"] if sort == Sort.MODE else ""
    return table, event or subject, name, field


def _disputed_values(record: Record) -> set[Matter]:
    claims = [row for row in record.tables["claims"] if row["is_disputed"]]
    return {
        (Sort.EVENT, "events", row["subject"], row["field"], row["subject"])
        if row["table"] == "events"
        else (Sort.OTHER, row["table"], row["subject"], row["field"], None)
        for row in claims
    }


def _disputed_modes(record: Record) -> list[Matter]:
    """People of whom sources state several ways in which they took part."""
    modes = defaultdict(set)
    for row in record.tables["speakers"]:
        if row["mode"] != SpeakerMode.NOT_STATED:
            modes[row["event_id"], row["person_id"]].add(row["mode"])
    return [
        (Sort.MODE, "speakers", f"{event}/{person}", "mode", event)
        for (event, person), stated in modes.items()
        if len(stated) > 1
    ]


def _disputed_organisers(record: Record) -> list[Matter]:
    """Events of which not every source that names an organiser names all of them."""
    named = defaultdict(set)
    for row in record.tables["event_organisations"]:
        if row["role"] == OrganisationRole.ORGANISER:
            named[row["event_id"]].add((row["organisation_id"], row["source_id"]))
    return [
        (Sort.ORGANISERS, "event_organisations", event, "organisers", event)
        for event, pairs in named.items()
        if len(pairs) < len({body for body, _ in pairs}) * len({source for _, source in pairs})
    ]
