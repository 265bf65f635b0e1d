from typing import Any

import pytest

from data.claims.totals import (
    WORDINGS,
    Choice,
    OfficeTotal,
    affects_field,
    choose_by_rule,
    choose_claim,
    choose_office_total,
    encode_bound,
    list_office_totals,
    sum_bounds,
)
from data.schema.vocabulary import CountBound


def claim(
    value: str,
    *,
    rank: str = "normal",
    on: str | None = None,
    field: str = "participants",
    subject: str = "e",
) -> dict[str, Any]:
    amount = float("".join(c for c in value if c.isdigit()) or 0)
    bound = "over" if value.startswith("over") else "about" if value.startswith("about") else "exact"
    return {
        "table": "events",
        "subject": subject,
        "field": field,
        "value": value,
        "rank": rank,
        "published_on": on,
        "amount": amount,
        "bound": bound,
        "unit": None,
        "is_disputed": True,
        "reason": None,
    }


OVER, ABOUT = claim("over 600", rank="preferred", on="2022-03-04"), claim("about 100", on="2022-03-08")
TABLE = [(Choice.PREFERRED, OVER), (Choice.LOWEST, ABOUT), (Choice.HIGHEST, OVER), (Choice.LATEST, ABOUT)]


@pytest.mark.parametrize(("choice", "taken"), TABLE)
def test_each_choice_takes_its_value(choice: Choice, taken: dict[str, Any]) -> None:
    assert choose_claim([OVER, ABOUT], choice) is taken
    assert choose_claim([ABOUT, OVER], choice) is taken


def test_a_deprecated_value_is_taken_only_if_there_is_no_other() -> None:
    wrong = claim("9", rank="deprecated", on="2030")
    for choice in Choice:
        assert choose_claim([wrong, ABOUT], choice) is ABOUT
        assert choose_claim([wrong], choice) is wrong


def test_without_a_preferred_value_the_latest_stands_for_it() -> None:
    undated, dated = claim("5"), claim("7", on="2019")
    assert choose_claim([undated, dated], Choice.PREFERRED) is dated


def test_dates_are_ordered_by_the_days_they_allow() -> None:
    month, by = claim("2014", field="start_on"), claim("by 2012-08", field="start_on", rank="preferred")
    assert choose_claim([month, by], Choice.LOWEST) is by
    assert choose_claim([month, by], Choice.HIGHEST) is month


def test_words_stay_as_preferred_under_lowest_and_highest() -> None:
    one, other = (
        claim("round table", field="form", rank="preferred"),
        claim("course", field="form", on="2025"),
    )
    assert [choose_claim([one, other], choice) is one for choice in Choice] == [True, True, True, False]


def count(
    identity: str,
    number: int | None,
    as_of: str,
    *,
    border: str | None = None,
    status: str = "operational",
    source: str = "a",
    bound: str = "exact",
) -> dict[str, Any]:
    return {
        "id": identity,
        "number": number,
        "bound": bound,
        "as_of": as_of,
        "border_id": border,
        "status": status,
        "is_total": border is None,
        "source_id": source,
    }


COUNTS = [
    count("old", 12, "2016", source="o"),
    count("border", 2, "2021-11", border="KAZ-KGZ"),
    count("open", 19, "2021-11"),
    count("more", 6, "2021-11", status="establishing"),
    count("unsaid", None, "2021-11", status="establishing"),
    count("later", 24, "2024-07", source="z"),
]


def test_statements_on_all_offices_since_the_last_count_by_border() -> None:
    assert list_office_totals(COUNTS) == [
        OfficeTotal(24, 0, "2024-07", "z", ("later",)),
        OfficeTotal(19, 0, "2021-11", "a", ("open",)),
        OfficeTotal(25, 6, "2021-11", "a", ("open", "more")),
    ]
    assert list_office_totals(COUNTS[:1]) == []


def test_a_total_of_offices_is_worded_as_its_parts() -> None:
    stated = [*COUNTS[:3], count("more", 6, "2021-11", status="establishing", bound="over")]
    assert [(each.number, each.bound) for each in list_office_totals(stated)] == [(19, "exact"), (25, "over")]


@pytest.mark.parametrize(
    ("bounds", "bound"),
    [([], "exact"), (["exact", "not_stated"], "exact"), (["over", "exact"], "over"), (["up_to"], "about")],
)
def test_the_most_open_part_words_a_sum(bounds: list[str], bound: str) -> None:
    assert sum_bounds(bounds) == bound


@pytest.mark.parametrize(
    ("choice", "number"),
    [(Choice.PREFERRED, 24), (Choice.LOWEST, 19), (Choice.HIGHEST, 25), (Choice.LATEST, 24)],
)
def test_the_number_of_offices_under_each_choice(choice: Choice, number: int) -> None:
    assert choose_office_total(list_office_totals(COUNTS), choice).number == number


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("participants", [False, True, True, True]),
        ("start_on", [False, True, True, True]),
        ("form", [False, False, False, True]),
    ],
)
def test_lowest_and_highest_have_no_say_on_words(field: str, said: list[bool]) -> None:
    values = {"participants": "12", "start_on": "2021", "form": "course"}
    row = claim(values[field], field=field)
    assert [affects_field(row, choice) for choice in Choice] == said


def test_numbers_that_can_all_be_true_stay_as_preferred_under_every_choice() -> None:
    growing = [claim("over 1900"), claim("over 2600")]
    for row in growing:
        row["is_disputed"] = False
    assert choose_by_rule(growing) == dict.fromkeys(Choice, growing[1])


def test_rival_numbers_are_taken_by_the_choice() -> None:
    assert choose_by_rule([OVER, ABOUT]) == dict(TABLE)


BOUNDS = [
    (["exact", "over"], "over"),
    (["at_least", "exact"], "at_least"),
    (["over", "about"], "about"),
    (["up_to"], "about"),
]


@pytest.mark.parametrize(("parts", "whole"), BOUNDS)
def test_a_sum_is_worded_by_its_vaguest_part(parts: list[str], whole: str) -> None:
    assert WORDINGS[max(map(encode_bound, parts))] == CountBound(whole)


def test_over_a_number_is_higher_than_about_it() -> None:
    over, about = claim("over 200"), claim("about 200", rank="preferred")
    assert [choose_claim([over, about], choice) is over for choice in Choice] == [False, False, True, True]
