from datetime import date

import pytest

from data.filters import Filters
from data.queries.events.list import (
    count_events,
    count_in_range,
    find_bounds,
    find_event,
    list_events,
    list_newest_events,
)
from tests.data.queries.conftest import Ask

ROUNDTABLE, COURSE = "2021-03-03-alphaville-roundtable", "2021-03-alphaville-course"
EXERCISE, OPENING = "2022-betaburg-exercise", "2022-06-beta-office"
DECISION, UNDATED = "2020-before-decision", "undated-delta-meeting"


def test_events_come_oldest_first_by_first_else_last_day(ask: Ask) -> None:
    assert ask(list_events(Filters()), "id", "earliest", "latest") == [
        (DECISION, None, date(2020, 12, 31)),
        (COURSE, date(2021, 3, 1), date(2021, 3, 31)),
        (ROUNDTABLE, date(2021, 3, 3), date(2021, 3, 4)),
        (EXERCISE, date(2022, 1, 1), date(2022, 12, 31)),
        (OPENING, date(2022, 1, 15), date(2022, 6, 30)),
        (UNDATED, None, None),
    ]


def test_a_row_says_all_about_its_event(ask: Ask) -> None:
    assert ask(list_events(Filters(kinds=("conference",)))) == [
        {
            "id": ROUNDTABLE,
            "title": "Round table on alpha borders",
            "kind": "conference",
            "form": "round table",
            "mode": "hybrid",
            "start_on": "2021-03-03",
            "end_on": "2021-03-04",
            "date_precision": "day",
            "date_as_stated": None,
            "is_date_inferred": False,
            "date_reason": None,
            "place_as_stated": None,
            "is_place_inferred": False,
            "place_reason": None,
            "participants_as_stated": "Alpha, Beta and twelve others",
            "confidence": "high",
            "note": None,
            "earliest": date(2021, 3, 3),
            "latest": date(2021, 3, 4),
            "places": "Alphaville",
            "countries": "Uzbekistan",
            "country_ids": "UZB",
            "organisers": "ALPHA",
            "organiser_ids": "alpha",
            "participants": "BETA; GAMMA-UZ",
            "family": "un_global",
            "speakers": "Anna Alfova; Goli Gammaev",
            "themes": "Border management; Drugs; Early warning",
            "is_disputed": True,
            "source_id": "alpha-2021-report",
            "source_publisher": "Alpha",
            "source_title": "Alpha report",
            "source_published_on": "2021-03-05",
            "source_url": "https://alpha.example/report",
            "source_anchor": "fourteen bodies",
            "source_count": 2,
            "originator_count": 1,
            "source_ids": "alpha-2021-report,alpha-2021-repost",
        }
    ]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("places", [None, "Alphaville; Gamma crossing", "Alphaville", "Betaburg", None, "Delta region"]),
        ("country_ids", [None, "TJK; UZB", "UZB", "KAZ", None, None]),
        ("countries", [None, "Tajikistan; Uzbekistan", "Uzbekistan", "Kazakhstan", None, None]),
        ("organisers", [None, "ALPHA", "ALPHA", "BETA", "BETA", "DELTA"]),
        ("participants", ["BETA", "GAMMA-UZ", "BETA; GAMMA-UZ", "ALPHA", None, None]),
        ("family", ["regional", "un_global", "un_global", "regional", "regional", "other"]),
        ("speakers", [None, None, "Anna Alfova; Goli Gammaev", None, None, None]),
        (
            "themes",
            [
                None,
                None,
                "Border management; Drugs; Early warning",
                "Border management; Drugs",
                None,
                None,
            ],
        ),
        ("source_count", [1, 1, 2, 1, 1, 1]),
        ("originator_count", [1, 1, 1, 1, 1, 1]),
        ("is_disputed", [False, False, True, False, False, False]),
    ],
)
def test_what_is_gathered_of_each_event(column: str, values: list[object], ask: Ask) -> None:
    assert ask(list_events(Filters()), column) == values


def test_a_quoted_person_did_not_speak(ask: Ask) -> None:
    assert ask(list_events(Filters(kinds=("operation",))), "speakers") == [None]


def test_no_event_matches_nothing(ask: Ask) -> None:
    assert ask(list_events(Filters(words="zzz")), "id") == []


def test_the_bounds_hold_every_day_that_an_event_allows(ask: Ask) -> None:
    """The decision was taken by the end of 2020: a range from 2021 on would leave it out unasked."""
    assert ask(find_bounds()) == [{"first": date(2020, 12, 31), "last": date(2022, 12, 31)}]


YEAR = Filters(since=date(2022, 1, 1), until=date(2022, 6, 29))


def test_events_say_how_they_match_under_a_range_of_dates_alone(ask: Ask) -> None:
    assert ask(list_events(YEAR), "id", "date_match") == [
        (EXERCISE, "possibly"),
        (OPENING, "possibly"),
        (UNDATED, "possibly"),
    ]
    assert "date_match" not in ask(list_events(Filters()))[0]


def test_what_is_only_possibly_in_the_range_comes_last_and_widens_no_span(ask: Ask) -> None:
    march = Filters(since=date(2021, 3, 3), until=date(2021, 3, 31))
    assert ask(list_events(march), "id", "date_match")[:2] == [
        (ROUNDTABLE, "certainly"),
        (COURSE, "possibly"),
    ]
    assert ask(count_events(march), "first", "last") == [(date(2021, 3, 3), date(2021, 3, 4))]
    assert ask(count_events(YEAR), "first", "last") == [(None, None)]


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (YEAR, (0, 3)),
        (Filters(since=date(2022, 1, 1), until=date(2022, 12, 31)), (2, 1)),
        (Filters(since=date(2022, 1, 1), kinds=("operation",)), (1, 0)),
        (Filters(since=date(2022, 1, 1), words="zzz"), (0, 0)),
    ],
)
def test_events_in_the_range_are_counted_certainly_and_possibly(
    filters: Filters, numbers: tuple[int, int], ask: Ask
) -> None:
    assert ask(count_in_range(filters), "certainly", "possibly") == [numbers]


def test_a_page_is_a_run_of_the_list(ask: Ask) -> None:
    every = ask(list_events(YEAR))
    assert ask(list_events(YEAR, 0, 2)) == every[:2]
    assert ask(list_events(YEAR, 2, 2)) == every[2:]
    assert ask(list_events(YEAR, 9, 2)) == []


def test_one_event_is_found_if_it_matches(ask: Ask) -> None:
    assert ask(find_event(YEAR, OPENING)) == [ask(list_events(YEAR))[1]]
    assert ask(find_event(YEAR, COURSE)) == ask(find_event(YEAR, "nothing")) == []


@pytest.mark.parametrize("most", range(1, 7))
def test_the_newest_are_the_first_of_all_newest(most: int, ask: Ask) -> None:
    assert ask(list_newest_events(Filters(), most)) == ask(list_newest_events(Filters(), 9))[:most]


def test_what_may_have_been_any_time_before_a_day_is_not_new(ask: Ask) -> None:
    """The decision is dated before 2020: nothing says that it was in 2019."""
    assert ask(list_newest_events(Filters(), 6), "id") == [
        EXERCISE,
        OPENING,
        COURSE,
        ROUNDTABLE,
        DECISION,
        UNDATED,
    ]
