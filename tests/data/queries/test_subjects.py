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
from tests.data.queries.oracle.record import OF_SUBJECT, Record
from tests.data.queries.oracle.statements import is_said_of


@pytest.fixture(scope="module")
def record(store_path: Path) -> Record:
    return Record(store_path)


def own_events(record: Record, subject: Subject) -> set[str]:
    """The events of a thing, read from the public tables row by row."""
    return {event["id"] for event in record.events if subject.id in OF_SUBJECT[subject.table](record, event)}


def own_said(record: Record, subject: Subject, said: str) -> set[str]:
    """Its recommendations or statements, in the same way."""
    return {row["id"] for row in record.tables[said] if is_said_of(record, said, row, subject)}


@pytest.mark.parametrize("table", THINGS)
def test_every_thing_has_its_own_events_and_what_was_said(table: str, record: Record, engine: Engine) -> None:
    for row in record.tables[table]:
        filters = Filters(subject=Subject(table, row["id"]))
        found = engines.read_records(engine, events.list_events(filters))
        assert {event["id"] for event in found} == own_events(record, Subject(table, row["id"])), row["id"]
        for said, ask in (
            ("recommendations", recommendations.list_recommendations),
            ("statements", statements.list_statements),
        ):
            rows = engines.read_records(engine, ask(filters))
            assert {each["id"] for each in rows} == own_said(record, Subject(table, row["id"]), said), row[
                "id"
            ]


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
