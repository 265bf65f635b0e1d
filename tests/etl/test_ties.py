"""Sums over blocks of events, of three invented events and three organisations."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from data.readmodel import ANY_DAY
from etl import arrays, ties


@pytest.fixture
def draft() -> Iterator[sqlite3.Connection]:
    """Organisations 0 and 2 meet at events 0 and 1, all three at event 2, nobody at event 3."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE TABLE read_columns (name TEXT PRIMARY KEY, type TEXT, items BLOB NOT NULL)"
        )
        held = {
            "body_starts": [0, 2, 4, 7, 7],
            "body_values": [0, 2, 0, 2, 0, 1, 2],
            "ends_by": [20, 10, ANY_DAY, 5],
        }
        arrays.put(connection, {name: np.array(items, np.int32) for name, items in held.items()})
        yield connection


def test_ties_are_summed_block_by_block(draft: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ties, "BLOCK", 3)
    found = ties.arrays(draft)
    pairs = list(zip(found["tie_a"].tolist(), found["tie_b"].tolist(), strict=True))
    assert pairs == [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
    assert found["tie_starts"].tolist() == [0, 3, 4]
    assert found["tie_shared"].tolist() == [[3, 1, 3, 1, 1, 3], [0] * 6]
    assert found["tie_first"].tolist() == [[0, 2, 0, 2, 2, 0], [0] * 6]
    assert found["tie_last"].tolist() == [[0, 2, 0, 2, 2, 0], [0] * 6]


def test_by_twos_the_busiest_alone(draft: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ties, "BUSIEST", 2)
    found = ties.arrays(draft)
    pairs = list(zip(found["tie_a"].tolist(), found["tie_b"].tolist(), strict=True))
    assert pairs == [(0, 0), (0, 2), (1, 1), (2, 2)]


def test_without_events_there_are_no_ties(draft: sqlite3.Connection) -> None:
    draft.execute("DELETE FROM read_columns")
    nothing = {"body_starts": [0], "body_values": [], "ends_by": []}
    arrays.put(draft, {name: np.array(items, np.int32) for name, items in nothing.items()})
    found = ties.arrays(draft)
    assert [len(each) for each in found.values()] == [0, 0, 1, 0, 0, 0]
