from typing import Any

from data.pictures.drawing.labels import Box
from data.pictures.maps.country_names import STEP, CountryName, place_names

FRAME = Box(0, 0, 300, 100)


def country(code: str, left: float, right: float) -> dict[str, Any]:
    corners = [(left, 0), (right, 0), (right, 100), (left, 100)]
    return {"properties": {"iso": code}, "geometry": {"type": "Polygon", "coordinates": [corners]}}


def place(code: str, left: float, right: float, *taken: Box) -> list[CountryName]:
    return list(place_names([country(code, left, right)], lambda at: (at[0], at[1]), FRAME, taken))


def test_a_name_stands_in_the_middle_of_its_country() -> None:
    [name] = place("IRN", 0, 300)
    assert name.words.replace("\u2009", "") == "IRAN"
    assert abs(name.x - 150) <= STEP
    assert abs(name.y - 50) <= STEP


def test_a_name_keeps_off_what_is_taken() -> None:
    [name] = place("IRN", 0, 300, Box(100, 0, 200, 100))
    assert name.x < 80 or name.x > 220


def test_what_has_no_room_or_no_name_is_left_out() -> None:
    assert place("IRN", 0, 30) == []
    assert place("IRN", 0, 300, FRAME) == []
    assert place("SAU", 0, 300) == []
