from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.claims.values import (
    DateRange,
    Number,
    Value,
    agree,
    find_unit,
    is_free_text,
    parse_value,
    split_items,
)
from data.schema.vocabulary import CountBound

BOUNDS = [bound for bound in CountBound if bound != CountBound.NOT_STATED]
DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
NUMBERS = st.builds(
    Number, st.integers(0, 50).map(float), st.sampled_from(BOUNDS), st.sampled_from(["", "x"])
)
SPANS = st.builds(lambda a, b: DateRange(min(a, b), max(a, b)), DAYS, DAYS)
VALUES = st.one_of(NUMBERS, SPANS, st.frozensets(st.sampled_from("abc")), st.sampled_from(["a", "b"]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600", Number(600, CountBound.EXACT)),
        ("over 600", Number(600, CountBound.OVER)),
        ("at least 12", Number(12, CountBound.AT_LEAST)),
        ("about 100", Number(100, CountBound.ABOUT)),
        ("up to 40", Number(40, CountBound.UP_TO)),
        ("89 customs administrations", Number(89, CountBound.EXACT, "customs administrations")),
        ("over 7 posts", Number(7, CountBound.OVER, "posts")),
    ],
)
def test_numbers_of_participants_keep_their_bound_and_what_is_counted(text: str, value: Number) -> None:
    assert parse_value("events", "participants", text) == value
    assert find_unit(value) == value.unit


@pytest.mark.parametrize(
    "text", ["", "fifteen", "1,900", "more than 600", "600+", "over", "6 ", "٦", "-3", "nan"]
)
def test_a_number_in_other_words_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a number is written in digits"):
        parse_value("events", "participants", text)


def test_a_number_of_a_column_counts_what_the_column_says() -> None:
    assert parse_value("borders", "length_km", "1344.15") == Number(1344.15, CountBound.EXACT)
    with pytest.raises(ValueError, match="such as 'over 600'"):
        parse_value("borders", "length_km", "1344 km")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021", DateRange(date(2021, 1, 1), date(2021, 12, 31))),
        ("2021-02", DateRange(date(2021, 2, 1), date(2021, 2, 28))),
        ("2021-02-03", DateRange(date(2021, 2, 3), date(2021, 2, 3))),
        ("by 2012-08", DateRange(None, date(2012, 8, 31))),
        ("after 2012-08", DateRange(date(2012, 8, 1), None)),
    ],
)
def test_dates_are_the_days_that_they_allow(text: str, value: DateRange) -> None:
    assert parse_value("events", "start_on", text) == value


@pytest.mark.parametrize("text", ["March 2021", "2021-13", "2021-02-30", "before 2021", "2021-1-1", "by"])
def test_a_date_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day"):
        parse_value("events", "start_on", text)


def test_a_list_holds_something() -> None:
    with pytest.raises(ValueError, match="a list holds at least one item"):
        parse_value("events", "participants_as_stated", " ; ; ")


@pytest.mark.parametrize(
    ("table", "field", "said"),
    [
        ("organisations", "full_name", True),
        ("organisations", "kind", False),
        ("organisations", "country_id", False),
        ("borders", "length_km", False),
        ("events", "start_on", False),
        ("events", "is_date_inferred", False),
    ],
)
def test_only_words_may_be_worded_otherwise(table: str, field: str, *, said: bool) -> None:
    assert is_free_text(table, field) is said


@pytest.mark.parametrize(
    ("table", "field", "text", "allowed"),
    [
        ("border_liaison_offices", "status", "open", "is not one of: operational, establishing"),
        ("border_liaison_offices", "is_named", "yes", "is written true or false"),
        ("events", "source_id", "Not A Slug", "String should match pattern"),
        ("sources", "url", "javascript:alert(1)", "a link starts with http"),
    ],
)
def test_a_value_that_its_column_would_refuse_is_refused(
    table: str, field: str, text: str, allowed: str
) -> None:
    with pytest.raises(ValueError, match=allowed):
        parse_value(table, field, text)


def test_codes_words_and_lists_are_compared_without_case_and_accents() -> None:
    assert parse_value("border_liaison_offices", "status", "operational") == "operational"
    assert parse_value("border_liaison_offices", "is_named", "true") == "true"
    assert parse_value("instruments", "name", "Plan d’Été") == parse_value(
        "instruments", "name", "PLAN D'ETE"
    )
    listed = parse_value("events", "participants_as_stated", "NGOs; Experts ;")
    assert listed == parse_value("events", "participants_as_stated", "experts; ngos")
    assert split_items("NGOs; Experts ;") == ["NGOs", "Experts"]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("over 600", "about 100", False),
        ("over 600", "over 600", True),
        ("over 600", "601", True),
        ("over 200", "about 200", False),
        ("at least 200", "about 200", True),
        ("up to 200", "over 200", False),
        ("up to 200", "150", True),
        ("over 100", "over 2000", True),
        ("90 posts", "89 posts", False),
        ("90 posts", "89", True),
        ("1344", "1344.15", True),
        ("1344", "1374.2", False),
        ("1344.1", "1344.12", True),
    ],
)
def test_numbers_agree_where_both_can_be_true(one: str, other: str, *, both: bool) -> None:
    values = [parse_value("events", "participants", text) for text in (one, other)]
    assert agree(*values) is both


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2011", "2011-11-30", True),
        ("2011-12", "2011-11-30", False),
        ("by 2012-08", "2014", False),
        ("by 2012-08", "2012-08-31", True),
        ("after 2012-08", "2012-07", False),
    ],
)
def test_dates_agree_where_one_day_suits_both(one: str, other: str, *, both: bool) -> None:
    values = [parse_value("events", "start_on", text) for text in (one, other)]
    assert agree(*values) is both


@given(VALUES, VALUES)
def test_agreement_has_no_direction(one: Value, other: Value) -> None:
    assert agree(one, other) == agree(other, one)


@given(VALUES)
def test_a_value_agrees_with_itself(value: Value) -> None:
    assert agree(value, value)
