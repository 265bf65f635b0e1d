from datetime import date

from data.pictures import coverage
from tests.data.pictures.drawn import marks, number, texts

CELLS = [
    {"publisher": "Alpha", "month": "2021-03", "pages": 2, "events": 9},
    {"publisher": "Alpha", "month": "2021-05", "pages": 1, "events": 0},
    {"publisher": "Alpha", "month": "2019-05", "pages": 1, "events": 1},
    {"publisher": "Elsewhere", "month": "2021-03", "pages": 1, "events": 1},
]
ROWS = [{"publisher": "Alpha", "undated": 3}, {"publisher": "Beta " * 20, "undated": 0}]


def test_a_mark_a_month_read_in_the_row_of_its_publisher_within_the_range() -> None:
    picture = coverage.draw(CELLS, ROWS, date(2021, 1, 15), date(2021, 12, 31))
    found = marks(picture)
    assert list(found) == ["Alpha 2021-03", "Alpha 2021-05"]
    assert [number(mark, "fill-opacity") for mark in found.values()] == [1, 0]
    assert number(found["Alpha 2021-03"], "y") == coverage.TOP + 4
    said = texts(picture.body.element)
    assert "3 undated" in said
    assert any(each.endswith("…") for each in said)
    assert picture.words == (
        "Pages read of 2 publishers by month of publication: 3 from 2021-01-15 to 2021-12-31."
    )


def test_of_a_single_publisher_the_words_say_so() -> None:
    picture = coverage.draw(CELLS, ROWS[:1], date(2022, 1, 1), date(2022, 12, 31))
    assert picture.words == (
        "Pages read of one publisher by month of publication: 0 from 2022-01-01 to 2022-12-31."
    )
