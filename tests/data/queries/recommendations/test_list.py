from datetime import date

import pytest

from data.filters import Filters
from data.queries.recommendations.list import (
    count_by_theme,
    count_recommendations,
    find_recommendation,
    list_recommendations,
    list_who_asks,
)
from tests.data.queries.conftest import Ask

POSTS, TRAINING, SHARE = "alpha-1-posts", "alpha-2-training", "beta-1-share"
ROUNDTABLE = "2021-03-03-alphaville-roundtable"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), [POSTS, TRAINING, SHARE]),
        (Filters(organisations=("alpha",)), [POSTS, TRAINING]),
        (Filters(organisations=("beta",)), [TRAINING]),
        (Filters(organisations=("alpha", "beta")), [POSTS, TRAINING]),
        (Filters(organisations=("alpha", "beta"), match_all=True), [TRAINING]),
        (Filters(organisations=("gamma-uz",)), []),
        (Filters(organisations=("beta",), roles=("organiser",)), [TRAINING]),
        (Filters(themes=("border-management",)), [POSTS, TRAINING]),
        (Filters(themes=("early-warning",)), [SHARE]),
        (Filters(themes=("drugs",)), []),
        (Filters(words="train"), [TRAINING]),
        (Filters(words="BETA"), [TRAINING]),
        (Filters(words="Betov"), [SHARE]),
        (Filters(words="Альфа"), [POSTS, TRAINING]),
        (Filters(words="' OR 1=1 zzz"), []),
        (Filters(since=date(2021, 3, 4), until=date(2021, 3, 4)), [POSTS, TRAINING, SHARE]),
        (Filters(since=date(2021, 3, 5)), [SHARE]),
        (Filters(countries=("UZB",)), [POSTS, TRAINING]),
        (Filters(countries=("KAZ",)), []),
        (Filters(kinds=("conference",), words="posts", themes=("border-management",)), [POSTS, TRAINING]),
    ],
)
def test_recommendations_newest_event_first_in_the_order_of_the_source(
    filters: Filters, ids: list[str], ask: Ask
) -> None:
    assert ask(list_recommendations(filters), "id") == ids


def test_a_recommendation_says_who_asked_what_of_whom(ask: Ask) -> None:
    [row] = ask(list_recommendations(Filters(words="train")))
    assert (
        row.items()
        >= {
            "id": TRAINING,
            "position": 2,
            "text": "Train the officers of the posts.",
            "person": "Anna Alfova",
            "organisation": "ALPHA",
            "family": "un_global",
            "addressee": "BETA",
            "themes": "Border management",
            "instrument": "Gamma Note",
            "follow_up": "under_way",
            "follow_up_state": "under_way",
            "follow_up_since": None,
            "follow_ups": "under way: Beta says that it trains them. (beta-2022-page)",
            "quoted_at_event": None,
            "event_id": ROUNDTABLE,
            "event": "Round table on alpha borders",
            "event_start_on": "2021-03-03",
            "source_id": "alpha-2021-report",
            "source_publisher": "Alpha",
            "source_title": "Alpha report",
            "source_published_on": "2021-03-05",
            "source_url": "https://alpha.example/report",
        }.items()
    )


def test_the_match_of_dates_is_said_under_a_range_alone(ask: Ask) -> None:
    assert "date_match" not in ask(list_recommendations(Filters()))[0]
    assert ask(list_recommendations(Filters(since=date(2021, 3, 4))), "id", "date_match") == [
        (POSTS, "certainly"),
        (TRAINING, "certainly"),
        (SHARE, "possibly"),
    ]


def test_an_addressee_without_a_row_is_named_as_the_source_does(ask: Ask) -> None:
    assert ask(list_recommendations(Filters()), "addressee", "event") == [
        ("Member states", "Round table on alpha borders"),
        ("BETA", "Round table on alpha borders"),
        (None, None),
    ]


RANGE = Filters(since=date(2021, 3, 4), until=date(2022, 6, 30))


def test_the_numbers_of_the_page(ask: Ask) -> None:
    assert ask(count_recommendations(Filters())) == [
        {
            "recommendations": 3,
            "organisations": 1,
            "persons": 2,
            "addressees": 2,
            "named": 2,
            "followed": 2,
            "touched": 0,
            "certainly": 3,
            "possibly": 0,
            "statements": 3,
        }
    ]


def test_under_a_range_a_row_matches_as_its_event_does(ask: Ask) -> None:
    """That of the two is certainly in it; the third has no event, so it may be."""
    [row] = ask(count_recommendations(RANGE))
    listed = ask(list_recommendations(RANGE), "date_match")
    assert (row["certainly"], row["possibly"]) == (listed.count("certainly"), listed.count("possibly"))
    assert row["recommendations"] == len(listed) == 3


@pytest.mark.parametrize("filters", [Filters(), Filters(themes=("early-warning",))])
def test_bars_by_theme_do_not_depend_on_the_theme_asked_for(filters: Filters, ask: Ask) -> None:
    assert ask(count_by_theme(filters), "theme_id", "family", "rows", "possibly") == [
        ("border-management", "un_global", 2, 0),
        ("early-warning", "other", 1, 0),
    ]


def test_who_asks_whom_and_through_whom(ask: Ask) -> None:
    assert ask(list_who_asks(Filters()), "name", "rows", "people", "whom", "of") == [
        ("ALPHA", 2, "Anna Alfova", "Member states (1); BETA (1)", 2),
        ("not stated", 1, "Boris Betov", None, 2),
    ]
    assert ask(list_who_asks(Filters(words="zzz"))) == []


def test_pages_of_the_list_are_runs_of_it(ask: Ask) -> None:
    every = ask(list_recommendations(Filters()))
    assert ask(list_recommendations(Filters(), 0, 2)) == every[:2]
    assert ask(list_recommendations(Filters(), 2, 2)) == every[2:]
    assert ask(list_recommendations(Filters(), 9, 2)) == []


def test_one_is_found_wherever_it_stands_if_it_matches(ask: Ask) -> None:
    assert ask(find_recommendation(Filters(), "beta-1-share"), "text") == ["Share what is known."]
    assert ask(find_recommendation(Filters(organisations=("alpha",)), "beta-1-share")) == []
    assert ask(find_recommendation(Filters(), "nothing")) == []
