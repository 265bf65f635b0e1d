"""Where marks go: no two of a lane cover one another, and each lane is named and counted."""

from datetime import date
from typing import Any

from data.pictures.packing import DOT, LEAST, MOST, PITCH, TAIL, WIDTH, day_span, place_marks

SINCE, UNTIL = date(2020, 1, 1), date(2022, 9, 26)
"""A thousand days: one pixel a day."""


def event(
    lane: str | None, earliest: date | None, latest: date | None, precision: str = "day"
) -> dict[str, Any]:
    return {"lane_of": lane, "earliest": earliest, "latest": latest, "date_precision": precision}


def test_two_events_of_one_day_stand_in_two_rows() -> None:
    day = date(2021, 3, 3)
    marks, lanes = place_marks([event("A", day, day), event("A", day, day)], "lane_of", SINCE, UNTIL)
    assert marks[1].y - marks[0].y == PITCH
    assert [(lane.name, lane.events, lane.height) for lane in lanes] == [("A", 2, LEAST)]


def test_events_a_dot_and_a_gap_apart_share_a_row() -> None:
    days = (date(2021, 3, 3), date(2021, 3, 3 + DOT + 3))
    marks, _ = place_marks([event("A", day, day) for day in days], "lane_of", SINCE, UNTIL)
    assert (UNTIL - SINCE).days == WIDTH - 1
    assert len({mark.y for mark in marks}) == 1


def test_a_month_is_a_bar_and_a_day_is_not() -> None:
    rows = [
        event("A", date(2021, 3, 1), date(2021, 3, 31), "month"),
        event("A", date(2021, 8, 1), date(2021, 8, 1)),
    ]
    marks, _ = place_marks(rows, "lane_of", SINCE, UNTIL)
    assert [mark.is_bar for mark in marks] == [True, False]
    assert [mark.is_exact for mark in marks] == [False, True]


def test_an_unbounded_side_is_a_tail_of_a_year_within_the_axis() -> None:
    rows = [event("A", None, date(2022, 1, 1), "before"), event("A", date(2022, 6, 1), None, "after")]
    marks, _ = place_marks(rows, "lane_of", SINCE, UNTIL)
    assert [mark.left for mark in marks] == [
        date(2022, 1, 1).toordinal() - TAIL,
        date(2022, 6, 1).toordinal(),
    ]
    assert [mark.right for mark in marks] == [date(2022, 1, 1).toordinal(), UNTIL.toordinal()]


def test_undated_events_are_not_placed() -> None:
    marks, lanes = place_marks([event("A", None, None, "unknown")], "lane_of", SINCE, UNTIL)
    assert marks == []
    assert lanes == []


def test_a_missing_lane_is_called_not_stated_and_the_first_of_several_counts() -> None:
    day = date(2021, 1, 1)
    _, lanes = place_marks(
        [event(None, day, day), event("UNODC; WCO", day, day), event("UNODC", day, day)],
        "lane_of",
        SINCE,
        UNTIL,
    )
    assert [(lane.name, lane.events) for lane in lanes] == [("UNODC", 2), ("not stated", 1)]


def test_more_lanes_than_fit_share_the_last() -> None:
    day = date(2021, 1, 1)
    _, lanes = place_marks([event(f"L{n:02}", day, day) for n in range(MOST + 3)], "lane_of", SINCE, UNTIL)
    assert len(lanes) == MOST
    assert (lanes[-1].name, lanes[-1].events) == ("All others", 4)


def test_an_open_side_reaches_a_year_within_the_calendar() -> None:
    assert day_span(date.max, None) == (date.max.toordinal(), date.max.toordinal())
    assert day_span(None, date.min) == (1, 1)
    assert day_span(date(2021, 1, 1), None) == (date(2021, 1, 1).toordinal(), date(2022, 1, 1).toordinal())
