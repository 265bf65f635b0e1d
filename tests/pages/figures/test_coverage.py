"""What was read: bare ground for a month not read, a hollow cell for one without an event."""

from datetime import date
from typing import Any

import plotly.graph_objects as go

from pages.figures.coverage import FILLED, HEIGHT, LONGEST, ROW, cover, coverage
from pages.figures.layout import TOP, Sheet, faded
from pages.figures.packing import DAY
from pages.figures.palette import DARK, LIGHT, Palette

SINCE, UNTIL = date(2021, 1, 1), date(2021, 4, 30)
PUBLISHERS = [
    {"publisher": "Alpha <b>", "undated": 0},
    {"publisher": "B" * 30, "undated": 38},
    {"publisher": "Gamma", "undated": 1},
]
CELLS = [
    {"publisher": publisher, "month": month, "pages": pages, "events": events, "read_on": read_on}
    for publisher, month, pages, events, read_on in (
        ("Alpha <b>", "2021-01", 1, 0, None),
        ("Alpha <b>", "2021-02", 2, 1, "2026-01-02"),
        ("B" * 30, "2021-02", 1, 9, None),
        ("Alpha <b>", "2019-02", 1, 1, None),
    )
]


def drawn(cells: list[dict[str, Any]] = CELLS, palette: Palette = LIGHT) -> go.Figure:
    return coverage(cells, PUBLISHERS, SINCE, UNTIL, palette)


def test_a_cell_per_month_read_as_long_as_the_month_and_darker_with_more() -> None:
    figure, sheet = go.Figure(), Sheet()
    cover(figure, sheet, {"2021-02": 1, "2021-03": 9}, 100, LIGHT)
    (cells,) = figure.data
    assert list(cells.base) == ["2021-02-01", "2021-03-01"]
    assert list(cells.x) == [28 * DAY, 31 * DAY]
    assert list(cells.marker.opacity) == [0.25, 0.85]
    assert set(cells.y) == {100 + HEIGHT / 2}


def test_nothing_read_leaves_the_bare_strip_and_its_name() -> None:
    figure, sheet = go.Figure(), Sheet()
    cover(figure, sheet, {}, 0, LIGHT)
    sheet.put_on(figure)
    assert len(figure.layout.shapes) == 1
    assert figure.layout.annotations[0].text == "Pages read"
    assert len(figure.data[0].x) == 0


def test_months_unread_read_in_vain_and_reported_are_drawn_unlike_each_other() -> None:
    unread, hollow, filled = drawn().data
    assert set(unread.colorscale[0][1:] + unread.colorscale[1][1:]) == {"rgba(0,0,0,0)"}
    assert [list(hollow.base), list(hollow.marker.color)] == [["2021-01-01"], [LIGHT.ground]]
    assert list(hollow.marker.line.width) == [1]
    assert list(filled.base) == ["2021-02-01", "2021-02-01"]
    assert list(filled.marker.color) == [faded(LIGHT.quiet, FILLED[0]), faded(LIGHT.quiet, FILLED[3])]
    assert list(filled.marker.line.width) == [0, 0]
    assert drawn(palette=DARK).data[1].marker.color[0] == DARK.ground


def test_what_lies_outside_the_months_shown_is_not_drawn() -> None:
    assert [len(trace.base) for trace in drawn().data[1:]] == [1, 2]


def test_only_months_that_were_not_read_say_so() -> None:
    unread = drawn().data[0]
    assert [list(row) for row in unread.z] == [[None, None, 0, 0], [0, None, 0, 0], [0, 0, 0, 0]]
    assert list(unread.x) == ["2021-01-15", "2021-02-15", "2021-03-15", "2021-04-15"]
    assert "no page read" in unread.hovertemplate
    assert unread.hoverongaps is False


def test_the_pointer_names_publisher_month_pages_events_and_last_check() -> None:
    _, hollow, filled = drawn().data
    assert [*hollow.customdata, *filled.customdata] == [
        "<b>Alpha &lt;b&gt;</b>, January 2021<br>1 page read, no events reported<br>last checked: not stated",
        "<b>Alpha &lt;b&gt;</b>, February 2021<br>2 pages read, 1 event reported<br>last checked: 2026-01-02",
        f"<b>{'B' * 30}</b>, February 2021<br>1 page read, 9 events reported<br>last checked: not stated",
    ]


def test_a_row_begins_with_its_publisher_and_ends_with_what_is_undated() -> None:
    figure = drawn()
    texts = [note.text for note in figure.layout.annotations]
    assert texts == ["Alpha &lt;b&gt;", "", f"{'B' * (LONGEST - 1)}…", "38 undated", "Gamma", "1 undated"]
    assert list(figure.layout.yaxis.categoryarray) == ["Alpha &lt;b&gt;", "B" * 30, "Gamma"]
    assert figure.layout.height == TOP + 3 * ROW + 4


def test_without_any_page_there_are_rows_and_no_cells() -> None:
    figure = drawn([])
    assert [len(trace.base) for trace in figure.data[1:]] == [0, 0]
    assert len(figure.layout.shapes) == 3
