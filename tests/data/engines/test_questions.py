from datetime import date

import pandas as pd
from sqlalchemy import Engine
from sqlmodel import col, select

from data import engines
from data.schema.models import Claim, Event, Source, Theme


def test_a_frame_has_the_names_and_rows_of_the_query(engine: Engine) -> None:
    frame = engines.read_frame(engine, select(col(Theme.id), col(Theme.name)).order_by(col(Theme.id)))
    assert frame.to_dict("list") == {
        "id": ["border-management", "drugs", "early-warning"],
        "name": ["Border management", "Drugs", "Early warning"],
    }


def test_what_is_not_stated_is_none_in_a_frame(engine: Engine) -> None:
    """NaN would be true in an `if`, and printed."""
    query = select(col(Event.id), col(Event.end_on), col(Event.latest), col(Event.note)).order_by(
        col(Event.id)
    )
    assert engines.read_frame(engine, query).to_numpy().tolist()[3:] == [
        ["2022-06-beta-office", "2022-06", date(2022, 6, 30), "Two bounds."],
        ["2022-betaburg-exercise", None, date(2022, 12, 31), None],
        ["undated-delta-meeting", None, None, None],
    ]


def test_cells_are_those_of_a_frame_column_by_column(engine: Engine) -> None:
    own = (col(Event.id), col(Event.latest), col(Claim.is_disputed), col(Claim.amount))
    query = select(*own).join(Claim, col(Claim.subject) == col(Event.id))
    for asked in (query, query.where(col(Event.id) == "none")):
        found, frame = engines.read_columns(engine, asked), engines.read_frame(engine, asked)
        assert list(found) == list(frame.columns)
        assert pd.DataFrame(found, dtype=object).equals(frame.astype(object).where(frame.notna(), None))


def test_a_frame_without_rows_keeps_its_columns(engine: Engine) -> None:
    frame = engines.read_frame(
        engine, select(col(Event.id), col(Event.latest)).where(col(Event.id) == "none")
    )
    assert list(frame.columns) == ["id", "latest"]
    assert frame.empty


def test_records_are_rows_by_column_with_none_where_nothing_is_stated(engine: Engine) -> None:
    found = engines.read_records(
        engine, select(col(Source.id), col(Source.url)).order_by(col(Source.id)).limit(2)
    )
    assert found == [
        {"id": "alpha-2021-report", "url": "https://alpha.example/report"},
        {"id": "alpha-2021-repost", "url": None},
    ]
