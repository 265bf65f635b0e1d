from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import Engine

from data.engines import choice
from data.engines.answers import Answer

SQL = "SELECT count(*) AS events FROM read_events"
COPY = Answer(["events"], [("from the copy",)])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the copy was asked; it answers each time."""
    found: list[str] = []

    def fetch(_: Engine, sql: str, __: Mapping[str, Any]) -> Answer | None:
        found.append(sql)
        return COPY

    monkeypatch.setattr(choice.duckdb, "fetch", fetch)  # type: ignore[attr-defined]
    return found


def test_counts_over_many_events_go_to_the_copy(engine: Engine, asked: list[str]) -> None:
    assert choice.count(engine, SQL, {}, choice.MANY + 1) is COPY
    assert choice.count(engine, SQL, {}, choice.MANY).rows == [(6,)]
    assert choice.select(engine, SQL, {}).rows == [(6,)]
    assert asked == [SQL]


def test_without_a_copy_the_file_answers(engine: Engine) -> None:
    assert choice.count(engine, SQL, {}, choice.MANY + 1).rows == [(6,)]
