import pandas as pd

from pages.views.sources.quality import sentence, warning_rows

FOUND = pd.DataFrame(
    {
        "file": ["events.csv", "events.csv", "themes.csv"],
        "line": [4, 6, None],
        "column": ["start_on", "title", None],
        "value": ["2205", "<b>", None],
        "problem": ["is unlikely", "mixes scripts", "was not read"],
    }
)


def test_the_sentence_gives_the_numbers_of_warnings_and_files() -> None:
    assert sentence(FOUND).startswith("3 warnings in 2 files of the record, whatever the filters. ")
    assert sentence(FOUND.tail(1)).startswith("1 warning in 1 file of the record")
    assert sentence(FOUND.head(0)).startswith("No warnings: ")


def test_the_sentence_says_where_all_are_if_not_all_are_shown() -> None:
    many = pd.concat([FOUND] * 34)
    assert sentence(many.head(100)).endswith("as it stands.")
    assert sentence(many).endswith("as it stands. The first 100 are shown; the download has all.")


def test_what_is_not_one_place_is_empty_and_lines_have_no_point() -> None:
    assert warning_rows(FOUND) == [
        ('events.csv:4<div class="small">start_on</div>', "2205", "is unlikely"),
        ('events.csv:6<div class="small">title</div>', "<b>", "mixes scripts"),
        ("themes.csv", "", "was not read"),
    ]
