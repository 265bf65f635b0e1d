from datetime import date

import pytest

from data.schema.vocabulary import DatePrecision
from data.values.dates import Interval, first_day, interval, last_day, partial_date

YEAR, MONTH, DAY = DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY
BEFORE, AFTER, BETWEEN = DatePrecision.BEFORE, DatePrecision.AFTER, DatePrecision.BETWEEN
UNKNOWN = DatePrecision.UNKNOWN


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


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("start", "end", "precision", "earliest", "begins_by", "ends_from", "latest"),
    [
        ("2021-03-03", None, DAY, "2021-03-03", "2021-03-03", "2021-03-03", "2021-03-03"),
        ("2021-03-03", "2021-03-04", DAY, "2021-03-03", "2021-03-03", "2021-03-04", "2021-03-04"),
        ("2021-02", None, MONTH, "2021-02-01", "2021-02-28", "2021-02-01", "2021-02-28"),
        ("2021-03", "2021-05", MONTH, "2021-03-01", "2021-03-31", "2021-05-01", "2021-05-31"),
        ("2021", None, YEAR, "2021-01-01", "2021-12-31", "2021-01-01", "2021-12-31"),
        ("2019", "2021", YEAR, "2019-01-01", "2019-12-31", "2021-01-01", "2021-12-31"),
        ("2019-11", "2021", YEAR, "2019-11-01", "2019-11-30", "2021-01-01", "2021-12-31"),
        ("2022-01-15", "2022-06", BETWEEN, "2022-01-15", "2022-06-30", "2022-01-15", "2022-06-30"),
        ("2021", "2021", BETWEEN, "2021-01-01", "2021-12-31", "2021-01-01", "2021-12-31"),
        (None, "2020-12", BEFORE, None, "2020-12-31", None, "2020-12-31"),
        ("2022-06-01", None, AFTER, "2022-06-01", None, "2022-06-01", None),
        (None, None, UNKNOWN, None, None, None, None),
    ],
)
def test_the_interval_of_each_precision(
    start: str | None,
    end: str | None,
    precision: DatePrecision,
    earliest: str | None,
    begins_by: str | None,
    ends_from: str | None,
    latest: str | None,
) -> None:
    assert interval(start, end, precision) == Interval(
        day(earliest), day(begins_by), day(ends_from), day(latest)
    )


@pytest.mark.parametrize(
    ("start", "end", "precision", "problem"),
    [
        (None, None, DAY, "date_precision day wants start_on and no end_on"),
        (None, "2021", YEAR, "date_precision year wants start_on and end_on"),
        ("2021", None, BEFORE, "date_precision before wants end_on and no start_on"),
        ("2020", "2021", BEFORE, "date_precision before wants end_on and no start_on"),
        ("2020", "2021", AFTER, "date_precision after wants start_on and no end_on"),
        ("2020", None, BETWEEN, "date_precision between wants start_on and end_on"),
        (None, "2020", BETWEEN, "date_precision between wants start_on and end_on"),
        ("2020", None, UNKNOWN, "date_precision unknown wants neither start_on nor end_on"),
        ("2021-03-04", "2021-03-03", DAY, "end_on 2021-03-03 lies before start_on 2021-03-04"),
        ("2022", "2021-12", BETWEEN, "end_on 2021-12 lies before start_on 2022"),
        ("2021-02-30", None, DAY, "no such day in the calendar"),
    ],
)
def test_dates_that_contradict_their_precision_are_refused(
    start: str | None, end: str | None, precision: DatePrecision, problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        interval(start, end, precision)
