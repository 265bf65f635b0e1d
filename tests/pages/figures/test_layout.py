from datetime import date

import pytest

from pages.figures.layout import CLICKED, DRAGGED, faded, hatched, plain_layout, time_axis
from pages.figures.palette import LIGHT


def test_faded_is_the_same_colour_let_through() -> None:
    assert faded("#FF8000") == "rgba(255,128,0,0.36)"


def test_hatched_is_lines_in_the_colour_and_nothing_between() -> None:
    made = hatched("#FF8000")
    assert made["color"] == made["line"]["color"] == "#FF8000"
    assert (made["pattern"]["shape"], made["pattern"]["bgcolor"]) == ("/", "rgba(0,0,0,0)")


def test_the_axis_of_time_has_a_margin_at_both_ends() -> None:
    axis = time_axis(date(2020, 1, 1), date(2022, 9, 26), LIGHT)
    assert axis["range"] == ["2019-12-12", "2022-10-16"]


@pytest.mark.parametrize("modes", [CLICKED, DRAGGED])
def test_a_picture_leaves_streamlit_nothing_to_add(modes: dict[str, str]) -> None:
    """Else it is drawn twice: `docs/decisions.md` says why."""
    layout = plain_layout(LIGHT, 100, top=6) | modes
    assert {"clickmode", "dragmode", "hovermode", "datarevision"} <= layout.keys()
    assert layout["template"] == {}
    assert (layout["clickmode"] == "event") == (layout["dragmode"] == "select")
