from datetime import date

import pandas as pd
import pytest

from pages.views.html.dates import (
    count_matches,
    format_doubt,
    format_iso,
)


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2022, 3, 3), "2022-03-03"), ("2022-03-03 00:00:00", "2022-03-03"), (None, ""), (pd.NaT, "")],
)
def test_a_day_for_tables(day: date | str | None, text: str) -> None:
    assert format_iso(day) == text


def test_rows_under_a_range_of_dates_are_counted_in_words() -> None:
    rows = [{"date_match": match} for match in ("certainly", "possibly", "certainly")]
    assert count_matches(rows) == "2 certainly, 1 possibly"
    assert count_matches([]) == "none"


@pytest.mark.parametrize(
    ("row", "said"),
    [({"date_match": "possibly"}, " · possibly in the range"), ({"date_match": "certainly"}, ""), ({}, "")],
)
def test_what_is_only_possible_is_said(row: dict[str, str], said: str) -> None:
    assert format_doubt(row) == said
