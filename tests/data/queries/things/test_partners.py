import pytest

from data.filters import Filters, Subject
from data.queries.things import partners
from tests.data.queries.conftest import Ask


def of(table: str, identity: str) -> Filters:
    return Filters(subject=Subject(table, identity))


def test_partners_share_events_the_most_first(ask: Ask) -> None:
    columns = ("id", "events", "of")
    assert ask(partners.list_partners(of("organisations", "alpha"), 0, 10), *columns) == [
        ("beta", 2, 2),
        ("gamma-uz", 2, 2),
    ]
    assert ask(partners.list_partners(of("organisations", "alpha"), 1, 1), *columns) == [("gamma-uz", 2, 2)]
    assert ask(partners.list_partners(of("organisations", "delta"), 0, 10)) == []


def test_of_other_things_all_who_took_part_count(ask: Ask) -> None:
    found = ask(partners.list_partners(of("places", "alphaville"), 0, 10), "id", "events")
    assert found == [("alpha", 2), ("gamma-uz", 2), ("beta", 1)]


def test_people_spoke_for_an_organisation_or_at_the_events(ask: Ask) -> None:
    columns = ("id", "events", "of")
    assert ask(partners.list_people(of("organisations", "alpha"), 0, 9), *columns) == [("alfov-anna", 1, 1)]
    assert ask(partners.list_people(of("places", "alphaville"), 0, 9), *columns) == [
        ("alfov-anna", 1, 2),
        ("gammaev-goli", 1, 2),
    ]
    assert ask(partners.list_people(of("places", "betaburg"), 0, 9)) == []  # quoted is not speaking


def test_offices_held_are_told_once_with_the_first_event(ask: Ask) -> None:
    held = partners.list_held_offices(of("people", "alfov-anna"), ("alfov-anna",))
    columns = ("office", "organisation_id", "organisation", "event_id", "source_id")
    assert ask(held, *columns) == [
        ("Head of Alpha", "alpha", "ALPHA", "2021-03-03-alphaville-roundtable", "alpha-2021-report"),
    ]
    garrison = partners.list_held_offices(of("people", "betov-boris"), ("betov-boris",))
    assert ask(garrison, "organisation_id", "organisation") == [(None, "Betaburg garrison")]


def test_partners_need_a_subject(ask: Ask) -> None:
    with pytest.raises(ValueError, match="of a subject"):
        ask(partners.list_partners(Filters(), 0, 1))
