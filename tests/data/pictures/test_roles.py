from typing import Any

from data.pictures import roles
from tests.data.pictures.drawn import marks, number, texts

ROLES = [("organiser", "Organiser"), ("host", "Host"), ("donor", "Donor")]
ROWS: list[dict[str, Any]] = [
    {"role": None, "year": 2021, "events": 9},
    {"role": "host", "year": 2021, "events": 1},
    {"role": "organiser", "year": 2021, "events": 4},
    {"role": "organiser", "year": None, "events": 2},
]


def test_each_role_and_year_with_events_is_a_cell_the_darker_the_more() -> None:
    picture = roles.draw(ROWS, ROLES)
    drawn = marks(picture)
    assert drawn.keys() == {"host 2021", "organiser 2021", "organiser None"}
    shades = [
        number(drawn[mark], "fill-opacity") for mark in ("host 2021", "organiser None", "organiser 2021")
    ]
    assert shades == sorted(shades)
    assert number(drawn["organiser None"], "x") > number(drawn["organiser 2021"], "x")
    assert number(drawn["host 2021"], "y") > number(drawn["organiser 2021"], "y")
    assert texts(picture.body.element) == ["2021", "?", "Organiser", "4", "2", "Host", "1"]
    assert picture.note == "Under the question mark: events whose year is uncertain."
    assert picture.words == "Events by role and year: Organiser 6, Host 1."


def test_nothing_is_an_empty_picture() -> None:
    assert roles.draw([], ROLES).words == "Events by role and year: none."


def test_years_without_events_have_their_column() -> None:
    far = [{"role": "host", "year": year, "events": 1} for year in (2000, 2026)]
    words = texts(roles.draw(far, ROLES).body.element)
    assert words[:3] == ["2000", "", "2002"], "where columns are narrow every second year is named"
    assert len(words) == 27 + 3
