import pytest
from sqlalchemy import Engine

from data.extracts.cells import arrow, listed
from data.extracts.datasets import DATASETS, Shape, columns, named, names, rows
from data.filters import Filters
from data.schema.models import tables


@pytest.mark.parametrize("name", [name for name, each in DATASETS.items() if each.has_rows])
def test_every_data_set_can_be_read(name: str, engine: Engine) -> None:
    given = named(name)
    found = rows(given, engine, Filters(), {})
    assert arrow(columns(given, engine, Filters(), {})).equals(arrow(listed(found)))
    if given.table:
        assert {column.name for column in tables()[given.table].__table__.primary_key} <= set(found.columns)  # type: ignore[attr-defined]


def test_tables_joined_by_a_plus_are_one_data_set() -> None:
    given = named("speakers+events")
    assert names(given) == ("speakers", "events")
    assert given.title == "Speakers, Events"
    with pytest.raises(KeyError, match="nothing"):
        named("nothing")
    with pytest.raises(ValueError, match="record has no rows of its own"):
        rows(named("record"), None, Filters(), {})  # type: ignore[arg-type]


def test_settings_of_a_page_narrow_its_rows(engine: Engine) -> None:
    offices = rows(named("offices"), engine, Filters(), {"border": "TJK-UZB"})
    assert set(offices["border_id"]) <= {"TJK-UZB"}
    assert len(rows(named("offices"), engine, Filters(), {"known": "1990-01-01"})) == 0
    said = rows(named("statements-list"), engine, Filters(), {"said": "offer"})
    assert set(said["kind"]) == {"offer"}
    assert len(rows(named("office-counts"), engine, Filters(), {"known": "1990-01-01"})) == 0


def test_the_record_is_every_table() -> None:
    assert names(DATASETS["record"]) == tuple(tables())
    assert Shape.RECORD in DATASETS["record"].shapes
