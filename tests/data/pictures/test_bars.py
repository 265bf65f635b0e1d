from data.pictures import bars
from tests.data.pictures.drawn import number, texts

ROWS = [
    {"theme_id": "drugs", "theme": "Drugs", "family": "state", "rows": 2, "possibly": 0},
    {"theme_id": "border", "theme": "Borders", "family": "state", "rows": 3, "possibly": 1},
    {"theme_id": "border", "theme": "Borders", "family": "un_global", "rows": 2, "possibly": 0},
]


def test_the_longest_first_in_parts_by_family_hatched_where_only_possible() -> None:
    picture = bars.draw(ROWS)
    parts = list(picture.body.element.iter("rect"))
    assert [part.attrib["data-mark"] for part in parts] == [
        "border/un_global", "border/state", "border/state", "drugs/state",
    ]  # fmt: skip
    assert [number(part, "width") for part in parts] == [120, 120, 60, 120]
    assert [part.attrib["fill"].startswith("url") for part in parts] == [False, False, True, False]
    assert number(parts[1], "x") == number(parts[0], "x") + 120
    assert texts(picture.body.element) == ["Borders", "5", "Drugs", "2"]
    assert picture.words == (
        "Recommendations by theme, each counted under all of its themes: Borders 5, Drugs 2."
    )
    assert [key.words for key in picture.legend][-1] == "possibly in the range"


def test_many_fit_the_width_and_none_is_said() -> None:
    wide = bars.draw([ROWS[0] | {"rows": 480}])
    [bar] = wide.body.element.iter("rect")
    assert number(bar, "width") == 480
    assert bars.draw([]).words.endswith("none.")
