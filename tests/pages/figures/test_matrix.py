"""The matrix of borders: symmetric, empty on the diagonal, one clickable marker for each counted cell."""

import pandas as pd

from pages.figures.matrix import COUNTRIES, matrix, pair
from pages.figures.palette import DARK, LIGHT

BORDERS = pd.DataFrame(
    [("TJK-UZB", 6, "Tajik-Uzbek: 6 operational"), ("TKM-UZB", None, "Turkmen-Uzbek: being established")],
    columns=["id", "number", "words"],
)


def test_the_two_sides_of_the_diagonal_say_the_same_and_the_diagonal_nothing() -> None:
    cells = {(a.x, a.y): a.text for a in matrix(BORDERS, None, LIGHT).layout.annotations}
    assert len(cells) == len(COUNTRIES) * (len(COUNTRIES) - 1)
    assert all(cells[x, y] == cells[y, x] for x, y in cells)
    tjk, tkm, uzb = (COUNTRIES.index(code) for code in ("TJK", "TKM", "UZB"))
    assert (cells[tjk, uzb], cells[tkm, uzb], cells[tjk, tkm]) == ("6", "+", "·")


def test_counted_cells_alone_can_be_clicked_and_carry_their_border() -> None:
    (markers,) = matrix(BORDERS, None, DARK).data
    assert [row[0] for row in markers.customdata] == ["TJK-UZB", "TKM-UZB", "TJK-UZB", "TKM-UZB"]


def test_the_chosen_border_is_outlined_on_both_sides() -> None:
    outlined = [s for s in matrix(BORDERS, "TJK-UZB", LIGHT).layout.shapes if s.line.width]
    assert {(s.x0 + s.x1, s.y0 + s.y1) for s in outlined} == {(4.0, 8.0), (8.0, 4.0)}


def test_a_pair_is_named_in_alphabetical_order() -> None:
    assert pair("UZB", "AFG") == "AFG-UZB"
