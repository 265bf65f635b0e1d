"""Arrays and SQL find the same recommendations and statements."""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import col

from data import columns, store, told
from data.filters import Filters
from data.models import Recommendation, Statement
from data.queries import asked as lists
from data.queries import asked_matching
from data.queries.asked import numbered

FILTERS = [
    Filters(),
    Filters(organisations=("alpha",)),
    Filters(organisations=("alpha", "beta"), match_all=True),
    Filters(organisations=("alpha", "gamma-uz")),
    Filters(organisations=("nobody",)),
    Filters(since=date(2021, 3, 4)),
    Filters(until=date(2021, 12, 31), countries=("UZB",)),
    Filters(kinds=("exercise",)),
    Filters(themes=("early-warning",)),
    Filters(themes=("border-management", "early-warning"), organisations=("beta",)),
    Filters(words="alfova"),
    Filters(words="posts", themes=("border-management",)),
    Filters(words="zzz"),
]


@pytest.mark.parametrize("filters", FILTERS)
def test_the_same_rows_in_the_same_order(filters: Filters, engine: Engine) -> None:
    arrays = told.of(engine)
    for model, found, query, rows in (
        (Recommendation, asked_matching.asked, lists.recommendations, arrays.asked_row),
        (Statement, asked_matching.said, lists.statements, arrays.said_row),
    ):
        ids = {
            row["row"]: row["id"] for row in store.records(engine, numbered(model).add_columns(col(model.id)))
        }
        at, certain = found(engine, columns.of(engine), arrays, filters)
        wanted = store.records(engine, query(filters))
        assert [ids[row] for row in rows[at].tolist()] == [row["id"] for row in wanted]
        sure = [row.get("date_match", "certainly") == "certainly" for row in wanted]
        assert certain.tolist() == sure
