"""Arrays of a draft: read from an answer, written under their names."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from etl import arrays


@pytest.fixture
def draft() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE TABLE read_columns (name TEXT PRIMARY KEY, type TEXT, items BLOB NOT NULL)"
        )
        yield connection


def test_an_answer_becomes_rows_of_numbers(draft: sqlite3.Connection) -> None:
    found = arrays.read(draft, "SELECT 1, 2 UNION ALL SELECT 3, -4", 2)
    assert found.dtype == np.int32
    assert found.tolist() == [[1, 2], [3, -4]]
    assert arrays.read(draft, "SELECT 1, 2 WHERE 0", 2).shape == (0, 2)


def test_arrays_are_written_in_the_order_of_their_names_and_let_go(draft: sqlite3.Connection) -> None:
    table = np.array([[1, 2], [3, 4]], np.int32)
    found = {"b": table[:, 1], "a": np.array([True, False]), "c": np.empty(0, np.uint8)}
    arrays.put(draft, found)
    assert found == {}
    rows = draft.execute("SELECT name, type, items FROM read_columns ORDER BY rowid").fetchall()
    assert rows == [
        ("a", "|b1", b"\x01\x00"),
        ("b", "<i4", np.array([2, 4], "<i4").tobytes()),
        ("c", "|u1", b""),
    ]


def test_an_array_that_was_written_is_read_again(draft: sqlite3.Connection) -> None:
    arrays.put(draft, {"a": np.array([3, -1], np.int32), "b": np.empty(0, np.uint8)})
    assert arrays.held(draft, "a").tolist() == [3, -1]
    assert (arrays.held(draft, "b").dtype.name, len(arrays.held(draft, "b"))) == ("uint8", 0)
