import pytest

from data.extracts.cells import to_arrow
from data.extracts.frame import Frame, Tally
from tests.data.extracts.conftest import Make


def test_it_names_each_source_that_its_rows_rest_on() -> None:
    rows = to_arrow({"id": ["x", "y", "z"], "source_ids": ["a | b", None, "b"]})
    assert Frame("events", "Events", rows, 3).source_ids == {"a", "b"}


@pytest.mark.parametrize("form", ["csv", "zip", "xlsx"])
def test_rows_without_a_column_of_sources_rest_on_none(make: Make, form: str) -> None:
    assert Frame("coverage", "What was read", to_arrow({"month": ["2022-03"]}), 1).source_ids == set()
    assert make("coverage", form)


def test_its_tally_counts_how_rows_match_a_range_of_dates() -> None:
    rows = to_arrow({"id": ["x", "y", "z"], "date_match": ["possibly", "certainly", "possibly"]})
    found = Frame("events", "Events", rows, 9).tally
    assert found == Tally("events", 3, 9, {"possibly": 2, "certainly": 1})
