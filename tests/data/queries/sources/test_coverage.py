from datetime import date

import pytest

from data.filters import Filters
from data.queries.sources.coverage import list_all_months, list_months, list_publishers
from tests.data.queries.conftest import Ask

READ = ("publisher", "month", "pages", "events", "read_on")


def test_a_month_read_says_pages_events_and_when_it_was_checked(ask: Ask) -> None:
    """BETA is dated by the year alone, GAMMA not at all: neither has a month."""
    assert ask(list_months(Filters()), *READ) == [
        ("Alpha", "2021-03", 1, 3, "2026-01-02"),
        ("Beta News", "2021-03", 1, 1, None),
    ]


@pytest.mark.parametrize(
    ("filters", "events"),
    [
        (Filters(kinds=("conference",)), [1, 1]),
        (Filters(kinds=("training",)), [1, 0]),
        (Filters(kinds=("operation",)), [0, 0]),
        (Filters(since=date(2021, 3, 5)), [2, 0]),
    ],
)
def test_filters_choose_the_events_and_never_the_pages(filters: Filters, events: list[int], ask: Ask) -> None:
    """A month that was read stays, with none of the events."""
    assert ask(list_months(filters), "pages", "events") == [(1, number) for number in events]


def test_files_hold_the_months_of_every_publisher(ask: Ask) -> None:
    for filters in (Filters(), Filters(kinds=("training",))):
        assert ask(list_all_months(filters), *READ) == ask(list_months(filters), *READ)


def test_every_publisher_with_what_has_a_month_and_what_has_none(ask: Ask) -> None:
    columns = ("publisher", "pages", "dated", "undated", "months", "events", "first", "last", "read_on")
    assert ask(list_publishers(Filters(kinds=("conference", "operation"))), *columns) == [
        ("Alpha", 1, 1, 0, 1, 1, "2021-03-05", "2021-03-05", "2026-01-02"),
        ("Beta", 1, 0, 1, 0, 1, "2022", "2022", "2026-01"),
        ("Beta News", 1, 1, 0, 1, 1, "2021-03", "2021-03", None),
        ("Gamma", 1, 0, 1, 0, 0, None, None, None),
    ]
