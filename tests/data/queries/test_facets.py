from data.queries.facets import list_countries, list_organisations, list_themes
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
