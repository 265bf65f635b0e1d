from collections.abc import Callable
from datetime import date

from data.brief.basket import Basket, Item
from data.brief.context import Context
from data.brief.parts import coverage
from data.filters import Filters
from tests.data.brief.reading import say

Make = Callable[..., Context]


def test_what_was_read_and_what_sources_leave_open(context: Make) -> None:
    [heading, said] = say(coverage.section(context()))
    assert heading == "What was not found or read"
    assert said == (
        "Of the publishers that report these events, 3 pages were read: Alpha 1, Beta 1 and Beta "
        "News 1. On one of "
        "these pages no date is printed. They were last read between January 2026 and 2 January "
        "2026. One event "
        "that matches has no date. The date of one of the events is inferred and not printed by "
        "its source. For "
        "one of the events the sources name no organiser."
    )


def test_months_in_which_nothing_read_was_published_are_counted(context: Make) -> None:
    filters = Filters(since=date(2021, 2, 10), until=date(2021, 4, 1))
    [_, said] = say(coverage.section(context(filters=filters)))
    assert (
        "In 2 of the 3 months of the range none of the pages read was published; that is no sign "
        "that nothing "
        "happened then." in said
    )
    assert coverage.list_range_months(context(filters=Filters(since=date(2021, 2, 10)))) == []


def test_of_a_basket_its_events_alone_count(context: Make) -> None:
    assert coverage.section(context(basket=Basket(()))) == []
    chosen = Basket((Item("events", "2022-betaburg-exercise"),))
    assert say(coverage.section(context(basket=chosen)))[1] == (
        "The date of one of the events is inferred and not printed by its source."
    )
