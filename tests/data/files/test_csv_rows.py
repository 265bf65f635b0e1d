import csv
import io
import sys

import pytest

from data.files.csv_rows import LONG, NotCsvError, Rows, number_rows


def test_rows_have_the_line_on_which_they_start() -> None:
    assert list(number_rows(["a,b\n", '"c\n', 'd",e\n', "\n", "f\n"])) == [
        (1, ["a", "b"]),
        (2, ["c\nd", "e"]),
        (4, []),
        (5, ["f"]),
    ]


@pytest.mark.parametrize("most", [1, 2, 3, 10])
def test_rows_taken_together_have_the_lines_that_they_have_one_by_one(most: int) -> None:
    text = 'a,b\n"c\r\n\rd","\ne"\n\r\nf,g\r"h\u2028\n",i\nj,k'
    rows, found = Rows(io.StringIO(text, newline="")), list[tuple[int, list[str]]]()
    while any(taken := rows.take(most)):
        found += zip(*taken, strict=True)
    assert found == list(number_rows(io.StringIO(text, newline="")))
    assert [line for line, _ in found] == [1, 2, 6, 7, 8, 10]


def test_a_row_that_is_no_csv_is_told_by_its_line_after_rows_of_several_lines() -> None:
    rows = Rows(io.StringIO('a\n"b\n\nb"\nc\n"d\n"d\n', newline=""))
    with pytest.raises(NotCsvError) as refused:
        rows.take(10)
    assert refused.value.line == 6


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
            list(number_rows(text.splitlines(keepends=True)))
        assert refused.value.line == 2
    finally:
        csv.field_size_limit(before)
