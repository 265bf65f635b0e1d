from datetime import date

import pytest

from data.filters import Filters
from data.queries.events.list import list_newest_events
from data.queries.overview import count_figures, find_release
from tests.data.queries.conftest import Ask

ROUNDTABLE, COURSE = "2021-03-03-alphaville-roundtable", "2021-03-alphaville-course"
EXERCISE, OPENING = "2022-betaburg-exercise", "2022-06-beta-office"


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (Filters(), (6, 4, 2, 3)),
        (Filters(kinds=("conference",)), (1, 3, 2, 2)),
        (Filters(organisations=("delta",)), (1, 1, 0, 1)),
        (Filters(since=date(2023, 1, 1)), (1, 1, 0, 1)),
        (Filters(words="zzz"), (0, 0, 0, 0)),
    ],
)
def test_the_headline_figures_count_what_matches(
    filters: Filters, numbers: tuple[int, ...], ask: Ask
) -> None:
    assert ask(count_figures(filters), "events", "organisations", "speakers", "sources") == [numbers]


def test_what_is_certainly_in_the_range_is_counted_apart(ask: Ask) -> None:
    columns = ("events", "organisations", "speakers")
    [row] = ask(count_figures(Filters(since=date(2021, 3, 4), until=date(2021, 12, 31))))
    assert [row[name] for name in columns] == [3, 4, 2]
    assert [row[f"{name}_certainly"] for name in columns] == [1, 3, 2]


def test_the_newest_events_newest_first(ask: Ask) -> None:
    assert ask(list_newest_events(Filters(), 3), "id") == [EXERCISE, OPENING, COURSE]
    assert ask(list_newest_events(Filters(countries=("UZB",)), 9), "id") == [COURSE, ROUNDTABLE]
    assert ask(list_newest_events(Filters(), 9), "id")[-1] == "undated-delta-meeting"


def test_the_release_says_what_was_read(ask: Ask) -> None:
    assert ask(find_release(), "release", "files", "rows") == [("test.1", 27, 106)]
