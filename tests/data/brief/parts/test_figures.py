from collections.abc import Callable
from datetime import date

from data.brief.context import Context
from data.brief.parts import figures
from data.filters import Filters
from tests.data.brief.reading import list_sentences, say

Make = Callable[..., Context]


def test_the_figures_of_the_whole_record(context: Make) -> None:
    assert say(figures.section(context())) == [
        "In figures",
        "The record holds six events that match. By kind they are decisions (1), conferences (1), "
        "meetings (1), "
        "openings (1), operations (1) and training (1). They involved four organisations, and "
        "two people spoke at them; they rest on three documents. On one of the events sources disagree "
        "about a value.",
    ]


def test_under_dates_what_is_certain_and_what_is_possible_stand_apart(context: Make) -> None:
    def first(since: date, until: date) -> list[str]:
        found = figures.section(context(filters=Filters(since=since, until=until)))
        return [each.text for each in list_sentences(found)]

    assert first(date(2021, 1, 1), date(2022, 3, 1))[:2] == [
        "The record holds two events that are certainly in the range of dates.",
        "Besides, three more may be in it, because their dates are not exact.",
    ]
    assert first(date(2022, 3, 1), date(2022, 3, 2))[0] == (
        "The record holds three events that may be in the range of dates; their dates are not exact."
    )
    assert first(date(1999, 1, 1), date(1999, 1, 2)) == [
        "The record holds two events that may be in the range of dates; their dates are not exact.",
        "By kind they are decisions (1) and meetings (1).",
        "They involved two organisations, and nobody on record spoke at them; they rest on two documents.",
    ]


def test_nothing_that_matches_is_said(context: Make) -> None:
    found = list_sentences(figures.section(context(filters=Filters(words="zzz"))))
    assert [each.text for each in found] == ["The record holds no event that matches."]


def test_every_figure_rests_on_the_record(context: Make) -> None:
    found = list_sentences(figures.section(context()))
    assert {each.citations[0].source_id for each in found} == {""}


def test_of_one_event_the_sentences_are_in_the_singular(context: Make) -> None:
    found = list_sentences(figures.section(context(filters=Filters(kinds=("conference",)))))
    assert [each.text for each in found] == [
        "The record holds one event that matches.",
        "It is counted among conferences.",
        "It involved three organisations, and two people spoke at it; it rests on two documents.",
        "On it sources disagree about a value.",
    ]
