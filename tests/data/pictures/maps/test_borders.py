import pytest

from data.pictures.drawing.palette import DARK, LIGHT
from data.pictures.maps import borders
from data.pictures.maps.borders import COUNTRIES, CountedBorder
from data.schema.vocabulary import OfficeStatus


@pytest.mark.parametrize(
    ("number", "bound", "more_status", "more_number", "label"),
    [
        (6, "not_stated", None, None, "6"),
        (6, "over", None, None, "over 6"),
        (6, "exact", "establishing", None, "6 +"),
        (6, "exact", "planned", 2, "6 +2"),
        (None, "exact", "establishing", None, "+"),
        (None, "exact", "planned", 4, "+4"),
        (0, "exact", None, None, "0"),
    ],
)
def test_a_border_says_how_many_offices_it_has_and_how_many_are_to_come(
    number: int | None, bound: str, more_status: str | None, more_number: int | None, label: str
) -> None:
    more = {"more_status": more_status, "more_number": more_number}
    border = CountedBorder.from_row({"id": "TJK-UZB", "number": number, "bound": bound, **more}, "words")
    assert border[:4] == ("TJK-UZB", number, None if more_status is None else more_number or 0, "words")
    assert border.label == label


def test_width_shade_and_colour_follow_the_number() -> None:
    each = [CountedBorder("A-B", number) for number in (None, 0, 1, 6)]
    assert [border.width for border in each] == [2, 2, 2, 7]
    assert [border.shade for border in each] == [0, 0, 1, borders.STRONGEST]
    teal, ochre = DARK.family["regional"], DARK.planned
    assert [border.colour(DARK) for border in each] == [ochre, ochre, teal, teal]


def test_the_matrix_has_each_border_on_both_sides_of_its_diagonal() -> None:
    one = CountedBorder("AFG-UZB", 1)
    grid = dict(borders.list_rows([one, CountedBorder("XXX-YYY", 9)]))
    assert tuple(grid) == COUNTRIES
    found = {(row, COUNTRIES[n]) for row, cells in grid.items() for n, each in enumerate(cells) if each}
    assert found == {("AFG", "UZB"), ("UZB", "AFG")}
    assert grid["AFG"][COUNTRIES.index("UZB")] is one


def test_a_pair_is_named_in_alphabetical_order() -> None:
    assert borders.border_id("UZB", "AFG") == "AFG-UZB"


def test_offices_that_are_not_open_have_the_colour_of_what_is_planned() -> None:
    planned = {status for status in OfficeStatus if borders.office_colour(status, LIGHT) == LIGHT.planned}
    assert planned == {OfficeStatus.PLANNED, OfficeStatus.ESTABLISHING}
