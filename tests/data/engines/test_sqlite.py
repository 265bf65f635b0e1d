import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine

from data.engines import sqlite

COUNT = 'SELECT count(*) AS names, min(id) AS first FROM read_names WHERE "table" = :table'


def test_a_statement_with_named_values_gives_names_and_rows(engine: Engine) -> None:
    found = sqlite.fetch(engine, COUNT, {"table": "organisations", "unused": 1})
    assert (list(found.names), found.rows) == (["names", "first"], [(5, "alpha")])


def test_values_are_only_values(engine: Engine) -> None:
    assert sqlite.fetch(engine, COUNT, {"table": "x' OR 1 = 1 --"}).rows == [(0, None)]


def test_nothing_is_written(engine: Engine) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        sqlite.fetch(engine, "DELETE FROM read_names", {})


def test_many_threads_ask_at_once(engine: Engine) -> None:
    def ask(_: int) -> object:
        return sqlite.fetch(engine, COUNT, {"table": "themes"}).rows

    with ThreadPoolExecutor(24) as threads:
        assert set(map(str, threads.map(ask, range(240)))) == {"[(3, 'border-management')]"}
