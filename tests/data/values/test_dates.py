from datetime import date

import pytest

from data.values.dates import first_day, last_day, partial_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("2021-03-04", date(2021, 3, 4), date(2021, 3, 4)),
    ],
)
def test_a_partial_date_allows_the_days_from_its_first_to_its_last(
    text: str, first: date, last: date
) -> None:
    assert (first_day(text), last_day(text)) == (first, last)
    assert partial_date(text) == text


WRITTEN = "a date is written YYYY-MM-DD, YYYY-MM or YYYY"
NO_DAY = "no such day in the calendar"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", WRITTEN),
        ("21", WRITTEN),
        ("2021-3-4", WRITTEN),
        ("2021-03-04 ", WRITTEN),
        ("2021-03-04\n", WRITTEN),
        ("2021-03-04T00:00", WRITTEN),
        ("04.03.2021", WRITTEN),
        ("20210304", WRITTEN),
        ("٢٠٢١", WRITTEN),
        ("-2021", WRITTEN),
        ("2021-00", NO_DAY),
        ("2021-13", NO_DAY),
        ("2021-02-29", NO_DAY),
        ("2021-04-31", NO_DAY),
        ("0000", NO_DAY),
    ],
)
def test_what_is_no_partial_date_is_refused(text: str, problem: str) -> None:
    for read in (partial_date, first_day, last_day):
        with pytest.raises(ValueError, match=problem):
            read(text)
