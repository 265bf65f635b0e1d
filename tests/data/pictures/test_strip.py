from datetime import date

import pytest

from data.pictures import strip
from data.pictures.drawing.palette import LIGHT
from pages.figures.strip import draw_strip
from tests.data.pictures.drawn import marks, number

FIRST, LAST = date(2020, 1, 1), date(2022, 12, 31)
ROWS = [
    {"earliest": date(2021, 2, 1), "begins_by": date(2021, 2, 28), "events": 3},
    {"earliest": date(2021, 2, 1), "begins_by": date(2021, 5, 31), "events": 1},
    {"earliest": date(2022, 4, 1), "begins_by": date(2022, 4, 30), "events": 2},
]


def test_it_has_the_bars_of_the_page_with_their_heights_and_places() -> None:
    drawn = marks(strip.draw(ROWS, FIRST, LAST))
    page = draw_strip(ROWS, FIRST, LAST, None, LIGHT).to_dict()["data"]
    shown = {
        (name, day): count
        for name, trace in zip(("certainly", "possibly"), page, strict=True)
        for day, count in zip(trace["x"], trace["y"], strict=True)
        if count
    }
    assert len(drawn) == len(shown) == 4
    unit = number(drawn["certainly 2021-01-01"], "height") / 3
    for (name, day), count in shown.items():
        start = date.fromisoformat(day) - strip.MIDDLE
        bar = drawn[f"{name} {start}"]
        assert number(bar, "height") == pytest.approx(count * unit, abs=0.02)
        left, right = 34, 748
        days = (date.fromisoformat(day) - FIRST).days / (LAST - FIRST).days
        middle = number(bar, "x") + number(bar, "width") / 2
        assert middle == pytest.approx(left + (right - left) * days, abs=0.5)


def test_what_is_only_possible_stands_hatched_on_what_is_certain() -> None:
    drawn = marks(strip.draw(ROWS, FIRST, LAST))
    sure, maybe = drawn["certainly 2021-01-01"], drawn["possibly 2021-01-01"]
    assert number(maybe, "y") + number(maybe, "height") == pytest.approx(number(sure, "y"), abs=0.02)
    assert maybe.attrib["fill"] == "url(#hatch)"


def test_an_event_of_many_years_is_no_stream_of_events() -> None:
    years = {"earliest": date(2020, 1, 1), "begins_by": date(2022, 12, 31), "events": 1}
    drawn = marks(strip.draw([*ROWS, years], FIRST, LAST))
    unit = number(drawn["certainly 2021-01-01"], "height") / 3
    assert number(drawn["possibly 2020-07-01"], "height") == pytest.approx(unit / 12, abs=0.02)


def test_its_words_say_where_most_began_and_none_is_said_too() -> None:
    assert strip.draw(ROWS, FIRST, LAST).words == (
        "Events by the quarter in which they began, from 2020-01-01 to 2022-12-31; "
        "most in the one from 2021-01-01: 3 certainly, 1 possibly."
    )
    empty = strip.draw([], FIRST, LAST)
    assert not marks(empty)
    assert empty.words == "Events by the quarter in which they began, from 2020-01-01 to 2022-12-31."
    assert [key.sign for key in empty.legend] == ["bar"]


def test_years_have_bars_of_their_own() -> None:
    drawn = marks(strip.draw(ROWS, FIRST, LAST, 12))
    assert drawn.keys() == {"certainly 2021-01-01", "certainly 2022-01-01"}
    bars = [number(drawn[f"certainly {year}-01-01"], "height") for year in (2021, 2022)]
    assert bars[0] == pytest.approx(2 * bars[1])
    assert strip.draw(ROWS, FIRST, LAST, 12).words.startswith("Events by the year in which they began")
