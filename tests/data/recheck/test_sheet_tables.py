import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import Filters
from data.parsers.sheets import Sheet
from data.queries import tables as queries
from data.recheck import sheet_tables
from data.schema.models import tables


def sheet(title: str, columns: tuple[str, ...]) -> Sheet:
    return Sheet("x.csv", title, columns, (), ())


@pytest.mark.parametrize("name", tables())
def test_a_table_is_known_by_its_columns_alone(name: str, engine: Engine) -> None:
    header = tuple(engines.answer(engine, queries.list_rows(name, Filters())).names)
    assert sheet_tables.find_table(sheet("my file", header)) == name
    assert sheet_tables.find_table(sheet("x", (*header[::-1], "source_ids", "claim_ids"))) == name


@pytest.mark.parametrize("name", ["events", "people", "places", "sources", "claims"])
def test_a_table_is_known_though_a_column_bears_another_name(name: str) -> None:
    header = ["renamed" if column == "note" else column for column in tables()[name].model_fields]
    assert sheet_tables.find_table(sheet("x", tuple(header))) == name


def test_names_come_before_columns() -> None:
    known = ["events", "event_places", "offices"]
    assert sheet_tables.find_name(sheet("offices", ()), known) == "offices"
    assert sheet_tables.find_name(sheet("chegara_event_places_all_0a1b2c3d4e5f", ()), known) == "event_places"
    assert sheet_tables.find_name(sheet("chegara_eventful_all_0a1b", ()), known) is None
    assert sheet_tables.find_name(sheet("events (1)", ()), known) is None


def test_the_name_of_a_file_tells_its_release() -> None:
    name = "chegara_events_unodc_from-2021-01-01_2026.11.1_0a1b2c3d4e5f"
    assert (
        sheet_tables.find_release(sheet(name, ()))
        == sheet_tables.find_release(sheet(f"{name} (1)", ()))
        == "2026.11.1"
    )
    assert sheet_tables.find_release(sheet("events_2026.11.1_0a1b2c3d4e5f", ())) is None
    assert sheet_tables.find_release(sheet("chegara_events_all_0a1b2c3d4e5f", ())) is None


def test_what_holds_no_key_is_no_table() -> None:
    assert sheet_tables.find_table(sheet("x", ("title", "date"))) is None
