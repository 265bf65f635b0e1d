"""The matrix of borders: symmetric, empty on the diagonal, a button for each counted cell."""

import re
from typing import Any

import pytest

from data.pictures.maps.borders import COUNTRIES
from pages.views.footnotes import Footnotes
from pages.views.offices import matrix
from pages.views.offices.matrix import draw_matrix
from pages.views.offices.selection import Knowledge, OfficesView

NONE = dict.fromkeys(
    ("source_id", "count_id", "more_status", "more_number", "more_source_id", "more_count_id")
)
BORDERS: list[dict[str, Any]] = [
    NONE | {"id": "TJK-UZB", "number": 6, "bound": "exact", "words": "Tajik-Uzbek: 6 operational"},
    NONE | {"id": "TKM-UZB", "number": None, "words": "<b>", "more_status": "establishing", "more_number": 2},
]


@pytest.fixture(autouse=True)
def _without_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "describe_borders", lambda _: "In words.")


def _draw(border: str | None) -> str:
    then = Knowledge(None, [], [], [], BORDERS)
    shown = OfficesView(then, [], 0, False, border, None, lambda: None)  # type: ignore[arg-type, return-value]
    return draw_matrix(shown, tuple(row["words"] for row in BORDERS), Footnotes())


def cells(border: str | None = None) -> dict[tuple[str, str], str]:
    """The HTML of each cell by its row and column."""
    rows = re.findall(r"<tr><th.*?</tr>", _draw(border).split("<tbody>")[1])
    found = {}
    for one, row in zip(COUNTRIES, rows, strict=True):
        for other, cell in zip(COUNTRIES, re.findall("<td>(.*?)</td>", row), strict=True):
            found[one, other] = cell
    return found


def text(cell: str) -> str:
    return re.sub("<.*?>", "", cell)


def test_the_two_sides_of_the_diagonal_say_the_same_and_the_diagonal_nothing() -> None:
    found = cells()
    assert all(found[one, other] == found[other, one] for one, other in found)
    assert {found[one, one] for one in COUNTRIES} == {""}
    pairs = [("TJK", "UZB"), ("TKM", "UZB"), ("TJK", "TKM")]
    assert [text(found[each]) for each in pairs] == ["6", "+2", "·"]


def test_counted_cells_alone_can_be_pressed_and_carry_their_border() -> None:
    found = cells()
    pressed = {each: re.findall('data-choice="(.*?)"', cell) for each, cell in found.items()}
    assert {each: ids for each, ids in pressed.items() if ids} == {
        ("TJK", "UZB"): ["TJK-UZB"],
        ("UZB", "TJK"): ["TJK-UZB"],
        ("TKM", "UZB"): ["TKM-UZB"],
        ("UZB", "TKM"): ["TKM-UZB"],
    }
    assert 'title="Tajik-Uzbek: 6 operational" aria-label="Tajik-Uzbek: 6 operational"' in found["TJK", "UZB"]
    assert 'title="&lt;b&gt;"' in found["TKM", "UZB"]


def test_the_shade_tells_the_number_and_the_chosen_border_is_pressed_on_both_sides() -> None:
    found = cells("TJK-UZB")
    assert 'class="shade5"' in found["TJK", "UZB"]
    assert 'class="more"' in found["TKM", "UZB"]
    on = {each for each, cell in found.items() if 'aria-pressed="true"' in cell}
    assert on == {("TJK", "UZB"), ("UZB", "TJK")}


def test_cells_and_the_line_beneath_say_the_same() -> None:
    html = _draw(None)
    beneath = text(html.rpartition("</table>")[2]).replace("\u2060", "")
    assert beneath == "TJK–UZB 6 · TKM–UZB +2"
    assert text(cells()["TKM", "UZB"]) == "+2"
