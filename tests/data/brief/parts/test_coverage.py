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
        "Of the publishers that report what matches, three pages were read: Alpha 1, Beta 1 and Beta News "
        "1. Of one of these pages the month of publication is not known. Their pages were last read in "
        "January 2026. The year of one of the events is not known. "
        "The date of one of the events is inferred and not "
        "printed by its source. For one of the events the sources name no organiser."
    )


def test_under_dates_the_pages_of_these_months_count_and_months_without_any(context: Make) -> None:
    filters = Filters(since=date(2021, 2, 10), until=date(2021, 4, 1))
    assert say(coverage.section(context(filters=filters)))[1] == (
        "Of the publishers that report what matches, two pages published in the months of the range were "
        "read: Alpha 1 and Beta News 1. Their pages were last read on 2 January 2026. In two of the three "
        "months of the range none of the pages read was published; that is no sign that nothing "
        "happened then. The year of one of the events is not known."
    )
    earlier = context(filters=Filters(since=date(2020, 1, 1), until=date(2020, 2, 1), kinds=("decision",)))
    assert say(coverage.section(earlier))[1] == (
        "Of the publishers that report what matches, no page published in the months of the range was "
        "read. Of one more of their pages the month of publication is not known. Their pages were last "
        "read in January 2026. In two of the two months of the range none of the pages read was published; "
        "that is no sign that nothing happened then. The sources name no organiser of the event."
    )
    assert coverage.list_range_months(context(filters=Filters(since=date(2021, 2, 10)))) == []


def test_one_month_is_said_as_such(context: Make) -> None:
    filters = Filters(since=date(2021, 3, 1), until=date(2021, 3, 31))
    assert (
        "In the month of the range at least one of the pages read was published."
        in say(coverage.section(context(filters=filters)))[1]
    )


def test_what_was_read_on_several_days_is_between_them(context: Make) -> None:
    made = context()
    made.publishers = [
        row | {"read_on": day}
        for row, day in zip(made.publishers, ("2026-03", "2026-01-02", None), strict=True)
    ]
    assert (
        "Their pages were last read between 2 January 2026 and March 2026." in say(coverage.section(made))[1]
    )


def test_of_a_basket_its_events_alone_count(context: Make) -> None:
    assert coverage.section(context(basket=Basket(()))) == []
    chosen = Basket((Item("events", "2022-betaburg-exercise"),))
    assert say(coverage.section(context(basket=chosen)))[1] == (
        "The date of the event is inferred and not printed by its source."
    )


def test_inferred_places_are_counted(context: Make) -> None:
    made = context()
    made.events = [row | {"is_place_inferred": number < 2} for number, row in enumerate(made.events)]
    told = say(coverage.section(made))[1]
    assert "The places of two of the events are inferred and not printed by their sources." in told
