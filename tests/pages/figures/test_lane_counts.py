from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from data.pictures.drawing.palette import LIGHT
from pages.figures.lane_counts import choose_period, draw_lane_counts

SINCE, UNTIL = date(2020, 1, 1), date(2022, 12, 31)


def drawn(*rows: tuple[str, int, int, date, int, int, float], months: int = 3) -> go.Figure:
    columns = ["lane", "of", "of_certain", "start", "certainly", "possibly", "share"]
    return draw_lane_counts(pd.DataFrame(rows, columns=columns), SINCE, UNTIL, months, {}, LIGHT)


TWO = (
    ("Meetings", 30, 30, date(2020, 1, 1), 20, 25, 10.0),
    ("A <b> & co", 20, 15, date(2021, 10, 1), 15, 0, 0.0),
)


def test_bars_grow_from_the_foot_of_their_lane_on_a_scale_of_its_own() -> None:
    certain, possible, _ = drawn(*TWO, ("Meetings", 30, 30, date(2021, 1, 1), 3, 0, 0.0)).data
    assert list(certain.base) == [54, 114, 54]
    assert [round(y, 2) for y in certain.y] == [-28.0, -42.0, -4.2]
    assert [round(base, 2) for base in possible.base] == [26.0, 72.0, 49.8]
    assert [round(y, 2) for y in possible.y] == [-14.0, 0.0, 0.0]
    assert (certain.marker.pattern.shape, possible.marker.pattern.shape) == (None, "/")


def test_a_bar_carries_the_ends_of_its_period_and_says_both_numbers() -> None:
    for bars in drawn(*TWO).data[:2]:
        assert [list(ends) for ends in bars.customdata] == [
            ["2020-01-01", "2020-03-31"],
            ["2021-10-01", "2021-12-31"],
        ]
        assert list(bars.text) == [
            "<b>Meetings</b><br>2020-01-01 to 2020-03-31<br>20 certainly, 25 possibly",
            "<b>A &lt;b&gt; &amp; co</b><br>2021-10-01 to 2021-12-31<br>15 certainly",
        ]


def test_a_lane_is_labelled_with_its_events() -> None:
    words = [label.text for label in drawn(*TWO).layout.annotations if label.text.startswith("<b>")]
    assert words[0] == "<b>Meetings</b><br><span style='font-size:11px'>30 events</span>"
    assert "5 of them possibly" in words[1]


def test_the_height_of_the_highest_bar_of_a_lane_stands_on_it() -> None:
    labels = drawn(*TWO, ("Empty", 1, 0, date(2021, 1, 1), 0, 0, 0.0)).layout.annotations
    found = {label.text: (label.x, label.y) for label in labels if label.text.isdigit()}
    assert found == {"30": ("2020-02-15", 13), "15": ("2021-11-15", 73)}


def test_no_events_draw_no_bars() -> None:
    assert [list(bars.x) for bars in drawn().data] == [[], [], []]


@pytest.mark.parametrize(
    ("until", "months"),
    [(date(2020, 12, 31), 1), (date(2022, 12, 30), 1), (date(2031, 1, 1), 3), (date(2060, 1, 1), 12)],
)
def test_periods_grow_with_the_span(until: date, months: int) -> None:
    assert choose_period(SINCE, until) == months
