"""Lists of the pages as rows, where settings of the page narrow them beside the filters."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
from sqlalchemy import Engine

from data import engines
from data.filters import Filters
from data.queries.offices import list as offices
from data.queries.recommendations import list as recommendations
from data.queries.recommendations import statements
from data.queries.sources import coverage

Settings = Mapping[str, str]


def read_offices(engine: Engine, filters: Filters, settings: Settings) -> pd.DataFrame:
    known = settings.get("known")
    found = engines.read_frame(
        engine, offices.list_offices(filters, date.fromisoformat(known) if known else None)
    )
    border = settings.get("border")
    return found[found["border_id"] == border].reset_index(drop=True) if border else found


def read_office_counts(engine: Engine, _: Filters, settings: Settings) -> pd.DataFrame:
    known = settings.get("known")
    return engines.read_frame(
        engine, offices.list_office_counts(date.fromisoformat(known) if known else None)
    )


def read_recommendations(engine: Engine, filters: Filters, settings: Settings) -> pd.DataFrame:
    if status := settings.get("status"):  # as extracts say it that were made before it was a filter
        filters = replace(filters, follow_ups=(status,))
    addressee = settings.get("addressee", "")
    return engines.read_frame(engine, recommendations.list_recommendations(filters, addressee=addressee))


def read_statements(engine: Engine, filters: Filters, settings: Settings) -> pd.DataFrame:
    kind = settings.get("said")
    return engines.read_frame(engine, statements.list_statements(filters, (kind,) if kind else ()))


def read_coverage(engine: Engine, filters: Filters, _: Settings) -> pd.DataFrame:
    return engines.read_frame(engine, coverage.list_all_months(filters))
