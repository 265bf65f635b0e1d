from datetime import date

import pytest

from data.filters import Filters
from data.queries.asked import recommendations, statements
from tests.data.queries.conftest import Ask

POSTS, TRAINING, SHARE = "alpha-1-posts", "alpha-2-training", "beta-1-share"
OFFER, THREAT, ASSESSMENT = "beta-offer", "alpha-threat", "gamma-assessment"
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
    assert ask(recommendations(filters), "id") == ids


def test_a_recommendation_says_who_asked_what_of_whom(ask: Ask) -> None:
    [row] = ask(recommendations(Filters(words="train")))
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
            "follow_up_note": "Beta says that it trains them.",
            "follow_up_source_id": "beta-2022-page",
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
    assert "date_match" not in ask(recommendations(Filters()))[0]
    assert ask(recommendations(Filters(since=date(2021, 3, 4))), "id", "date_match") == [
        (POSTS, "certainly"),
        (TRAINING, "certainly"),
        (SHARE, "possibly"),
    ]


def test_an_addressee_without_a_row_is_named_as_the_source_does(ask: Ask) -> None:
    assert ask(recommendations(Filters()), "addressee", "event") == [
        ("Member states", "Round table on alpha borders"),
        ("BETA", "Round table on alpha borders"),
        (None, None),
    ]


def test_the_match_of_dates_is_that_of_the_event_and_possible_without_one(ask: Ask) -> None:
    assert ask(statements(Filters(since=date(2022, 6, 1))), "id", "date_match") == [
        (OFFER, "possibly"),
        (ASSESSMENT, "possibly"),
    ]
    assert ask(statements(Filters(since=date(2022, 1, 1))), "id", "date_match") == [
        (OFFER, "certainly"),
        (ASSESSMENT, "possibly"),
    ]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), [OFFER, THREAT, ASSESSMENT]),
        (Filters(organisations=("alpha",)), [THREAT]),
        (Filters(organisations=("alpha", "gamma-uz")), [THREAT, ASSESSMENT]),
        (Filters(organisations=("alpha", "gamma-uz"), match_all=True), []),
        (Filters(themes=("drugs", "early-warning")), [THREAT, ASSESSMENT]),
        (Filters(kinds=("operation",)), [OFFER]),
        (Filters(countries=("UZB",)), [THREAT]),
        (Filters(words="zzz"), []),
    ],
)
def test_statements_match_as_recommendations_do(filters: Filters, ids: list[str], ask: Ask) -> None:
    assert ask(statements(filters), "id") == ids


def test_a_search_finds_statements(ask: Ask) -> None:
    assert ask(statements(Filters(words="smuggling")), "id") == [THREAT]


def test_a_statement_says_who_stated_what(ask: Ask) -> None:
    columns = (
        "position",
        "kind",
        "text",
        "person",
        "organisation",
        "family",
        "themes",
        "instrument",
        "event",
    )
    assert ask(statements(Filters(organisations=("gamma-uz",))), *columns) == [
        (
            2,
            "assessment",
            "The alpha plan works in part.",
            "Goli Gammaev",
            "GAMMA-UZ",
            "state",
            "Early warning",
            "Alpha Plan",
            None,
        )
    ]


def test_the_order_leaves_no_ties() -> None:
    """A source may number two lists from 1."""
    assert str(recommendations(Filters())).endswith("recommendations.position, recommendations.id")
    assert str(statements(Filters())).endswith("statements.position, statements.id")
