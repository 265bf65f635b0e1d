from datetime import date

import pytest

from data.pictures.periods import Period, count_by_period

Span = tuple[date | None, date | None, int]


def drawn(*spans: Span, months: int = 3) -> list[Period]:
    names = ("earliest", "begins_by", "events")
    return count_by_period([dict(zip(names, span, strict=True)) for span in spans], months)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_an_event_is_certain_where_both_bounds_lie_in_the_period() -> None:
    exact = (day("2021-03-31"), day("2021-03-31"), 2)
    of_a_month = (day("2021-01-01"), day("2021-01-31"), 1)
    assert drawn(exact, of_a_month) == [Period(day("2021-01-01"), 3, 0, 0)]


def test_it_is_possible_once_in_each_period_that_it_may_have_begun_in() -> None:
    assert drawn((day("2021-03-31"), day("2021-07-01"), 2), (day("2021-04-01"), day("2021-04-01"), 1)) == [
        Period(day("2021-01-01"), 0, 2, 2 / 3),
        Period(day("2021-04-01"), 1, 2, 2 / 3),
        Period(day("2021-07-01"), 0, 2, 2 / 3),
    ]


def test_an_event_of_many_years_weighs_as_much_as_any_other() -> None:
    found = drawn((day("2013-01-01"), day("2020-06-30"), 1))
    assert {period.possibly for period in found} == {1}
    assert {round(period.share, 4) for period in found} == {round(1 / 30, 4)}
    assert sum(period.share for period in found) == pytest.approx(1)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ((None, day("2020-12-31"), 1), "2020-01-01", "2020-10-01"),
        ((day("2021-05-01"), None, 1), "2021-04-01", "2022-04-01"),
    ],
)
def test_a_side_that_nothing_bounds_reaches_a_year_and_is_never_certain(
    span: Span, first: str, last: str
) -> None:
    found = drawn(span)
    assert [str(found[0].start), str(found[-1].start)] == [first, last]
    assert {(period.certainly, period.possibly) for period in found} == {(0, 1)}
    assert sum(period.certainly for period in drawn(span, months=12)) == 0


def test_years_between_are_listed_though_nothing_began_in_them() -> None:
    found = drawn(
        (day("2019-05-01"), day("2019-12-01"), 1), (day("2021-01-01"), day("2021-01-01"), 4), months=12
    )
    assert found == [
        Period(day("2019-01-01"), 1, 0, 0),
        Period(day("2020-01-01"), 0, 0, 0),
        Period(day("2021-01-01"), 4, 0, 0),
    ]


def test_nothing_gives_no_periods() -> None:
    assert drawn() == []
