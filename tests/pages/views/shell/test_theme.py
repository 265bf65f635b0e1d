"""What the look is made of."""

import pytest

from pages.views.shell import theme


def test_families_are_listed_for_legends() -> None:
    assert theme.FAMILIES == [
        ("dot", "un_global", "UN and global bodies"),
        ("dot", "regional", "Regional organisations"),
        ("dot", "state", "States and their services"),
        ("dot", "other", "Others"),
    ]


@pytest.mark.parametrize("is_dark", [True, False])
def test_the_style_sheet_is_on_one_line_and_nothing_but_style(is_dark: bool) -> None:
    sheet = theme._style(is_dark)
    assert "@media print" in sheet
    assert ("--canvas: invert" in sheet) == is_dark
    assert sheet.startswith("<style>")
    assert sheet.endswith("</style>")
    assert sheet.count("<") == 2
    assert "\n" not in sheet
