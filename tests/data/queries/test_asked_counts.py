"""What is counted of recommendations and statements agrees with their lists."""

from datetime import date

import pytest

from data.filters import Filters
from data.queries import asked
from data.queries.asked_counts import bodies, by_theme, counted, kinds, one, page, said_page
from tests.data.queries.conftest import Ask

RANGE = Filters(since=date(2021, 3, 4), until=date(2022, 6, 30))


def test_the_numbers_of_the_page(ask: Ask) -> None:
    assert ask(counted(Filters())) == [
        {
            "recommendations": 3,
            "organisations": 1,
            "persons": 2,
            "addressees": 2,
            "named": 2,
            "followed": 2,
            "certainly": 3,
            "possibly": 0,
            "statements": 3,
        }
    ]


def test_under_a_range_a_row_matches_as_its_event_does(ask: Ask) -> None:
    """That of the two is certainly in it; the third has no event, so it may be."""
    [row] = ask(counted(RANGE))
    listed = ask(asked.recommendations(RANGE), "date_match")
    assert (row["certainly"], row["possibly"]) == (listed.count("certainly"), listed.count("possibly"))
    assert row["recommendations"] == len(listed) == 3


@pytest.mark.parametrize("filters", [Filters(), Filters(themes=("early-warning",))])
def test_bars_by_theme_do_not_depend_on_the_theme_asked_for(filters: Filters, ask: Ask) -> None:
    assert ask(by_theme(filters), "theme_id", "family", "rows", "possibly") == [
        ("border-management", "un_global", 2, 0),
        ("early-warning", "other", 1, 0),
    ]


def test_who_asks_whom_and_through_whom(ask: Ask) -> None:
    assert ask(bodies(Filters()), "name", "rows", "people", "whom", "of") == [
        ("ALPHA", 2, "Anna Alfova", "Member states (1); BETA (1)", 2),
        ("not stated", 1, "Boris Betov", None, 2),
    ]
    assert ask(bodies(Filters(words="zzz"))) == []


def test_pages_of_the_list_are_runs_of_it(ask: Ask) -> None:
    every = ask(asked.recommendations(Filters()))
    assert ask(page(Filters(), 0, 2)) == every[:2]
    assert ask(page(Filters(), 2, 2)) == every[2:]
    assert ask(page(Filters(), 9, 2)) == []


def test_one_is_found_wherever_it_stands_if_it_matches(ask: Ask) -> None:
    assert ask(one(Filters(), "beta-1-share"), "text") == ["Share what is known."]
    assert ask(one(Filters(organisations=("alpha",)), "beta-1-share")) == []
    assert ask(one(Filters(), "nothing")) == []


def test_statements_are_counted_by_kind_and_stand_kind_by_kind(ask: Ask) -> None:
    assert ask(kinds(Filters()), "kind", "statements") == [("assessment", 1), ("threat", 1), ("offer", 1)]
    assert ask(said_page(Filters(), ("threat", "assessment"), 0, 9), "id") == [
        "alpha-threat",
        "gamma-assessment",
    ]
    assert ask(said_page(Filters(), ("threat", "assessment"), 1, 1), "id") == ["gamma-assessment"]
    assert ask(said_page(Filters(), (), 0, 9)) == []
