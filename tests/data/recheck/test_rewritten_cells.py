import pytest

from data.recheck.rewritten_cells import Order, find_order, is_same_cell

DAY, MONTH = Order.DAY_FIRST, Order.MONTH_FIRST


@pytest.mark.parametrize(
    ("cell", "now", "expected"),
    [
        ("a", "a", True),
        (None, None, True),
        (None, "a", False),
        ("a", None, False),
        ("TRUE", "true", True),
        ("WAHR", "true", True),
        ("ЛОЖЬ", "false", True),
        ("true", "false", False),
        ("0.250", "0.25", True),
        ("0.25", "0.250", True),
        ("44.0", "44", True),
        ("44", "44.0", True),
        ("007", "7", False),
        ("1.51257E+06", "1512569", True),
        ("1.51257E+06", "1512599", False),
        ("1.5E+06", "1512569", True),
        ("1E+06", "1512569", False),
        ("a\r\nb", "a\nb", True),
        ("И\u0306од", "Йод", True),
        ("1_0.0", "10.0", False),
        ("1.2.3", "1.2.30", False),
        ("2022-03", "2022-03-03", False),
        ("2022-03-01", "2022-03", False),
        ("2022-03-01 00:00:00", "2022-03", False),
        ("2022", "2022-03", False),
    ],
)
def test_what_a_spreadsheet_saved_again_is_the_same(
    cell: str | None, now: str | None, expected: bool
) -> None:
    assert [is_same_cell(cell, now, order) for order in Order] == [expected, expected]


@pytest.mark.parametrize(
    "cell",
    [
        *("3/3/2022", "03/03/2022", "3.3.2022", "03.03.22", "3-3-2022", "2022/3/3", "2022.03.03", "44623"),
        *("2022-03-03 00:00:00", "2022-03-03T00:00:00", "3/3/2022 0:00", "3/3/22 12:00:00 AM"),
        *("3-Mar-22", "3 March 2022", "March 3, 2022", "03.мар.22", "3 марта 2022"),
    ],
)
def test_a_day_in_another_form_is_the_same_day(cell: str) -> None:
    for order in Order:
        assert is_same_cell(cell, "2022-03-03", order)
        for other in ("2022-03-04", "2022-04-03", "2021-03-03", "2022-03", "2022", "3/3/2023"):
            assert not is_same_cell(cell, other, order)


@pytest.mark.parametrize("cell", ["Mar-22", "Mar 2022", "March 2022", "мар.22", "марта 2022"])
def test_a_month_in_another_form_is_the_same_month_and_no_day_of_it(cell: str) -> None:
    assert is_same_cell(cell, "2022-03", DAY)
    for other in ("2022-03-01", "2022-03-22", "2022-02", "2023-03", "2022"):
        assert not is_same_cell(cell, other, DAY)


@pytest.mark.parametrize(
    "cell",
    ["3/3/2022 14:00", "3/3", "Mar", "33/3/2022", "99999999", "3 foo 2022", "0/0/0000", "٣/٣/2022", "00000"],
)
def test_what_is_no_date_in_another_form_is_none(cell: str) -> None:
    assert not any(is_same_cell(cell, "2022-03-03", order) for order in Order)


def test_the_order_is_that_in_which_more_cells_agree() -> None:
    assert is_same_cell("3/4/2022", "2022-04-03", DAY)
    assert is_same_cell("3/4/2022", "2022-03-04", MONTH)
    assert not is_same_cell("3/4/2022", "2022-04-03", MONTH)
    assert is_same_cell("3/25/2022", "2022-03-25", DAY), "no other reading"
    assert (
        find_order([("3/4/2022", "2022-03-04"), ("x", "2022"), (None, "2022-03-04"), ("1/2/2022", None)])
        == MONTH
    )
    assert (
        find_order([("3/4/2022", "2022-03-04"), ("3/4/2022", "2022-04-03"), ("5/4/22", "2022-04-05")]) == DAY
    )
    assert find_order([]) == DAY
