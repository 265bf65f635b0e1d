import pytest
from sqlalchemy import Engine

from data.extracts.cells import list_columns, to_arrow
from data.extracts.datasets import DATASETS, Shape, find_dataset, list_parts, read_columns, read_rows
from data.filters import Filters
from data.schema.models import tables


@pytest.mark.parametrize("name", [name for name, each in DATASETS.items() if each.has_rows])
def test_every_data_set_can_be_read(name: str, engine: Engine) -> None:
    given = find_dataset(name)
    found = read_rows(given, engine, Filters(), {})
    assert to_arrow(read_columns(given, engine, Filters(), {})).equals(to_arrow(list_columns(found)))
    if given.table:
        assert {column.name for column in tables()[given.table].__table__.primary_key} <= set(found.columns)  # type: ignore[attr-defined]


def test_tables_joined_by_a_plus_are_one_data_set() -> None:
    given = find_dataset("speakers+events")
    assert list_parts(given) == ("speakers", "events")
    assert given.title == "Speakers, Events"
    with pytest.raises(KeyError, match="nothing"):
        find_dataset("nothing")
    with pytest.raises(ValueError, match="record has no rows of its own"):
        read_rows(find_dataset("record"), None, Filters(), {})  # type: ignore[arg-type]


def test_the_record_is_every_table() -> None:
    assert list_parts(DATASETS["record"]) == tuple(tables())
    assert Shape.RECORD in DATASETS["record"].shapes
