from datetime import date

import pytest

from data.filters import Filters
from data.queries.sources.list import list_sources_with_rows
from data.queries.sources.rows import count_rows_by_table, list_originators, list_sources_by_id
from tests.data.queries.conftest import Ask

PAGE, REPORT, REPOST, GAZETTEER = (
    "beta-2022-page",
    "alpha-2021-report",
    "alpha-2021-repost",
    "gamma-gazetteer",
)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), [PAGE, REPORT, REPOST, GAZETTEER]),
        (Filters(kinds=("conference",)), [REPORT, REPOST]),
        (Filters(kinds=("training",)), [REPORT]),
        (Filters(organisations=("beta",), roles=("organiser",)), [PAGE]),
        (Filters(organisations=("delta",)), [REPORT]),
        (Filters(since=date(2023, 1, 1)), [REPORT]),
        (Filters(words="round table"), [REPORT, REPOST]),
        (Filters(words="gazetteer"), [GAZETTEER]),
        (Filters(words="сообщение"), [PAGE]),
        (Filters(words="gazetteer", kinds=("conference",)), []),
        (Filters(words="' OR 1=1 zzz"), []),
    ],
)
def test_sources_that_bear_on_what_matches_newest_first(filters: Filters, ids: list[str], ask: Ask) -> None:
    assert ask(list_sources_with_rows(filters), "id") == ids
    assert ask(list_sources_with_rows(filters, 1, 1), "id") == ids[1:2]


def test_sources_say_how_much_rests_on_them(ask: Ask) -> None:
    columns = ("id", "events", "speakers", "recommendations", "statements", "office_counts", "claims")
    assert ask(list_sources_with_rows(Filters()), *columns) == [
        (PAGE, 3, 1, 1, 1, 2, 3),
        (REPORT, 3, 2, 2, 2, 2, 6),
        (REPOST, 1, 1, 0, 0, 0, 2),
        (GAZETTEER, 0, 0, 0, 0, 0, 0),
    ]


def test_rows_that_rest_on_one_source_most_first(ask: Ask) -> None:
    assert ask(count_rows_by_table(GAZETTEER), "table", "rows") == [
        ("countries", 4),
        ("places", 4),
        ("borders", 3),
    ]
    assert ask(count_rows_by_table(REPOST), "table", "rows") == [
        ("claims", 2),
        ("event_organisations", 1),
        ("speakers", 1),
    ]
    assert ask(count_rows_by_table("nobody")) == []


def test_sources_are_found_by_their_ids(ask: Ask) -> None:
    assert ask(list_sources_by_id((REPORT, GAZETTEER, "nobody")), "id") == [REPORT, GAZETTEER]


def test_originators_with_every_publisher_of_their_words(ask: Ask) -> None:
    assert ask(list_originators(), "originator", "publisher") == [
        ("alpha", "Alpha"),
        ("alpha", "Beta News"),
        ("beta", "Beta"),
        ("gamma", "Gamma"),
    ]
