from datetime import date

import pytest

from data.filters import Filters
from data.queries.events.histogram import count_beginnings, count_lanes
from tests.data.queries.conftest import Ask

WHOLE = (date(2020, 1, 1), date(2022, 12, 31))


def test_beginnings_are_counted_by_month_between_their_bounds_undated_events_left_out(ask: Ask) -> None:
    assert ask(count_beginnings(Filters()), "earliest", "begins_by", "events") == [
        (date(2021, 3, 1), date(2021, 3, 31), 2),
        (date(2022, 1, 1), date(2022, 6, 30), 1),
        (date(2022, 1, 1), date(2022, 12, 31), 1),
        (None, date(2020, 12, 31), 1),
    ]
    assert ask(count_beginnings(Filters(kinds=("training", "meeting"))), "events") == [1]
    assert ask(count_beginnings(Filters(words="zzz")), "events") == []


def test_lanes_count_what_began_in_each_period_and_what_may_have(ask: Ask) -> None:
    columns = ("lane", "of", "start", "certainly", "possibly")
    assert ask(count_lanes(Filters(), "kind", *WHOLE, 12), "share")[:2] == [1, 0]
    assert ask(count_lanes(Filters(), "kind", *WHOLE, 12), *columns) == [
        ("Decisions", 1, date(2020, 1, 1), 0, 1),
        ("Conferences", 1, date(2021, 1, 1), 1, 0),
        ("Openings", 1, date(2022, 1, 1), 1, 0),
        ("Operations", 1, date(2022, 1, 1), 1, 0),
        ("Training", 1, date(2021, 1, 1), 1, 0),
    ]
    by_quarter = count_lanes(Filters(kinds=("opening",)), "kind", *WHOLE, 3)
    assert ask(by_quarter, "start", "certainly", "possibly", "share") == [
        (date(2022, 1, 1), 0, 1, 0.5),
        (date(2022, 4, 1), 0, 1, 0.5),
    ]


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("organiser", [("ALPHA", 2), ("BETA", 2), ("not stated", 1)]),
        ("country", [("not stated", 2), ("Kazakhstan", 1), ("Tajikistan", 1), ("Uzbekistan", 1)]),
    ],
)
def test_lanes_by_the_first_organiser_or_country_stand_busiest_first(
    by: str, found: list[tuple[str, int]], ask: Ask
) -> None:
    assert list(dict.fromkeys(ask(count_lanes(Filters(), by, *WHOLE, 12), "lane", "of"))) == found


def test_lanes_keep_to_the_range_and_tell_what_is_certainly_in_it(ask: Ask) -> None:
    since, until = date(2022, 6, 1), date(2022, 12, 31)
    found = count_lanes(Filters(since=since, until=until), "kind", since, until, 3)
    assert ask(found, "lane", "of", "of_certain", "start", "possibly") == [
        ("Openings", 1, 0, date(2022, 4, 1), 1),
        ("Operations", 1, 0, date(2022, 4, 1), 1),
        ("Operations", 1, 0, date(2022, 7, 1), 1),
        ("Operations", 1, 0, date(2022, 10, 1), 1),
    ]


def test_no_event_has_no_lane(ask: Ask) -> None:
    for by in ("kind", "organiser", "country"):
        assert ask(count_lanes(Filters(words="zzz"), by, *WHOLE, 3), "lane") == []


def test_lanes_are_by_kind_organiser_or_country(ask: Ask) -> None:
    with pytest.raises(ValueError, match="not by id"):
        ask(count_lanes(Filters(), "id", *WHOLE, 3))
