from typing import Any

from pages.views.coverage.months import LISTED, ROWS, picture_rows, sentence


def read(count: int) -> list[dict[str, Any]]:
    """As many publishers, the first with the most pages, each with one undated page."""
    return [
        {"publisher": f"P{number}", "pages": count - number, "dated": count - number - 1}
        | {"undated": 1, "read_on": None}
        for number in range(count)
    ]


def test_publishers_beyond_the_twelfth_share_a_row() -> None:
    shown = picture_rows(read(ROWS + 3))
    names = [*(f"P{number}" for number in range(12)), "3 other publishers"]
    assert [(row["publisher"], row["undated"]) for row in shown] == list(
        zip(names, [1] * 12 + [3], strict=True)
    )
    assert picture_rows(read(ROWS + 1))[-1]["publisher"] == "1 other publisher"


def test_twelve_publishers_each_have_a_row() -> None:
    assert [row["publisher"] for row in picture_rows(read(ROWS))] == [f"P{number}" for number in range(12)]


def test_the_sentence_says_what_has_no_place_and_whether_it_was_checked() -> None:
    assert sentence(read(3), [{"pages": 2}, {"pages": 1}]) == (
        "6 pages by 3 publishers were read. 3 of them were published in the months shown; 3 have no date "
        "and so no place in the picture. For none of them is it stated when its pages were last checked."
    )


def test_the_sentence_says_how_many_publishers_stand_together_in_the_table() -> None:
    words = sentence(read(LISTED + 5), [{"pages": 1}])
    assert words.endswith(" The table lists 200 publishers and the other 5 together.")
    assert "together" not in sentence(read(LISTED), [{"pages": 1}])
