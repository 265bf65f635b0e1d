from collections.abc import Callable

from data.brief.context import Context
from data.brief.parts import recommendations
from data.brief.request import Length
from data.filters import Filters
from tests.data.brief.reading import list_sentences, say

Make = Callable[..., Context]


def test_who_asks_what_of_whom_and_what_followed(context: Make) -> None:
    assert say(recommendations.section(context())) == [
        "Recommendations",
        "The record holds three recommendations that match. For two of them a source on what followed was "
        "found.",
        "ALPHA, 3 March 2021. Build more posts. It is addressed to Member states.",
        "Anna Alfova, ALPHA, 3 March 2021. Train the officers of the posts. It is addressed to BETA. "
        "A later source "
        "on what followed: Beta says that it trains them.",
        "Boris Betov. Share what is known. The source names no addressee. A later source on what "
        "followed: Done "
        "at once.",
    ]


def test_what_followed_rests_on_the_source_that_says_so(context: Make) -> None:
    found = list_sentences(recommendations.section(context()))
    [followed] = [each for each in found if "trains them" in each.text]
    assert [each.source_id for each in followed.citations] == ["beta-2022-page"]


def test_a_short_brief_gives_fewer_and_says_so(context: Make) -> None:
    made = context(length=Length.ONE)
    made.given["recommendations"] = 2
    told = say(recommendations.section(made))
    assert told[1].endswith("Of the three recommendations two are given here, the newest first.")
    assert len(told) == 4


def test_none_is_no_part(context: Make) -> None:
    assert recommendations.section(context(filters=Filters(words="zzz"))) == []
