"""The rows that a build holds: those of the list, in its order."""

import json
from datetime import date

import pytest

from data.filters import Filters
from data.queries.events.held import ADDRESS, list_rows
from data.queries.events.list import OWN, list_events
from tests.data.queries.conftest import Ask


@pytest.mark.parametrize("filters", [Filters(), Filters(since=date(2021, 3, 4)), Filters(words="beta")])
def test_rows_are_those_of_the_list_in_its_order(filters: Filters, ask: Ask) -> None:
    listed, found = ask(list_events(filters)), ask(list_rows(filters))
    rows = [json.loads((row["own"] + row["more"]).replace(ADDRESS, b"")) for row in found]
    assert [row["id"] for row in rows] == [row["id"] for row in listed]
    assert [row.get("date_match") for row in found] == [row.get("date_match") for row in listed]
    assert ask(list_rows(filters, 1, 2)) == found[1:3]
    own = ask(list_rows(filters, is_own=True), "own")
    assert own == [row["own"] for row in found]
    assert {tuple(json.loads(text + b"}")) for text in own} == {OWN}
