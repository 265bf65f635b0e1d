from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from pages.figures.palette import LIGHT
from pages.figures.strip import strip

FIRST, LAST = date(2020, 1, 1), date(2022, 12, 31)


def drawn(*days: date | None, chosen: tuple[date, date] | None = None) -> go.Figure:
    return strip(pd.DataFrame({"earliest": pd.Series(days, dtype=object)}), FIRST, LAST, chosen, LIGHT)


def test_events_are_counted_per_quarter_in_which_they_may_have_begun() -> None:
    [bars] = drawn(date(2021, 1, 1), date(2021, 3, 31), date(2021, 4, 1), None, date(2022, 12, 31)).data
    assert dict(zip(bars.x, bars.y, strict=True)) == {"2021-02-15": 2, "2021-05-15": 1, "2022-11-15": 1}
    assert list(bars.customdata) == ["2021, quarter 1", "2021, quarter 2", "2022, quarter 4"]


@pytest.mark.parametrize("days", [(), (None, None)])
def test_without_dated_events_there_are_no_bars(days: tuple[None, ...]) -> None:
    [bars] = drawn(*days).data
    assert (list(bars.x), list(bars.y)) == ([], [])


def test_the_axis_reaches_over_the_whole_record() -> None:
    assert list(drawn(date(2021, 1, 1)).layout.xaxis.range) == ["2020-01-01", "2022-12-31"]


def test_the_chosen_range_is_shaded() -> None:
    assert list(drawn(date(2021, 1, 1)).layout.shapes) == []
    [shade] = drawn(date(2021, 1, 1), chosen=(date(2021, 1, 1), date(2021, 6, 30))).layout.shapes
    assert (shade.x0, shade.x1, shade.fillcolor) == ("2021-01-01", "2021-06-30", LIGHT.dispute)


def test_a_drag_selects_a_span_of_time() -> None:
    layout = drawn(date(2021, 1, 1)).layout
    assert (layout.dragmode, layout.selectdirection) == ("select", "h")
