from datetime import date

import pandas as pd
import pytest

from data.pictures.drawing.palette import LIGHT
from pages.figures.drawing import Figure
from pages.figures.lane_counts import draw_lane_counts
from pages.figures.lanes import draw_lanes
from pages.figures.layout import fade, hatch_marker, time_axis
from pages.figures.strip import draw_strip

SPAN = (date(2020, 1, 1), date(2022, 12, 31))


def test_faded_is_the_same_colour_let_through() -> None:
    assert fade("#FF8000") == "rgba(255,128,0,0.36)"


def test_hatched_is_lines_in_the_colour_and_nothing_between() -> None:
    made = hatch_marker("#FF8000")
    assert made["color"] == made["line"]["color"] == "#FF8000"
    assert (made["pattern"]["shape"], made["pattern"]["bgcolor"]) == ("/", "rgba(0,0,0,0)")


def test_the_axis_of_time_has_a_margin_at_both_ends() -> None:
    axis = time_axis(date(2020, 1, 1), date(2022, 9, 26), LIGHT)
    assert axis["range"] == ["2019-12-12", "2022-10-16"]


def test_pictures_stay_within_the_calendar() -> None:
    """Whatever a record or an address holds: 1 January of year 1, 31 December of year 9999."""
    assert time_axis(date.min, date.max, LIGHT)["range"] == ["0001-01-01", "9999-12-31"]
    beginnings = [{"earliest": day, "begins_by": day, "events": 1} for day in (date.min, date.max)]
    bars = draw_strip(beginnings, date.min, date.max, None, LIGHT).to_dict()["data"][0]["x"]
    assert (bars[0], bars[-1]) == ("0001-02-15", "9999-11-15")
    row = {
        "lane": "A",
        "of": 1,
        "of_certain": 1,
        "start": date(9999, 10, 1),
        "certainly": 1,
        "possibly": 0,
        "share": 0.0,
    }
    counts = draw_lane_counts(pd.DataFrame([row]), date.min, date.max, 3, {}, LIGHT).to_dict()["data"][0]
    assert counts["customdata"] == [["9999-10-01", "9999-12-31"]]


NO_COUNTS = pd.DataFrame(columns=["lane", "of", "of_certain", "start", "certainly", "possibly", "share"])
CLICKED, DRAGGED = ("event+select", "pan"), ("event", "select")
"""What Streamlit sets for a selection of points, and of a box: `clickmode` and `dragmode`."""


@pytest.mark.parametrize(
    ("figure", "modes"),
    [
        (draw_lanes([], "kind_label", *SPAN, {}, LIGHT), CLICKED),
        (draw_lane_counts(NO_COUNTS, *SPAN, 3, {}, LIGHT), CLICKED),
        (draw_strip([], *SPAN, None, LIGHT), DRAGGED),
    ],
    ids=["lanes", "lane counts", "strip"],
)
def test_a_picture_leaves_streamlit_nothing_to_add_so_that_it_is_drawn_once(
    figure: Figure, modes: tuple[str, str]
) -> None:
    layout = figure.to_dict()["layout"]
    assert (layout["clickmode"], layout["dragmode"]) == modes
    assert (layout["hovermode"], layout["datarevision"], layout["template"]) == ("closest", 1, {})
