from collections.abc import Callable
from datetime import date
from typing import Any

from data.brief.context import Context
from data.brief.parts import offices
from data.brief.request import Length
from data.filters import Filters
from tests.data.brief.reading import list_sentences, say

Make = Callable[..., Context]
TOTALS = (
    "Beta counts over 10 Border Liaison Offices in all, as of July 2022. Before that Alpha counted three, "
    "as of "
    "November 2021."
)
BORDERS = (
    "On the Tajik-Uzbek border two offices were operational in November 2021. On the Kazakh-Uzbek border "
    "offices were being established in 2022; the source does not say how many. The latest numbers by border "
    "add up to two; no source gives the newest count by border."
)


def test_the_newest_count_leads_then_borders_then_names(context: Make) -> None:
    assert say(offices.section(context())) == [
        "Border Liaison Offices",
        TOTALS,
        BORDERS,
        "The offices known by name on the Tajik-Uzbek border are Gamma crossing (opened May 2020) and "
        "Omega post (opened by June 2021). One office is listed without a name.",
    ]


def test_length_leaves_out_names_then_borders(context: Make) -> None:
    assert say(offices.section(context(length=Length.TWO)))[1:] == [TOTALS, BORDERS]
    assert say(offices.section(context(length=Length.ONE)))[1:] == [TOTALS]


def test_the_end_of_the_range_is_what_was_known_then(context: Make) -> None:
    then = say(offices.section(context(filters=Filters(until=date(2021, 12, 31)))))
    assert then[1] == "Alpha counts three Border Liaison Offices in all, as of November 2021."
    before = say(offices.section(context(filters=Filters(until=date(2019, 1, 1)))))
    assert before == []


def test_each_number_rests_on_the_row_that_counts(context: Make) -> None:
    found = list_sentences(offices.section(context()))
    assert [each.citations[0].source_id for each in found[:4]] == [
        "beta-2022-page", "alpha-2021-report", "alpha-2021-report", "beta-2022-page",
    ]  # fmt: skip
    assert all(each.citations for each in found)


def _change(made: Context, change: dict[str, Any]) -> Context:
    """Every row by border with these columns."""
    made.offices = made.offices._replace(borders=[row | change for row in made.offices.borders])
    return made


def test_a_number_of_a_border_is_worded_as_its_source_words_it(context: Make) -> None:
    made = _change(context(filters=Filters(until=date(2021, 12, 31))), {"bound": "over"})
    made.offices = made.offices._replace(counts=context().offices.counts)
    assert say(offices.section(made))[2] == (
        "On the Tajik-Uzbek border over 2 offices were operational in November 2021. The latest numbers by "
        "border add up to over 2; no source gives the newest count by border."
    )


def test_offices_to_come_are_more_only_where_some_are_counted(context: Make) -> None:
    own = {"more_source_id": "beta-2022-page", "more_count_id": "beta-2022-kaz-uzb"}
    coming = {"more_status": "planned", "more_number": 1, "more_bound": "exact", "more_as_of": "2022"}
    said = say(offices.section(_change(context(), own | coming)))[2]
    assert "On the Kazakh-Uzbek border one office was planned in 2022." in said
    assert "Besides, one more was planned on the Tajik-Uzbek border in 2022." in said


def test_borders_counted_on_one_day_are_told_in_one_sentence(context: Make) -> None:
    made = context(filters=Filters(until=date(2021, 12, 31)))
    [row] = [row for row in made.offices.borders if row["number"]]
    names = {"A-B": 2, "C-D": 6, "E-F": 2, "G-H": 1}
    rows = [row | {"name": name, "number": number, "more_status": None} for name, number in names.items()]
    [said] = offices._borders(made, rows)
    assert said.text == (
        "On the C-D border six offices were operational in November 2021, on each of the A-B and E-F "
        "borders two, and on the G-H border one."
    )
    [equal] = offices._borders(made, [rows[0], rows[2]])
    assert equal.text == "On each of the A-B and E-F borders two offices were operational in November 2021."


def test_a_count_that_repeats_the_one_before_is_said_to(context: Make) -> None:
    made = context()
    made.offices = made.offices._replace(
        counts=[row | {"number": 24, "bound": "exact"} for row in made.offices.counts]
    )
    assert say(offices.section(made))[1].endswith(
        "Before that Alpha gave the same number, as of November 2021."
    )


def test_that_nobody_counts_all_offices_is_said_of_the_range_alone(context: Make) -> None:
    for filters, words in (
        (Filters(), "No source in the record gives a number of all offices."),
        (
            Filters(until=date(2023, 1, 1)),
            "By 1 January 2023 no source in the record had given a number of all offices.",
        ),
    ):
        made = context(filters=filters)
        made.offices = made.offices._replace(counts=[])
        assert say(offices.section(made))[1] == words


def test_only_an_office_that_is_open_is_said_to_have_opened(context: Make) -> None:
    made = context()
    [row] = [row for row in made.offices.rows if row["id"] == "gamma-crossing"]
    [opened] = offices.office(made, row)
    about = "Gamma crossing, a Border Liaison Office on the Tajik-Uzbek border:"
    assert opened.text == f"{about} operational; opened May 2020."
    [planned] = offices.office(made, row | {"status": "planned"})
    assert planned.text == f"{about} planned, May 2020."
    [candidate] = offices.office(made, row | {"status": "candidate"})
    assert candidate.text.endswith("is only a candidate: no source calls it an office.")


def test_what_a_name_has_in_brackets_shares_them_with_when_it_opened(context: Make) -> None:
    [row] = [row for row in context().offices.rows if row["id"] == "gamma-crossing"]
    words = offices._office_words(context(), row | {"name": "Gamma (railway)"})
    assert words == "Gamma (railway; opened May 2020)"
