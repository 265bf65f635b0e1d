import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from data.schema.mart import ANY_PART, Part, role_bits
from data.schema.mart_tables import TABLES
from data.schema.vocabulary import OrganisationRole
from etl import pipeline
from etl.mart import tables
from etl.reporting.progress import ignore_progress
from tests.etl.folder import Folder

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


@pytest.fixture
def draft(store_path: Path, tmp_path: Path) -> Path:
    """The store of the invented rows without its mart."""
    path = tmp_path / "draft.sqlite"
    path.write_bytes(store_path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.commit()
    return path


def _dumped(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608
            for table in TABLES
        }


def _asked(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def test_the_mart_is_made_anew_from_the_public_tables_alone(draft: Path, store_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    engine = create_engine(f"sqlite:///{draft}", poolclass=NullPool)
    with engine.begin() as connection:
        tables.build_mart(connection, lambda *step: steps.append(step))
    assert {stage for stage, _, _ in steps} == {tables.STAGE}
    assert steps[-1][1] == steps[-1][2]
    for table, rows in _dumped(store_path).items():
        assert _dumped(draft)[table] == rows, table


def test_a_store_without_events_has_an_empty_mart(draft: Path) -> None:
    engine = create_engine(f"sqlite:///{draft}", poolclass=NullPool)
    linked = ("event_places", "event_organisations", "event_instruments", "event_themes", "speakers")
    with engine.begin() as connection:
        for table in (*linked, "claims", "recommendations", "statements", "agenda_items", "events"):
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        tables.build_mart(connection, ignore_progress)
        assert connection.execute(text("SELECT count(*) FROM read_events")).scalar() == 0
        assert connection.execute(text("SELECT sum(events) FROM read_names")).scalar() == 0


def test_events_are_numbered_by_first_else_last_day_the_undated_last(store_path: Path) -> None:
    assert _asked(store_path, "SELECT id FROM read_event_texts ORDER BY n") == [
        ("2020-before-decision",),
        ("2021-03-alphaville-course",),
        (ROUNDTABLE,),
        ("2022-betaburg-exercise",),
        ("2022-06-beta-office",),
        ("undated-delta-meeting",),
    ]


def test_publishers_and_months_add_up_what_was_read(store_path: Path) -> None:
    query = "SELECT publisher, pages, dated, months, events FROM read_publishers"
    assert _asked(store_path, query) == [
        ("Alpha", 1, 1, 1, 3),
        ("Beta", 1, 0, 0, 3),
        ("Beta News", 1, 1, 1, 1),
        ("Gamma", 1, 0, 0, 0),
    ]
    month = 2021 * 12 + 2
    query = "SELECT publisher, month, pages, events FROM read_months"
    assert _asked(store_path, query) == [(0, month, 1, 3), (2, month, 1, 1)]


@pytest.mark.parametrize(
    ("table", "id_", "facts"),
    [
        ("organisations", "gamma-uz", [(1, 8), (2, 2)]),
        ("people", "alfov-anna", [(2, 32)]),
        ("countries", "UZB", [(1, 0), (2, 0)]),
        ("themes", "drugs", [(2, 0), (3, 0)]),
    ],
)
def test_an_organisation_is_at_an_event_by_its_parts_and_others_for_the_search(
    table: str, id_: str, facts: list[tuple[int, int]], store_path: Path
) -> None:
    query = """SELECT f.n, f.roles FROM read_facts f JOIN read_names m ON m.number = f.number
WHERE m."table" = ? AND m.id = ? ORDER BY 1"""
    assert _asked(store_path, query, table, id_) == facts


def test_a_name_that_holds_the_separator_stays_one_part_of_a_list(folder: Folder) -> None:
    folder.edit("places.csv", "Alphaville", "Alpha; ville")
    path = pipeline.build(folder.path, folder.path.parent / "builds").path
    assert path is not None
    found = _asked(path, "SELECT places FROM read_event_texts WHERE places LIKE 'Alpha%'")
    assert {str(places).split("; ")[0] for (places,) in found} == {"Alpha, ville"}
    assert _asked(path, "SELECT name FROM places WHERE id = 'alphaville'") == [("Alpha; ville",)]


def test_disputed_fields_come_before_lists_and_ways_of_speaking(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "curated")
    folder.add("event_organisations.csv", f"{ROUNDTABLE},beta,organiser,alpha-2021-repost,,")
    folder.add("speakers.csv", f"{ROUNDTABLE},alfov-anna,speaker,beta-2022-page,,alpha,,written,letter,")
    path = pipeline.build(folder.path, tmp_path / "builds").path
    assert path is not None
    assert _asked(path, 'SELECT "table", subject, field FROM read_disagreements ORDER BY number') == [
        ("events", ROUNDTABLE, "participants"),
        ("events", ROUNDTABLE, "start_on"),
        ("speakers", f"{ROUNDTABLE}/alfov-anna", "mode"),
        ("event_organisations", ROUNDTABLE, "organisers"),
    ]


@pytest.mark.parametrize(("start", "year"), [("2100-12-31", 2100), ("1900-01-01", 1900)])
def test_the_first_and_last_day_of_the_record_have_months(start: str, year: int, folder: Folder) -> None:
    folder.edit("events.csv", "2022,,year,,true,The page prints no month.", f"{start},,day,,false,")
    folder.edit("claims.csv", "start_on,2022,", f"start_on,{start},")
    path = pipeline.build(folder.path, folder.path.parent / "builds").path
    assert path is not None
    query = """SELECT e.low / 12, e.high / 12 FROM read_events e JOIN read_event_texts r ON r.n = e.n
WHERE r.id = '2022-betaburg-exercise'"""
    assert _asked(path, query) == [(year, year)]


def test_the_bits_of_parts_are_those_of_the_schema() -> None:
    sql = tables.SQL.read_text(encoding="utf-8")
    assert {int(bits) for bits in re.findall(r"\broles & (\d+)", sql)} == {ANY_PART, Part.SPOKE}
    assert {int(bits) for bits in re.findall(r"max\(role & (\d+)\)", sql)} == {int(part) for part in Part}
    [named] = re.findall(r"CASE role (WHEN .*) ELSE (\d+) END", sql)
    bits = {role: int(bit) for role, bit in re.findall(r"WHEN '(\w+)' THEN (\d+)", named[0])}
    assert bits | {"invited": int(named[1])} == {str(role): role_bits((role,)) for role in OrganisationRole}
    [spoke] = re.findall(r"WHEN role IN \(.*\) THEN (\d+) ELSE 0", sql)
    assert int(spoke) == Part.SPOKE
