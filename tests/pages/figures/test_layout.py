from datetime import date

import pandas as pd
import pytest

from pages.figures.drawing import Figure
from pages.figures.lane_counts import draw_lane_counts
from pages.figures.lanes import draw_lanes
from pages.figures.layout import fade, hatch_marker, time_axis
from pages.figures.palette import LIGHT
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


NO_COUNTS = pd.DataFrame(columns=["lane", "of", "of_certain", "start", "certainly", "possibly", "share"])
CLICKED, DRAGGED = ("event+select", "pan"), ("event", "select")
"""What Streamlit sets for a selection of points, and of a box: `clickmode` and `dragmode`."""


@pytest.mark.parametrize(
    ("figure", "modes"),
    [
        (draw_lanes([], "kind_label", *SPAN, LIGHT), CLICKED),
        (draw_lane_counts(NO_COUNTS, *SPAN, 3, LIGHT), CLICKED),
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
