import pytest

from data.filters import Filters, Subject
from data.queries.things import roles
from tests.data.queries.conftest import Ask

ROUNDTABLE, COURSE, EXERCISE = (
    "2021-03-03-alphaville-roundtable",
    "2021-03-alphaville-course",
    "2022-betaburg-exercise",
)


def of(table: str, identity: str) -> Filters:
    return Filters(subject=Subject(table, identity))


def test_a_role_is_said_once_however_many_sources_name_it(ask: Ask) -> None:
    rows = ask(roles.list_roles(of("organisations", "alpha"), (ROUNDTABLE, COURSE, EXERCISE)), "id", "roles")
    assert {event: set(told.split(",")) for event, told in rows} == {
        ROUNDTABLE: {"organiser", "spoken_for"},
        COURSE: {"organiser"},
        EXERCISE: {"partner"},
    }


@pytest.mark.parametrize(
    ("table", "identity", "counts"),
    [
        ("people", "alfov-anna", [(None, 2021, 1), ("speaker", 2021, 1)]),
        ("people", "betov-boris", [(None, 2022, 1), ("quoted", 2022, 1)]),
        (
            "instruments",
            "alpha-plan",
            [(None, None, 1), ("adopted", None, 1), (None, 2021, 1), ("reviewed", 2021, 1)],
        ),
        (
            "themes",
            "drugs",
            [(None, 2021, 1), ("said_there", 2021, 1), (None, 2022, 1), ("classified", 2022, 1)],
        ),
        ("places", "delta-region", [(None, None, 1), ("held_there", None, 1)]),
        (
            "borders",
            "KAZ-UZB",
            [(None, 2022, 1), ("opening", 2022, 1)],
        ),
        ("border_liaison_offices", "gamma-crossing", [(None, 2021, 1), ("held_there", 2021, 1)]),
        ("sources", "alpha-2021-repost", [(None, 2021, 1), ("reported", 2021, 1)]),
    ],
)
def test_events_count_once_a_year_and_once_in_each_role(
    table: str, identity: str, counts: list[tuple[str | None, int | None, int]], ask: Ask
) -> None:
    assert ask(roles.count_by_year(of(table, identity)), "role", "year", "events") == counts


def test_roles_need_a_subject(ask: Ask) -> None:
    with pytest.raises(ValueError, match="of a subject"):
        ask(roles.count_by_year(Filters()))
