from dataclasses import fields, replace

import pytest

from data.parsers.limits import COMMAND, LONGEST_NAME, PAGE, Budget, Limits, shorten_name
from data.parsers.sheets import TooLargeError

SMALL = replace(PAGE, sheets=2, rows=3, cells=10, characters=20)


def test_the_command_line_takes_no_less_than_the_page() -> None:
    assert [f.name for f in fields(Limits) if getattr(COMMAND, f.name) < getattr(PAGE, f.name)] == []


@pytest.mark.parametrize(
    ("rows", "what"), [([(1, 1)] * 4, "3 rows"), ([(6, 1)] * 2, "10 cells"), ([(1, 11)] * 2, "20 characters")]
)
def test_what_all_tables_hold_together_is_bounded(rows: list[tuple[int, int]], what: str) -> None:
    budget = Budget(SMALL)
    for row in rows[:-1]:
        budget.add_row("a", *row)
    with pytest.raises(TooLargeError, match=f"^b: more than {what} are given together$"):
        budget.add_row("b", *rows[-1])


def test_progress_is_that_of_the_file_that_is_read() -> None:
    seen: list[tuple[int, int]] = []
    budget = Budget(SMALL, lambda done, total: seen.append((done, total)))
    budget.add_sheet("a")
    budget.expect_sheets(3)
    budget.add_sheet("b")
    assert seen == [(0, 1), (1, 4)]
    with pytest.raises(TooLargeError, match="c: more than 2 tables"):
        budget.add_sheet("c")


def test_a_name_is_shown_without_signs_that_act_and_in_a_bounded_length() -> None:
    assert shorten_name("\u202eslx.x\x1b[1m.csv") == "\ufffdslx.x\ufffd[1m.csv"
    assert shorten_name("Снимок 3\u202fPM\n.csv") == "Снимок 3 PM .csv"
    long = shorten_name("x" * 5_000 + ".csv")
    assert (len(long), long[-5:]) == (LONGEST_NAME - 1, "x.csv")


def test_lines_are_bounded_at_ten_a_row() -> None:
    budget = Budget(SMALL)
    budget.add_lines("a", 30)
    with pytest.raises(TooLargeError, match="b: more than 30 lines are given together"):
        budget.add_lines("b", 1)
