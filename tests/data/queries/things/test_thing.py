import pytest

from data.filters import Filters, Subject
from data.links import THINGS
from data.queries.things import thing
from tests.data.queries.conftest import Ask

ALPHA = Subject("organisations", "alpha")


def test_a_thing_is_its_row_with_the_names_of_what_it_refers_to(ask: Ask) -> None:
    [office] = ask(thing.find_thing(Subject("border_liaison_offices", "psi-post")))
    assert (office["name"], office["border"], office["country"]) == ("Psi post", "Kazakh-Uzbek", "Kazakhstan")
    [border] = ask(thing.find_thing(Subject("borders", "TJK-UZB")))
    assert (border["country_a"], border["country_b"], border["length_km"]) == (
        "Tajikistan",
        "Uzbekistan",
        1312.5,
    )
    [source] = ask(thing.find_thing(Subject("sources", "alpha-2021-repost")))
    assert source["name"] == "Repeats the alpha report."


@pytest.mark.parametrize("table", THINGS)
def test_what_the_record_does_not_hold_has_no_row(table: str, ask: Ask) -> None:
    assert ask(thing.find_thing(Subject(table, "x' OR '1'='1"))) == []


def test_other_spellings_come_with_their_reason(ask: Ask) -> None:
    assert ask(thing.list_aliases(ALPHA), "spelling", "reason") == [("Альфа", "Russian name.")]
    assert ask(thing.list_aliases(Subject("people", "alpha"))) == []


def test_the_first_and_the_last_event_are_found(ask: Ask) -> None:
    assert ask(thing.find_bounds(Filters(subject=ALPHA)), "bound", "id") == [
        ("first", "2021-03-alphaville-course"),
        ("last", "2022-betaburg-exercise"),
    ]
    assert ask(thing.find_bounds(Filters(subject=Subject("organisations", "epsilon")))) == []
