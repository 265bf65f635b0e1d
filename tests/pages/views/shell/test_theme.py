"""What the look is made of."""

from pages.views.shell import theme


def test_families_are_listed_for_legends() -> None:
    assert theme.FAMILIES == [
        ("dot", "un_global", "UN and global bodies"),
        ("dot", "regional", "Regional organisations"),
        ("dot", "state", "States and their services"),
        ("dot", "other", "Others"),
    ]


def test_the_style_sheet_is_on_one_line_and_nothing_but_style() -> None:
    sheet = theme._style()
    assert sheet.startswith("<style>")
    assert sheet.endswith("</style>")
    assert sheet.count("<") == 2
    assert "\n" not in sheet
