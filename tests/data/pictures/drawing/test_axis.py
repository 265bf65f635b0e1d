from datetime import date

import pytest

from data.pictures.drawing import svg
from data.pictures.drawing.axis import Axis
from tests.data.pictures.drawn import texts


def test_a_day_has_its_place_between_both_ends() -> None:
    axis = Axis(date(2021, 1, 1), date(2021, 1, 11), 100, 200)
    assert [axis.place(day) for day in (date(2021, 1, 1), date(2021, 1, 6), date(2021, 1, 11))] == [
        100, 150, 200,
    ]  # fmt: skip


QUARTERS = ("Jan", "Apr", "Jul", "Oct")


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2021, 1, 1), date(2021, 4, 1), ["Jan 2021", "Feb 2021", "Mar 2021", "Apr 2021"]),
        (date(2021, 1, 1), date(2022, 3, 1), [f"{month} 2021" for month in QUARTERS] + ["Jan 2022"]),
        (date(2021, 1, 1), date(2025, 12, 31), ["2021", "2022", "2023", "2024", "2025"]),
        (date(1990, 1, 1), date(2030, 1, 1), [f"{year}" for year in range(1990, 2031, 5)]),
        (date(2021, 1, 2), date(2021, 1, 3), []),
        (date.min, date.max, ["2000", "4000", "6000", "8000"]),
    ],
)  # fmt: skip
def test_ticks_are_few_and_round(since: date, until: date, words: list[str]) -> None:
    body = svg.drawing()
    Axis(since, until, 0, 100).draw(body, 0, 10, 20)
    assert texts(body.element) == words


def test_one_day_alone_does_not_divide_by_nothing() -> None:
    day = date(2021, 1, 1)
    assert Axis(day, day, 5, 10).place(day) == 5
