from datetime import date

import plotly.graph_objects as go

from data.pictures.drawing.palette import LIGHT
from pages.figures.strip import draw_strip

FIRST, LAST = date(2020, 1, 1), date(2022, 12, 31)


def drawn(*spans: tuple[date | None, date | None, int], chosen: tuple[date, date] | None = None) -> go.Figure:
    names = ("earliest", "begins_by", "events")
    beginnings = [dict(zip(names, span, strict=True)) for span in spans]
    return draw_strip(beginnings, FIRST, LAST, chosen, LIGHT)


NEW_YEAR = (date(2021, 1, 1), date(2021, 1, 1), 1)


def test_a_bar_a_quarter_solid_where_certain_hatched_above_where_possible() -> None:
    certain, possible = drawn(
        (date(2021, 1, 1), date(2021, 3, 31), 2),
        (date(2021, 3, 31), date(2021, 4, 1), 1),
        (date(2022, 12, 31), date(2022, 12, 31), 3),
    ).data
    assert list(certain.x) == list(possible.x) == ["2021-02-15", "2021-05-16", "2022-11-15"]
    assert [list(certain.y), list(possible.y)] == [[2, 0, 3], [0.5, 0.5, 0]]
    assert (certain.marker.pattern.shape, possible.marker.pattern.shape) == (None, "/")
    assert drawn(NEW_YEAR).layout.barmode == "stack"


def test_the_pointer_names_both_numbers() -> None:
    for bars in drawn(
        (date(2021, 1, 1), date(2021, 3, 31), 2), (date(2021, 3, 31), date(2021, 4, 1), 1)
    ).data:
        assert list(bars.customdata) == [
            "2021, quarter 1: 2 certainly, 1 possibly",
            "2021, quarter 2: 1 possibly",
        ]


def test_without_dated_events_there_are_no_bars() -> None:
    assert [(list(bars.x), list(bars.y)) for bars in drawn().data] == [([], []), ([], [])]


def test_the_axis_reaches_over_the_whole_record() -> None:
    assert list(drawn(NEW_YEAR).layout.xaxis.range) == ["2020-01-01", "2022-12-31"]


def test_the_chosen_range_is_shaded() -> None:
    assert [shape.type for shape in drawn(NEW_YEAR).layout.shapes] == ["line"]
    shade, _ = drawn(NEW_YEAR, chosen=(date(2021, 1, 1), date(2021, 6, 30))).layout.shapes
    assert (shade.x0, shade.x1, shade.fillcolor) == ("2021-01-01", "2021-06-30", LIGHT.dispute)


def test_a_drag_selects_a_span_of_time() -> None:
    layout = drawn(NEW_YEAR).layout
    assert (layout.dragmode, layout.selectdirection, layout.clickmode) == ("select", "h", "event")


def test_the_fullest_quarter_has_its_number() -> None:
    layout = drawn((date(2021, 1, 1), date(2021, 3, 31), 2), (date(2021, 3, 31), date(2021, 4, 1), 1)).layout
    [scale] = layout.annotations
    assert (scale.text, scale.y, layout.shapes[0].y0) == ("3 events", 3, 3)
    assert drawn(NEW_YEAR).layout.annotations[0].text == "1 event"
