"""The strip of months read: bare ground for a month not read."""

import plotly.graph_objects as go

from data.pictures.drawing.palette import LIGHT
from data.pictures.packing import DAY
from pages.figures.coverage import HEIGHT, add_coverage
from pages.figures.layout import Sheet


def test_a_cell_per_month_read_as_long_as_the_month_and_taller_with_more() -> None:
    figure, sheet = go.Figure(), Sheet()
    add_coverage(figure, sheet, {"2021-02": 1, "2021-03": 9}, 100, LIGHT)
    (cells,) = figure.data
    assert list(cells.base) == ["2021-02-01", "2021-03-01"]
    assert list(cells.x) == [28 * DAY, 31 * DAY]
    assert list(cells.width) == [4, 10]
    assert set(cells.y) == {100 + HEIGHT / 2}


def test_nothing_read_leaves_the_bare_strip_and_its_name() -> None:
    figure, sheet = go.Figure(), Sheet()
    add_coverage(figure, sheet, {}, 0, LIGHT)
    sheet.put_on(figure)
    assert len(figure.layout.shapes) == 1
    assert figure.layout.annotations[0].text == "Pages read"
    assert len(figure.data[0].x) == 0
