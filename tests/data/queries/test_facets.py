from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from data.engines import Question
from data.filters import Filters
from data.queries.facets import (
    OTHERS,
    count_values,
    list_countries,
    list_organisations,
    list_others,
    list_spellings,
    list_themes,
    without,
)
from tests.data.queries.conftest import Ask

LISTS: dict[str, Callable[[], Question]] = {
    "organisations": list_organisations,
    "countries": list_countries,
    "themes": list_themes,
    **{field: partial(list_others, field) for field in OTHERS},
}
FIELDS = ("kinds", "follow_ups", *LISTS)


def test_organisations_with_a_part_in_any_event_busiest_first(ask: Ask) -> None:
    """EPSILON took part in nothing."""
    assert ask(list_organisations(), "id", "name", "full_name", "events") == [
        ("beta", "BETA", "Beta Organisation", 4),
        ("alpha", "ALPHA", "Alpha Office on Tests", 3),
        ("gamma-uz", "GAMMA-UZ", "Gamma Ministry of Uzbekistan", 2),
        ("delta", "DELTA", "Delta Institute", 1),
    ]


def test_countries_in_which_any_event_took_place(ask: Ask) -> None:
    """Nothing took place in Afghanistan; the course had two places."""
    assert ask(list_countries(), "id", "name", "events") == [
        ("KAZ", "Kazakhstan", 1),
        ("TJK", "Tajikistan", 1),
        ("UZB", "Uzbekistan", 2),
    ]


def test_every_theme_by_name(ask: Ask) -> None:
    assert ask(list_themes(), "id", "name", "events") == [
        ("border-management", "Border management", 2),
        ("drugs", "Drugs", 2),
        ("early-warning", "Early warning", 1),
    ]


def test_every_person_and_publisher_is_offered_whether_or_not_any_event_has_them(ask: Ask) -> None:
    assert ("alfov-anna", "Anna Alfova") in ask(list_others("people"), "id", "name")
    events = dict(ask(list_others("publishers"), "id", "events"))
    assert events["Alpha"] > 0
    assert 0 in events.values()


def test_spellings_are_other_names_and_aliases(ask: Ask) -> None:
    assert [
        spelling for id_, spelling in ask(list_spellings("organisations"), "id", "spelling") if id_ == "alpha"
    ] == [
        "Alpha Office on Tests",
        "Альфа",
    ]


def test_values_are_counted_under_the_other_filters(ask: Ask) -> None:
    """What the oracle answers is held to all filters; here that a field is counted without its own."""
    filters = Filters(kinds=("training",), since=date(2021, 1, 1))
    assert without(filters, "kinds") == Filters(since=date(2021, 1, 1))
    counts = {(field, value): n for field, value, n in ask(count_values(filters), "field", "value", "events")}
    assert counts["kinds", "training"] == 1
    assert ("kinds", "decision") not in counts
    both = Filters(organisations=("alpha", "beta"), match_all=True)
    assert without(both, "organisations") == both


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "filters", [Filters(), Filters(since=date(2021, 1, 1)), Filters(organisations=("beta",), roles=("host",))]
)
def test_one_field_is_counted_as_among_all(field: str, filters: Filters, ask: Ask) -> None:
    every = ask(count_values(filters), "field", "value", "events")
    alone = ask(count_values(filters, field), "field", "value", "events")
    assert sorted(alone) == sorted(row for row in every if row[0] == field)


@pytest.mark.parametrize("field", LISTS)
def test_a_list_holds_the_counts_of_the_whole_record(field: str, ask: Ask) -> None:
    """The panel takes them from there where no other filter is on."""
    counted = ask(count_values(Filters(), field), "value", "events")
    listed = ask(LISTS[field](), "id", "events")
    assert sorted(counted) == sorted(row for row in listed if row[1])
