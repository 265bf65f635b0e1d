from datetime import date

import pytest

from data.values.dates import first_day, last_day, parse_day, partial_date, shift_day


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


@pytest.mark.parametrize(
    "text", ["1899", "1899-12", "1899-12-31", "2101", "2101-01-01", "0001-01-01", "9998"]
)
def test_a_date_lies_in_the_years_of_the_record(text: str) -> None:
    for read in (partial_date, parse_day if len(text) == 10 else partial_date):
        with pytest.raises(ValueError, match=r"^a date lies in the years 1900 to 2100$"):
            read(text)
    assert [partial_date(edge) for edge in ("1900", "1900-01-01", "2100-12-31")]


@pytest.mark.parametrize("text", ["9999", "9999-12-31"])
def test_the_mark_of_no_end_is_refused_with_what_to_write_instead(text: str) -> None:
    with pytest.raises(ValueError, match="where no end is stated, the cell stays blank"):
        partial_date(text)


@pytest.mark.parametrize("text", ["", "2021", "2021-03", "20210304", "2021-W09-4", "2021-3-4", " 2021-03-04"])
def test_a_filter_names_a_whole_day_in_one_form(text: str) -> None:
    assert parse_day("2021-03-04") == date(2021, 3, 4)
    with pytest.raises(ValueError, match=r"a da(y|te) is written YYYY-MM-DD"):
        parse_day(text)


@pytest.mark.parametrize(
    ("day", "days", "found"),
    [
        (date(2021, 3, 4), 30, date(2021, 4, 3)),
        (date(2021, 3, 4), -365, date(2020, 3, 4)),
        (date.max, 1, date.max),
        (date(9999, 12, 1), 365, date.max),
        (date.min, -1, date.min),
        (date(1, 3, 4), -365, date.min),
    ],
)
def test_days_are_moved_within_the_calendar(day: date, days: int, found: date) -> None:
    assert shift_day(day, days) == found
