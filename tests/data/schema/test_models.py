import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from data.schema import models
from data.schema import vocabulary as v
from data.schema.models import (
    Claim,
    Event,
    EventOrganisation,
    Organisation,
    Row,
    Source,
    Sourced,
    Speaker,
    is_derived,
    tables,
    vocabulary_of,
)

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


def test_the_tables_and_their_order_are_public() -> None:
    assert list(tables()) == [
        "sources",
        "countries",
        "places",
        "organisations",
        "people",
        "events",
        "event_places",
        "event_organisations",
        "speakers",
        "instruments",
        "event_instruments",
        "borders",
        "border_liaison_offices",
        "coordination_centres",
        "office_organisations",
        "office_counts",
        "recommendations",
        "recommendation_follow_ups",
        "statements",
        "agenda_items",
        "themes",
        "event_themes",
        "recommendation_themes",
        "statement_themes",
        "claims",
        "aliases",
        "build",
        "organisation_positions",
        "warnings",
    ]


@pytest.mark.parametrize(("name", "model"), tables().items(), ids=tables())
def test_every_column_says_in_a_sentence_what_it_holds(name: str, model: type[Row]) -> None:
    silent = [
        f"{name}.{column}"
        for column, field in model.model_fields.items()
        if len(field.description or "") < 8 or not (field.description or "").endswith(".")
    ]
    assert silent == []
    assert (model.__doc__ or "").rstrip().endswith((".", ")."))


@pytest.mark.parametrize(("name", "model"), tables().items(), ids=tables())
def test_a_listed_column_names_its_values(name: str, model: type[Row]) -> None:
    for column, field in model.model_fields.items():
        if listed := vocabulary_of(model, column):
            assert (field.description or "").endswith(f" One of: {'; '.join(listed)}."), f"{name}.{column}"


@pytest.mark.parametrize(
    ("model", "column", "listed"),
    [
        (Event, "kind", v.EventKind),
        (Event, "date_precision", v.DatePrecision),
        (Organisation, "family", v.Family),
        (Speaker, "role", v.SpeakerRole),
        (Claim, "rank", v.Rank),
        (Event, "title", None),
        (Event, "start_on", None),
        (Claim, "is_inferred", None),
    ],
)
def test_the_list_of_a_column(model: type[SQLModel], column: str, listed: type[StrEnum] | None) -> None:
    assert vocabulary_of(model, column) is listed


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (Event, ["id"]),
        (Source, ["id"]),
        (EventOrganisation, ["event_id", "organisation_id", "role", "source_id"]),
        (Speaker, ["event_id", "person_id", "role", "source_id"]),
        (Claim, ["source_id", "table", "subject", "field", "value"]),
        (models.Alias, ["table", "spelling"]),
        (models.EventPlace, ["event_id", "place_id"]),
        (models.OfficeOrganisation, ["office_id", "organisation_id"]),
    ],
)
def test_the_key_of_a_table(model: type[Row], keys: list[str]) -> None:
    assert [column.name for column in model.metadata.tables[str(model.__tablename__)].primary_key] == keys


def test_what_the_etl_fills_is_derived() -> None:
    derived = [
        f"{table}.{column}"
        for table, model in tables().items()
        for column in model.model_fields
        if is_derived(model, column)
    ]
    assert derived == [
        "places.latitude",
        "places.longitude",
        "events.earliest",
        "events.begins_by",
        "events.ends_from",
        "events.latest",
        "border_liaison_offices.earliest",
        "border_liaison_offices.latest",
        "coordination_centres.earliest",
        "coordination_centres.latest",
        "recommendations.follow_up",
        "event_themes.is_derived",
        "claims.amount",
        "claims.bound",
        "claims.unit",
        "claims.is_disputed",
    ]


def test_a_fact_without_a_source_is_refused(store_path: Path) -> None:
    facts = [name for name, model in tables().items() if issubclass(model, Sourced)]
    with closing(sqlite3.connect(store_path)) as store:
        for name in facts:
            columns = {row[1]: row[3] for row in store.execute(f'PRAGMA table_info("{name}")')}
            assert columns["source_id"] == 1, f"{name}.source_id may be empty"


@pytest.fixture
def writable(store_path: Path) -> "sqlite3.Connection":
    """A copy of the store in memory, as the ETL would write it."""
    copy = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(f"file:{store_path}?mode=ro", uri=True)) as store:
        store.backup(copy)
    copy.execute("PRAGMA foreign_keys = ON")
    return copy


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("UPDATE events SET kind = 'party'", "CHECK constraint failed: kind_listed"),
        ("UPDATE events SET date_precision = ''", "CHECK constraint failed: date_precision_listed"),
        ("UPDATE events SET confidence = 'HIGH'", "CHECK constraint failed: confidence_listed"),
        ("UPDATE organisations SET family = 'un'", "CHECK constraint failed: family_listed"),
        ("UPDATE speakers SET mode = 'asleep'", "CHECK constraint failed: mode_listed"),
        ("UPDATE claims SET rank = 'best'", "CHECK constraint failed: rank_listed"),
        ("UPDATE event_organisations SET role = 'guest'", "CHECK constraint failed: role_listed"),
        ("UPDATE places SET latitude = 90.1", "CHECK constraint failed: latitude_bounded"),
        ("UPDATE places SET longitude = -180.1", "CHECK constraint failed: longitude_bounded"),
        ("UPDATE border_liaison_offices SET radius_km = 0", "CHECK constraint failed: radius_km_bounded"),
        ("UPDATE borders SET length_km = -1", "CHECK constraint failed: length_km_bounded"),
        ("UPDATE office_counts SET number = -1", "CHECK constraint failed: number_bounded"),
        ("UPDATE recommendations SET position = 0", "CHECK constraint failed: position_bounded"),
        ("UPDATE events SET title = NULL", "NOT NULL constraint failed: events.title"),
        ("UPDATE events SET source_id = 'nobody'", "FOREIGN KEY constraint failed"),
        ("UPDATE organisations SET name = 'ALPHA'", "UNIQUE constraint failed: organisations.name"),
    ],
)
def test_the_database_itself_refuses_bad_values(
    writable: sqlite3.Connection, change: str, problem: str
) -> None:
    with closing(writable), pytest.raises(sqlite3.IntegrityError, match=problem):
        writable.execute(change)


def test_the_database_takes_what_is_on_the_bound_or_not_stated(writable: sqlite3.Connection) -> None:
    with closing(writable):
        writable.execute("UPDATE places SET latitude = 90, longitude = -180")
        writable.execute("UPDATE office_counts SET number = 0")
        changed = writable.execute("UPDATE border_liaison_offices SET radius_km = NULL").rowcount
    assert changed == 4


SOURCE = {
    "id": "alpha",
    "publisher": "Alpha",
    "originator": "alpha",
    "about": "About.",
    "kind": "document",
    "language": "en",
    "url_status": "read",
    "extent": "whole",
}


def test_a_good_row_is_taken_and_coerced() -> None:
    source = Source.model_validate(SOURCE | {"published_on": "2021-03"})
    assert (source.kind, source.published_on, source.url) == (v.SourceKind.DOCUMENT, "2021-03", None)


@pytest.mark.parametrize(
    "bad",
    [
        {"id": "Alpha"},
        {"id": "a--b"},
        {"id": "a" * 91},
        {"publisher": ""},
        {"publisher": "x" * 2001},
        {"kind": "book"},
        {"language": "eng"},
        {"published_on": "2021-13"},
        {"url": "javascript:alert(1)"},
        {"sha256": "0" * 63},
        {"sha256": "Z" * 64},
    ],
    ids=lambda bad: "=".join(f"{k}{x[:20]}" for k, x in bad.items()),
)
def test_a_bad_row_is_refused(bad: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(bad))):
        Source.model_validate(SOURCE | bad)
