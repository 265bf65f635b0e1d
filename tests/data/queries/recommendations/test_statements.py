from datetime import date

import pytest

from data.filters import Filters
from data.queries.recommendations.statements import count_kinds, find_statement, list_statements
from tests.data.queries.conftest import Ask

OFFER, THREAT, ASSESSMENT = "beta-offer", "alpha-threat", "gamma-assessment"


def test_the_match_of_dates_is_that_of_the_event_and_possible_without_one(ask: Ask) -> None:
    assert ask(list_statements(Filters(since=date(2022, 6, 1))), "id", "date_match") == [
        (OFFER, "possibly"),
        (ASSESSMENT, "possibly"),
    ]
    assert ask(list_statements(Filters(since=date(2022, 1, 1))), "id", "date_match") == [
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
    assert ask(list_statements(filters), "id") == ids


def test_a_search_finds_statements(ask: Ask) -> None:
    assert ask(list_statements(Filters(words="smuggling")), "id") == [THREAT]


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
    assert ask(list_statements(Filters(organisations=("gamma-uz",))), *columns) == [
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


def test_kinds_of_statements_do_not_stand_for_kinds_of_events(ask: Ask) -> None:
    """The threat was stated at a conference; what was said as a threat at an exercise is nothing."""
    assert ask(list_statements(Filters(kinds=("conference",)), ("threat",)), "id") == [THREAT]
    assert ask(list_statements(Filters(kinds=("operation",)), ("threat",)), "id") == []


def test_statements_are_counted_by_kind_and_stand_kind_by_kind(ask: Ask) -> None:
    assert ask(count_kinds(Filters()), "kind", "statements") == [
        ("assessment", 1),
        ("threat", 1),
        ("offer", 1),
    ]
    assert ask(list_statements(Filters(), ("threat", "assessment"), 0, 9), "id") == [
        "alpha-threat",
        "gamma-assessment",
    ]
    assert ask(list_statements(Filters(), ("threat", "assessment"), 1, 1), "id") == ["gamma-assessment"]


def test_one_statement_is_its_row_of_the_list_where_it_matches(ask: Ask) -> None:
    early = Filters(since=date(2022, 1, 1))
    assert ask(find_statement(early, ASSESSMENT)) == [ask(list_statements(early))[1]]
    assert ask(find_statement(early, THREAT)) == ask(find_statement(Filters(), "nothing")) == []
