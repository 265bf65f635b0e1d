import pandas as pd

from pages.views.coverage_panel import LISTED, ROWS, rows, sentence


def read(count: int) -> pd.DataFrame:
    """As many publishers, the first with the most pages, each with one undated page."""
    return pd.DataFrame(
        {
            "publisher": [f"P{number}" for number in range(count)],
            "pages": [count - number for number in range(count)],
            "undated": 1,
            "read_on": pd.Series([None] * count, dtype=object),
        }
    )


def test_publishers_beyond_the_twelfth_share_a_row() -> None:
    shown = rows(read(ROWS + 3))
    assert shown["publisher"].tolist() == [*(f"P{number}" for number in range(12)), "3 other publishers"]
    assert shown["undated"].tolist() == [1] * 12 + [3]
    assert rows(read(ROWS + 1))["publisher"].iloc[-1] == "1 other publisher"


def test_twelve_publishers_each_have_a_row() -> None:
    assert rows(read(ROWS))["publisher"].tolist() == [f"P{number}" for number in range(12)]


def test_the_sentence_says_what_has_no_place_and_whether_it_was_checked() -> None:
    months = pd.DataFrame({"pages": [2, 1]})
    assert sentence(read(3), months) == (
        "6 pages by 3 publishers were read. 3 of them were published in the months shown; 3 are undated and "
        "have no place in the picture. When they were last checked is not stated for any of them."
    )


def test_the_sentence_says_how_many_publishers_stand_together_in_the_table() -> None:
    words = sentence(read(LISTED + 5), pd.DataFrame({"pages": [1]}))
    assert words.endswith(" The table lists 200 publishers and the other 5 together.")
    assert "together" not in sentence(read(LISTED), pd.DataFrame({"pages": [1]}))
