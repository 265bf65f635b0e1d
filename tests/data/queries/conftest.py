"""How the tests of the queries read the store of invented rows."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from data import engines
from data.engines import Question

Ask = Callable[..., list[Any]]


@pytest.fixture
def ask(engine: Engine) -> Ask:
    """The rows of a query, in its order: of one column as values, of several as tuples, of none as dicts."""

    def rows(query: Question, *columns: str) -> list[Any]:
        each = engines.read_records(engine, query)
        if not columns:
            return each
        found = [tuple(row[name] for name in columns) for row in each]
        return found if len(columns) > 1 else [row[0] for row in found]

    return rows
