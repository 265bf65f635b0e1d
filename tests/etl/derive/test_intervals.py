from datetime import date

import pytest

from data.schema.vocabulary import DatePrecision
from etl.derive.intervals import Interval, make_interval

YEAR, MONTH, DAY = DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY
BEFORE, AFTER, BETWEEN = DatePrecision.BEFORE, DatePrecision.AFTER, DatePrecision.BETWEEN
UNKNOWN = DatePrecision.UNKNOWN


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
    assert make_interval(start, end, precision) == Interval(
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
        make_interval(start, end, precision)
