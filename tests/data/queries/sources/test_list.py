"""What is counted of sources, and where they differ, agrees with their lists."""

from datetime import date

import pytest

from data.filters import Filters
from data.queries.sources.list import (
    count_sources,
    find_source,
    list_publishers,
    list_sources,
    list_sources_with_rows,
)
from tests.data.queries.conftest import Ask

FILTERS = [
    Filters(),
    Filters(kinds=("conference",)),
    Filters(organisations=("beta",), roles=("organiser",)),
    Filters(since=date(2023, 1, 1)),
    Filters(words="gazetteer"),
    Filters(words="gazetteer", kinds=("conference",)),
    Filters(words="zzz"),
]


@pytest.mark.parametrize("filters", FILTERS)
def test_pages_are_runs_of_the_list_of_sources(filters: Filters, ask: Ask) -> None:
    columns = ("id", "published_on", "events", "claims")
    every = ask(list_sources_with_rows(filters), *columns)
    assert ask(list_sources(filters, 0, 9), *columns) == every
    assert ask(list_sources(filters, 1, 2), *columns) == every[1:3]
    assert ask(count_sources(filters), "sources", "claims") == [(len(every), sum(row[3] for row in every))]


def test_the_numbers_of_the_page(ask: Ask) -> None:
    assert ask(count_sources(Filters(), ("0" * 64, "1" * 64))) == [
        {
            "sources": 4,
            "publishers": 4,
            "originators": 3,
            "whole": 2,
            "mirrored": 1,
            "hashed": 1,
            "claims": 11,
            "at_hand": 1,
            "first": 2021,
            "last": 2022,
        }
    ]
    [none] = ask(count_sources(Filters(words="zzz")))
    assert set(none.values()) == {0}


def test_one_source_is_found_wherever_it_stands_if_it_matches(ask: Ask) -> None:
    assert ask(find_source(Filters(), "gamma-gazetteer"), "title", "events", "claims") == [
        ("Gamma gazetteer", 0, 0)
    ]
    assert ask(find_source(Filters(kinds=("conference",)), "gamma-gazetteer")) == []
    assert ask(find_source(Filters(), "nobody")) == []


def test_what_was_read_of_each_publisher(ask: Ask) -> None:
    columns = ("publisher", "sources", "originators", "whole", "first", "last", "read_on")
    assert ask(list_publishers(Filters()), *columns) == [
        ("Alpha", 1, 1, 1, "2021-03-05", "2021-03-05", "2026-01-02"),
        ("Beta", 1, 1, 0, "2022", "2022", "2026-01"),
        ("Beta News", 1, 1, 0, "2021-03", "2021-03", None),
        ("Gamma", 1, 1, 1, None, None, None),
    ]
    assert ask(list_publishers(Filters(kinds=("conference",))), "publisher") == ["Alpha", "Beta News"]
