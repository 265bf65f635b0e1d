import csv
import sys

import pytest

from data.csv_rows import LONG, NotCsvError, numbered


def test_rows_have_the_line_on_which_they_start() -> None:
    assert list(numbered(["a,b\n", '"c\n', 'd",e\n', "\n", "f\n"])) == [
        (1, ["a", "b"]),
        (2, ["c\nd", "e"]),
        (4, []),
        (5, ["f"]),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f'a\n"{"x" * 200_000}', LONG),
        ('a\n"b', "a quote is opened here and never closed"),
        ('a\n"b"c\n', "text follows a closing quote, or an earlier quote is not closed"),
    ],
)
def test_what_is_no_csv_is_refused_at_its_line_whatever_a_library_allows(text: str, problem: str) -> None:
    before = csv.field_size_limit(sys.maxsize)
    try:
        with pytest.raises(NotCsvError, match=problem) as refused:
            list(numbered(text.splitlines(keepends=True)))
        assert refused.value.line == 2
    finally:
        csv.field_size_limit(before)
