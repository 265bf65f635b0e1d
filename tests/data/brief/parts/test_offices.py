from collections.abc import Callable
from datetime import date

from data.brief.context import Context
from data.brief.parts import offices
from data.brief.request import Length
from data.filters import Filters
from tests.data.brief.reading import list_sentences, say

Make = Callable[..., Context]
TOTALS = (
    "Beta counts over 10 Border Liaison Offices in all, as of July 2022. The count before that is 3, as of "
    "November 2021, by Alpha."
)
BORDERS = (
    "On the Tajik-Uzbek border 2 offices were operational in November 2021. On the Kazakh-Uzbek "
    "border more were "
    "being established in 2022; the source gives no number. The latest numbers by border add up to "
    "2; no source "
    "gives the newest count by border."
)


def test_the_newest_count_leads_then_borders_then_names(context: Make) -> None:
    assert say(offices.section(context())) == [
        "Border Liaison Offices",
        TOTALS,
        BORDERS,
        "On the Tajik-Uzbek border Gamma crossing (opened May 2020) and Omega post (opened by June "
        "2021) are known "
        "by name. One office that sources count has no published place.",
    ]


def test_length_leaves_out_names_then_borders(context: Make) -> None:
    assert say(offices.section(context(length=Length.TWO)))[1:] == [TOTALS, BORDERS]
    assert say(offices.section(context(length=Length.ONE)))[1:] == [TOTALS]


def test_the_end_of_the_range_is_what_was_known_then(context: Make) -> None:
    then = say(offices.section(context(filters=Filters(until=date(2021, 12, 31)))))
    assert then[1] == "Alpha counts 3 Border Liaison Offices in all, as of November 2021."
    before = say(offices.section(context(filters=Filters(until=date(2019, 1, 1)))))
    assert before == []


def test_each_number_rests_on_the_row_that_counts(context: Make) -> None:
    found = list_sentences(offices.section(context()))
    assert [each.citations[0].source_id for each in found[:4]] == [
        "beta-2022-page", "alpha-2021-report", "alpha-2021-report", "beta-2022-page",
    ]  # fmt: skip
    assert all(each.citations for each in found)
