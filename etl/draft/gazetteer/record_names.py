"""Everything that the record knows by name: organisations, people, places, instruments, and its own words."""

import re
from collections import defaultdict
from dataclasses import dataclass

from etl.draft.gazetteer import countries, national_bodies
from etl.draft.gazetteer.curated_rows import Cells, CuratedRows
from etl.draft.gazetteer.spellings import Spellings
from etl.draft.gazetteer.tokens import CYRILLIC

NAME_COLUMNS = ("name", "full_name", "name_russian", "name_cyrillic")
BRACKET = re.compile(r"\s*\([^)]*\)$")
SMALL_WORD = re.compile(r"(?<![\w-])[a-zа-яё]{3,}(?![\w-])")
PROSE = ("about", "title", "note", "text", "scope", "participants_as_stated", "reason")
"""Columns in our own words, whose small words are no names."""
LEAST_REPORTS = 4
"""Of so many reports the share that a publisher organised tells something."""


@dataclass(frozen=True, slots=True)
class RecordNames:
    organisations: Spellings
    national: Spellings
    """Names that bodies of several countries share."""
    people: Spellings
    places: Spellings
    instruments: Spellings
    rows: dict[str, dict[str, Cells]]
    """By table and id."""
    cities: dict[str, str]
    """By GeoNames number the row of the place."""
    states: dict[str, str]
    """By country the row of its state."""
    parents: dict[str, str]
    given_names: frozenset[str]
    common_words: frozenset[str]
    own_reports: dict[str, float]
    """By publisher the share of the events that it reports and organised itself."""

    def country_of(self, organisation: str) -> str:
        return self.rows["organisations"].get(organisation, {}).get("country_id", "")


def record_names(record: CuratedRows) -> RecordNames:
    organisations, aliases = record.rows("organisations"), record.rows("aliases")
    shared = list(national_bodies.list_shared_names(organisations, aliases))
    short = {name for name, _ in shared}
    own = [pair for pair in _spelled(record, "organisations") if pair[0] not in short]
    ids = {row["id"] for row in organisations}
    own += [(name, row) for name, row in national_bodies.INTERNATIONAL.items() if row in ids]
    return RecordNames(
        Spellings(pair for pair in own if not countries.names().ids(pair[0])),
        Spellings(shared),
        Spellings(_spelled(record, "people")),
        Spellings(_spelled(record, "places")),
        Spellings(_spelled(record, "instruments")),
        {
            table: record.by_id(table)
            for table in ("organisations", "people", "places", "instruments", "events")
        },
        {row["geonames_id"]: row["id"] for row in record.rows("places") if row["geonames_id"]},
        {row["country_id"]: row["id"] for row in organisations if row["kind"] == "state"},
        _parents(organisations),
        _given_names(record),
        _common_words(record),
        _own_reports(record),
    )


def _spelled(record: CuratedRows, table: str) -> list[tuple[str, str]]:
    """Every spelling of every row: names, without what stands in brackets, UN written out or not, aliases."""
    known = record.by_id(table)
    found = [
        (form, row["id"])
        for row in known.values()
        for column in NAME_COLUMNS
        for form in _forms(row.get(column) or "")
    ]
    aliases = (row for row in record.rows("aliases") if row["table"] == table and row["id"] in known)
    return [*found, *((form, row["id"]) for row in aliases for form in _forms(row["spelling"]))]


def _forms(name: str) -> set[str]:
    forms = {name, BRACKET.sub("", name)}
    forms |= {form.replace("United Nations", "UN") for form in forms}
    forms |= {re.sub(r"\bUN\b", "United Nations", form) for form in forms}
    return {form for form in forms if len(form) > 1}


def _parents(organisations: list[Cells]) -> dict[str, str]:
    """The body that each belongs to, where that is a row too and no state."""
    rows = {row["name"]: row for row in organisations} | {row["id"]: row for row in organisations}
    found = {row["id"]: rows.get(row["parent"] or "") for row in organisations}
    return {row: parent["id"] for row, parent in found.items() if parent and parent["kind"] != "state"}


def _given_names(record: CuratedRows) -> frozenset[str]:
    parts = (row["name"].split() for row in record.rows("people"))
    return frozenset(word for words in parts for word in words[:-1] if len(word) > 2)


def _common_words(record: CuratedRows) -> frozenset[str]:
    """Words that the record writes small: no page means a person by them."""
    cells = (row.get(column) or "" for rows in record.tables.values() for row in rows for column in PROSE)
    return frozenset(word for cell in cells for word in SMALL_WORD.findall(cell) if not CYRILLIC.search(word))


def _own_reports(record: CuratedRows) -> dict[str, float]:
    originators = {row["id"]: row["originator"] for row in record.rows("sources")}
    parents = _parents(record.rows("organisations"))
    led: dict[str, set[str]] = defaultdict(set)
    for row in record.rows("event_organisations"):
        if row["role"] == "organiser":
            led[row["event_id"]] |= {row["organisation_id"], parents.get(row["organisation_id"], "")}
    reports: dict[str, list[bool]] = defaultdict(list)
    for row in record.rows("events"):
        publisher = originators.get(row["source_id"], "")
        reports[publisher].append(publisher in led[row["id"]])
    return {who: sum(own) / len(own) for who, own in reports.items() if len(own) >= LEAST_REPORTS}
