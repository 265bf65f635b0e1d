"""What has to do with one thing, held to a plain reading of the public tables for every thing there is."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import Filters, Subject
from data.links import THINGS
from data.queries.disagreements import fields as disagreements
from data.queries.events import list as events
from data.queries.offices import list as offices
from data.queries.recommendations import list as recommendations
from data.queries.recommendations import statements
from data.queries.sources import list as sources
from tests.data.queries.oracle.record import Record, Row, event_countries, event_sources

LINKS = {
    "organisations": ("organisation_id", ("event_organisations", "speakers")),
    "people": ("person_id", ("speakers",)),
    "places": ("place_id", ("event_places",)),
    "instruments": ("instrument_id", ("event_instruments",)),
    "themes": ("theme_id", ("event_themes",)),
}
SAID = {
    "organisations": ("organisation_id", "addressee_id"),
    "people": ("person_id",),
    "instruments": ("instrument_id",),
    "sources": ("source_id",),
}


@pytest.fixture(scope="module")
def record(store_path: Path) -> Record:
    return Record(store_path)


def own_events(record: Record, table: str, identity: str) -> set[str]:
    """The events of a thing, read from the public tables row by row."""
    if table == "events":
        return {identity}
    if table == "recommendations":
        return {row["event_id"] for row in record.rows(table, "id", identity) if row["event_id"]}
    if table in LINKS:
        column, links = LINKS[table]
        return {row["event_id"] for link in links for row in record.tables[link] if row[column] == identity}
    if table == "sources":
        return {event["id"] for event in record.events if identity in event_sources(record, event)}
    if table == "countries":
        return {event["id"] for event in record.events if identity in event_countries(record, event)}
    column = "id" if table == "border_liaison_offices" else "border_id"
    return {
        event["id"]
        for office in record.rows("border_liaison_offices", column, identity)
        for event in record.events
        if (event["kind"] == "opening" and event["source_id"] == office["source_id"])
        or any(
            row["place_id"] == office["id"] for row in record.rows("event_places", "event_id", event["id"])
        )
    }


def own_said(record: Record, table: str, identity: str, said: str) -> set[str]:
    """Its recommendations or statements, in the same way."""

    def is_own(row: Row) -> bool:
        if table == "recommendations":
            return bool(said == table and row["id"] == identity)
        if table in SAID:
            return any(row.get(column) == identity for column in SAID[table])
        if table == "themes":
            one = said.removesuffix("s")
            links = record.rows(f"{one}_themes", f"{one}_id", row["id"])
            return any(link["theme_id"] == identity for link in links)
        return row["event_id"] in own_events(record, table, identity)

    return {row["id"] for row in record.tables[said] if is_own(row)}


@pytest.mark.parametrize("table", THINGS)
def test_every_thing_has_its_own_events_and_what_was_said(table: str, record: Record, engine: Engine) -> None:
    for row in record.tables[table]:
        filters = Filters(subject=Subject(table, row["id"]))
        found = engines.read_records(engine, events.list_events(filters))
        assert {event["id"] for event in found} == own_events(record, table, row["id"]), row["id"]
        for said, ask in (
            ("recommendations", recommendations.list_recommendations),
            ("statements", statements.list_statements),
        ):
            rows = engines.read_records(engine, ask(filters))
            assert {each["id"] for each in rows} == own_said(record, table, row["id"], said), row["id"]


def test_a_subject_and_other_filters_narrow_together(engine: Engine) -> None:
    filters = Filters(kinds=("conference",), subject=Subject("people", "alfov-anna"))
    assert engines.read_records(engine, events.count_events(filters))[0]["events"] == 1
    other = Filters(kinds=("training",), subject=Subject("people", "alfov-anna"))
    assert engines.read_records(engine, events.count_events(other))[0]["events"] == 0


@pytest.mark.parametrize(
    ("table", "identity", "found"),
    [
        ("people", "alfov-anna", ["alpha-2021-report", "alpha-2021-repost"]),
        ("borders", "TJK-UZB", ["alpha-2021-report", "gamma-gazetteer"]),
        ("sources", "gamma-gazetteer", ["gamma-gazetteer"]),
        ("themes", "early-warning", ["alpha-2021-report", "alpha-2021-repost"]),
    ],
)
def test_sources_state_the_row_or_report_its_events(
    table: str, identity: str, found: list[str], engine: Engine
) -> None:
    filters = Filters(subject=Subject(table, identity))
    rows = engines.read_records(engine, sources.list_sources(filters))
    assert sorted(row["id"] for row in rows) == found
    assert engines.read_records(engine, sources.count_sources(filters))[0]["sources"] == len(found)


@pytest.mark.parametrize(
    ("table", "identity", "number"),
    [
        ("places", "alphaville", 2),
        ("instruments", "alpha-plan", 2),
        ("instruments", "beta-treaty", 0),
        ("borders", "KAZ-UZB", 0),
    ],
)
def test_disagreements_are_on_its_row_or_on_its_events(
    table: str, identity: str, number: int, engine: Engine
) -> None:
    filters = Filters(subject=Subject(table, identity))
    assert engines.read_records(engine, disagreements.count_disagreements(filters)) == [{"matters": number}]


@pytest.mark.parametrize(
    ("table", "identity", "found"),
    [
        ("borders", "TJK-UZB", ["gamma-crossing", "omega-post"]),
        ("countries", "KAZ", ["psi-post"]),
        ("places", "gamma-crossing", ["gamma-crossing"]),
        ("border_liaison_offices", "psi-post", ["psi-post"]),
        ("sources", "beta-2022-page", ["psi-post"]),
        ("themes", "drugs", []),
        ("people", "alfov-anna", []),
    ],
)
def test_offices_have_to_do_with_a_thing(table: str, identity: str, found: list[str], engine: Engine) -> None:
    rows = engines.read_records(engine, offices.list_offices(Filters(subject=Subject(table, identity))))
    assert [row["id"] for row in rows] == found
