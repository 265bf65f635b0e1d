from datetime import date

from data.queries.days import first_day_of_month, last_day_of_month, month_text, to_date


def test_months_of_the_first_and_last_year_have_days() -> None:
    assert (first_day_of_month(2024 * 12 + 1), last_day_of_month(2024 * 12 + 1)) == (
        date(2024, 2, 1),
        date(2024, 2, 29),
    )
    assert (first_day_of_month(11), last_day_of_month(9999 * 12 + 11)) == (date(1, 12, 1), date(9999, 12, 31))
    assert month_text(988 * 12 + 2) == "0988-03"
    assert [to_date(number) for number in (0, 1, 9_999_999, None)] == [None, date.min, None, None]
