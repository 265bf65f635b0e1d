from datetime import date

from data.filters import Filters
from data.queries.facets import (
    count_values,
    list_countries,
    list_organisations,
    list_others,
    list_spellings,
    list_themes,
    without,
)
from tests.data.queries.conftest import Ask


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
