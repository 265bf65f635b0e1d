import pandas as pd

from pages.figures.palette import DARK, LIGHT
from pages.figures.themes import ROW, themes

COUNTS = pd.DataFrame(
    {
        "theme_id": ["drugs", "drugs", "cyber"],
        "theme": ["Drugs", "Drugs", "Cyber <b>x</b>"],
        "family": ["un_global", "state", "un_global"],
        "rows": [3, 1, 2],
        "possibly": [0, 0, 0],
    }
)


def test_one_part_a_family_in_its_colour() -> None:
    figure = themes(COUNTS, (), LIGHT)
    assert [bar.name for bar in figure.data] == [
        "UN and global bodies",
        "Regional organisations",
        "States and their services",
        "Others",
    ]
    assert list(figure.data[0].x) == [3, 2]
    assert list(figure.data[0].marker.color) == [LIGHT.family["un_global"]] * 2
    assert list(themes(COUNTS, (), DARK).data[2].marker.color) == [DARK.family["state"]]


def test_a_bar_carries_the_id_of_its_theme() -> None:
    assert [cell[0] for cell in themes(COUNTS, (), LIGHT).data[0].customdata] == ["drugs", "cyber"]


def test_what_is_only_possible_is_hatched_behind_what_is_certain() -> None:
    solid, hatched, *others = themes(COUNTS.assign(possibly=[1, 0, 0]), (), LIGHT).data
    assert [list(solid.x), list(hatched.x)] == [[2, 2], [1, 0]]
    assert (solid.marker.pattern.shape, hatched.marker.pattern.shape) == (None, "/")
    assert [cell[1] for cell in hatched.customdata] == ["3 (2 certainly, 1 possibly)", "2"]
    assert [bar.marker.pattern.shape for bar in others] == [None, None, None]


def test_longest_bar_stands_on_top_with_its_total() -> None:
    figure = themes(COUNTS, (), LIGHT)
    assert list(figure.layout.yaxis.categoryarray) == ["Cyber &lt;b&gt;x&lt;/b&gt;", "Drugs"]
    assert [note.text for note in figure.layout.annotations] == ["<b>2</b>", "<b>4</b>"]
    assert figure.layout.height == 2 * ROW + 8


def test_themes_that_are_not_chosen_are_faded() -> None:
    colours = list(themes(COUNTS, ("cyber",), LIGHT).data[0].marker.color)
    assert colours[0].startswith("rgba(")
    assert colours[1] == LIGHT.family["un_global"]


def test_text_cannot_carry_markup() -> None:
    assert "<b>x" not in str(themes(COUNTS, (), LIGHT).data[0].y)


def test_no_rows_give_an_empty_picture() -> None:
    figure = themes(COUNTS.head(0), (), LIGHT)
    assert not figure.layout.annotations
    assert all(not bar.x for bar in figure.data)
