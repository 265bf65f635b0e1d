"""Events by number, and the blocks that hold their rows."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import Filters
from data.queries.events import held
from data.queries.events import list as events

DATED = Filters(since=date(2021, 1, 1), until=date(2021, 12, 31))


@pytest.mark.parametrize("filters", [Filters(), Filters(kinds=("operation",)), DATED])
def test_numbers_are_those_of_the_list_in_its_order(filters: Filters, engine: Engine) -> None:
    found = engines.read_records(engine, held.list_numbers(filters))
    ids = dict(engines.select(engine, "SELECT n, id FROM read_event_texts", {}).rows)
    listed = engines.read_records(engine, events.list_events(filters))
    assert [ids[row["n"]] for row in found] == [row["id"] for row in listed]
    assert [row.get("date_match") for row in found] == [row.get("date_match") for row in listed]
    assert engines.read_records(engine, held.list_numbers(filters, 1, 1)) == found[1:2]


def test_a_block_holds_the_rows_of_its_events(engine: Engine) -> None:
    [(events_in_all,)] = engines.select(engine, "SELECT count(*) FROM read_events", {}).rows
    blocks = range(-(-events_in_all // held.BLOCK))
    for is_own in (False, True):
        rows = dict(engines.answer(engine, held.list_blocks(blocks, is_own=is_own)).rows)
        sizes = [len(rows[block].split(held.BETWEEN)) for block in blocks]
        assert sizes[:-1] == [held.BLOCK] * (len(blocks) - 1)
        assert sum(sizes) == events_in_all
    assert engines.answer(engine, held.list_blocks([blocks[-1] + 1])).rows == []
