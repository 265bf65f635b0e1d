"""Which event opened an office, and the coordination centres, in the store of invented rows."""

import pytest

from data.queries.offices.openings import list_coordination_centres, list_offices_of_event, list_openings
from tests.data.queries.conftest import Ask


@pytest.mark.parametrize(
    ("office", "events"),
    [("psi-post", ["2022-06-beta-office"]), ("gamma-crossing", []), ("nowhere", [])],
)
def test_an_office_was_opened_at_the_opening_that_its_own_source_reports(
    office: str, events: list[str], ask: Ask
) -> None:
    assert ask(list_openings(office), "id") == events


@pytest.mark.parametrize(
    ("event", "offices"),
    [("2022-06-beta-office", ["psi-post"]), ("2022-betaburg-exercise", []), ("nowhere", [])],
)
def test_an_opening_leads_to_the_offices_of_its_source(event: str, offices: list[str], ask: Ask) -> None:
    assert ask(list_offices_of_event(event), "id") == offices


def test_a_coordination_centre_stands_in_a_city_and_at_no_border(ask: Ask) -> None:
    [centre] = ask(list_coordination_centres())
    assert (centre["id"], centre["place"], centre["known_on"]) == ("alpha-centre", "Alphaville", "2021-03-05")
    assert "border_id" not in centre
