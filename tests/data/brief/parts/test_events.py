from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from data.brief.context import Context
from data.brief.parts import events
from data.brief.request import Length
from data.filters import Filters
from tests.data.brief.reading import list_sentences, say

Make = Callable[..., Context]


def test_each_event_is_told_from_its_fields_under_its_year(context: Make) -> None:
    assert say(events.section(context())) == [
        "Events",
        "2020",
        "By December 2020. Decision on the alpha plan. BETA was invited.",
        "2021",
        "March 2021, Alphaville (Uzbekistan) and Gamma crossing (Tajikistan). Course for alpha officers. "
        "ALPHA organised it. GAMMA-UZ took part.",
        "3–4 March 2021, Alphaville, Uzbekistan. Round table on alpha borders. ALPHA organised it. "
        "GAMMA-UZ was the host. BETA took part. Anna Alfova (Head of Alpha, ALPHA, by video link) and Goli "
        "Gammaev (Deputy Minister, GAMMA-UZ) spoke. Alpha speaks of 14 people taking part. Beta News "
        "speaks of "
        "about 20 people taking part. Sources differ on the start date: according to Alpha, 3 March "
        "2021; according to Beta News, 4 March 2021.",
        "2022",
        '2022, Betaburg, Kazakhstan. Exercise "Beta shield". BETA carried it out. ALPHA was a '
        "partner. The date "
        "is inferred. The page prints no month.",
        "Between 15 January 2022 and June 2022. Beta office opens. BETA organised it.",
        "Year not known",
        "Date not stated, Delta region. Meeting of delta. DELTA organised it.",
    ]


def test_under_themes_each_event_stands_under_its_first(context: Make) -> None:
    headings = [section.heading for section in events.section(context(by="theme"))]
    assert headings[0] == "Events"
    assert headings[-1] == "Year not known"
    assert headings[1:-1] == sorted(headings[1:-1])


def test_a_short_brief_says_less_and_how_many_it_gives(context: Make) -> None:
    made = context(length=Length.ONE)
    made.given["events"] = 3
    told = say(events.section(made))
    assert told[1] == (
        "Of the six events three are given here: those most documents report; of equals the newer."
    )
    assert len(told) == 5
    assert not [line for line in told[2:] if "organised" in line]
    [two] = events.section(context(length=Length.TWO))
    assert [line for line in say([two]) if "ALPHA organised it." in line]
    assert not [line for line in say([two]) if "took part" in line]


@pytest.mark.parametrize("length", Length)
def test_what_is_inferred_is_said_at_any_length(context: Make, length: Length) -> None:
    made = context(length=length)
    [row] = [row for row in made.events if row["id"] == "2022-betaburg-exercise"]
    guess = {"is_place_inferred": True, "place_reason": "Its office is there."}
    told = " ".join(each.text for each in events.sentences(made, row | guess | {"is_short": True}))
    assert "The date is inferred. The page prints no month." in told
    assert "The place is inferred. Its office is there." in told


def test_where_few_are_told_at_length_of_the_others_is_said_when_where_and_what(context: Make) -> None:
    made = context(length=Length.FIVE)
    made.at_length = 1
    told = say(events.section(made))
    assert told[1] == "At length one of them is told, of the others date, place and title."
    assert len([line for line in told if "organised it" in line]) == 1
    assert [line for line in told if "Sources differ on the start date" in line]
    assert "Between 15 January 2022 and June 2022. Beta office opens." in told


def test_an_event_that_may_lie_outside_the_range_says_so(context: Make) -> None:
    filters = Filters(organisations=("beta",), since=date(2022, 5, 1), until=date(2022, 12, 31))
    told = say(events.section(context(filters=filters)))
    assert told == [
        "Events",
        "2022",
        '2022, Betaburg, Kazakhstan. Exercise "Beta shield". Its date is not exact, and it may lie '
        "outside the "
        "range. BETA carried it out. ALPHA was a partner. The date is inferred. The page prints no month.",
        "Between 15 January 2022 and June 2022. Beta office opens. Its date is not exact, and it may "
        "lie outside "
        "the range. BETA organised it.",
    ]


def test_rival_values_are_cited_each_from_who_states_it(context: Make) -> None:
    found = list_sentences(events.section(context()))
    [rivals] = [each for each in found if each.text.startswith("Sources differ")]
    assert [each.publisher for each in rivals.citations] == ["Alpha", "Beta News"]
    [people] = [each for each in found if "14 people" in each.text]
    assert [(each.words, each.paragraph) for each in people.citations] == [("fourteen bodies", 2)]


def test_lists_that_differ_have_a_sentence_each(context: Make) -> None:
    made = context()
    claims = [
        claim | {"value": f"a; {claim['claimant']}", "field": "participants_as_stated"}
        for claim in made.evidence.claims("events", "2021-03-03-alphaville-roundtable")
        if claim["field"] == "start_on"
    ]
    found = list(events._differ(made, "participants_as_stated", claims))
    assert [each.text for each in found] == [
        "Sources differ on the participants as stated.",
        "According to Alpha: a; Alpha.",
        "According to Beta News: a; Beta News.",
    ]
    assert [len(each.citations) for each in found] == [2, 1, 1]


def test_none_is_no_part(context: Make) -> None:
    assert events.section(context(filters=Filters(words="zzz"))) == []


def _row(identity: str, **more: Any) -> dict[str, Any]:
    row = {
        "id": identity,
        "originator_count": 1,
        "source_count": 1,
        "latest": date(2021, 1, 1),
        "earliest": None,
    }
    return row | more


def test_those_that_most_report_are_given_then_the_newest_and_certain_ones_first() -> None:
    rows = [
        _row("possible", originator_count=9, date_match="possibly"),
        _row("old", latest=date(2020, 1, 1)),
        _row("new", latest=date(2022, 1, 1)),
        _row("much", originator_count=2),
        _row("undated", latest=None),
    ]
    assert [row["id"] for row in events.choose(rows, 3)] == ["old", "new", "much"]
    assert events.choose(rows, 5) == rows
