from datetime import date, datetime

import pytest

from data.parsers.cells import format_value, make_sheet, to_text
from data.parsers.limits import PAGE, Budget
from data.parsers.sheets import MOST_COLUMNS, UnreadableError


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None), ("", None), ("a", "a"), (" a ", " a "), (True, "true"), (False, "false"),
        (44.0, "44"), (0.25, "0.25"), (-3, "-3"), (1e300, "1e+300"), (float("nan"), None),
        (date(2022, 3, 3), "2022-03-03"), (datetime(2022, 3, 3), "2022-03-03"),  # noqa: DTZ001 - as calamine gives it
        (datetime(2022, 3, 3, 1, 2), "2022-03-03 01:02:00"),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_a_value_is_written_as_in_the_curated_files(value: object, expected: str | None) -> None:
    assert format_value(value) == to_text(value) == expected


def test_exactly_one_mark_comes_off_a_cell_of_a_file() -> None:
    assert (to_text("'=1"), to_text("''a"), to_text("'"), format_value("'=1")) == ("=1", "'a", None, "'=1")


def test_blank_rows_are_passed_over_and_lines_kept() -> None:
    found = make_sheet("x.csv", "x", [(1, ["id", "b", ""]), (2, ["", ""]), (4, ["1", ""])], Budget(PAGE))
    assert (found.columns, found.lines, found.rows) == (("id", "b"), (4,), ({"id": "1", "b": None},))


def test_a_sheet_of_no_or_too_many_columns_is_unreadable() -> None:
    for rows in ([], [(1, ["", None])]):
        with pytest.raises(UnreadableError, match="the line of column names is missing"):
            make_sheet("x.csv", "x", rows, Budget(PAGE))
    with pytest.raises(UnreadableError, match=f"has more than {MOST_COLUMNS} columns"):
        make_sheet("x.csv", "x", [(1, [f"c{number}" for number in range(MOST_COLUMNS + 1)])], Budget(PAGE))


def test_the_name_of_a_column_is_bounded() -> None:
    with pytest.raises(UnreadableError, match="the name of the column is longer than 200 characters"):
        make_sheet("x.csv", "x", [(1, ["x" * 201])], Budget(PAGE))
