"""The rows that a build holds: every event has its line, in the order of the list."""

import json
from datetime import date

import pytest

from data.filters import Filters
from data.queries.events.held import ADDRESS, BETWEEN, BLOCK, list_blocks, list_numbers
from data.queries.events.list import OWN, list_events
from tests.data.queries.conftest import Ask


@pytest.mark.parametrize("filters", [Filters(), Filters(since=date(2021, 3, 4)), Filters(words="beta")])
def test_numbers_lead_to_the_rows_of_the_list(filters: Filters, ask: Ask) -> None:
    listed, found = ask(list_events(filters)), ask(list_numbers(filters))
    blocks = {block: rows.split(BETWEEN) for block, rows in ask(list_blocks({0, 1}), "block", "whole")}
    rows = [
        json.loads(blocks[n // BLOCK][n % BLOCK].replace(ADDRESS, b"")) for n in (each["n"] for each in found)
    ]
    assert [row["id"] for row in rows] == [row["id"] for row in listed]
    assert [row.get("date_match") for row in found] == [row.get("date_match") for row in listed]
    assert ask(list_numbers(filters, 1, 2)) == found[1:3]


def test_the_last_block_is_partial_and_own_rows_have_the_columns_of_events(ask: Ask) -> None:
    blocks = [
        (block, rows.split(BETWEEN))
        for block, rows in ask(list_blocks({0, 1, 2}, is_own=True), "block", "own")
    ]
    assert [(block, len(rows)) for block, rows in sorted(blocks)] == [(0, BLOCK), (1, 2)]
    assert {tuple(json.loads(row)) for _, rows in blocks for row in rows} == {OWN}
