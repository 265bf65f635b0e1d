"""The hand-set places of the map: the same borders at both sizes, inside the first view, none on another."""

import csv
from itertools import combinations
from math import cos, radians
from typing import NamedTuple

import pytest

from data import store
from data.pictures.drawing.palette import LIGHT
from data.pictures.maps import places
from data.pictures.maps.places import CHIPS, LED, NAMES, OFFICES, WIDE, project
from etl.derive.gazetteer import find_cities

LETTER, LINE = 6.3, 13
"""Pixels of a letter of the map and of a line of text, rather too many than too few."""
POINT = 6
"""Pixels around the middle of a point that its dot takes."""


class Box(NamedTuple):
    what: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def text_box(what: str, text: str, place: tuple[float, float], anchor: str, letter: float = LETTER) -> Box:
    wide = letter * len(text)
    left = place[0] - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return Box(what, left, place[1] - LINE / 2, left + wide, place[1] + LINE / 2)


@pytest.fixture(scope="module")
def points() -> dict[str, tuple[str, tuple[float, float]]]:
    """Name and point of every office of the record that has one, as the build finds them."""
    with (store.CURATED / "border_liaison_offices.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = frozenset(int(row["geonames_id"]) for row in rows if row["geonames_id"])
    cities = find_cities(numbers)
    found = {}
    for row in rows:
        if row["latitude"]:
            found[row["id"]] = row["name"], (float(row["longitude"]), float(row["latitude"]))
        elif row["geonames_id"]:
            city = cities[int(row["geonames_id"])]
            found[row["id"]] = row["name"], (city.longitude, city.latitude)
    return found


def office_box(office: str, name: str, point: tuple[float, float]) -> Box:
    if office in LED:
        anchor, *at = LED[office]
        return text_box(office, name, project((at[0], at[1]), WIDE), anchor)
    anchor, dx, dy = OFFICES.get(office, ("start", 11, 0))
    x, y = project(point, WIDE)
    return text_box(office, name, (x + dx, y + dy), anchor)


def test_fourteen_or_more_offices_have_a_point(points: dict[str, tuple[str, tuple[float, float]]]) -> None:
    assert len(points) == 15


def test_no_word_of_the_map_lies_on_another_or_on_a_point(
    points: dict[str, tuple[str, tuple[float, float]]],
) -> None:
    names = [office_box(office, name, point) for office, (name, point) in points.items()]
    chips = [
        Box(border, x - 45, y - 12, x + 45, y + 12)
        for border, (x, y) in ((border, project(place, WIDE)) for border, place in CHIPS.items())
    ]
    countries = [text_box(name, name, project(place, WIDE), "middle", 9.6) for name, place in NAMES.items()]
    dots = [
        Box(f"point of {office}", x - POINT, y - POINT, x + POINT, y + POINT)
        for office, (x, y) in ((office, project(point, WIDE)) for office, (_, point) in points.items())
    ]
    words = [*names, *chips, *countries]
    assert [(one.what, other.what) for one, other in combinations(words, 2) if one.meets(other)] == []
    assert [(one.what, dot.what) for one in words for dot in dots if one.meets(dot)] == []


def test_every_border_with_a_chip_has_a_number_on_the_narrow_map() -> None:
    assert places.CHIPS.keys() == places.NUMBERS.keys()


@pytest.mark.parametrize("place", [*places.CHIPS.values(), *places.NUMBERS.values(), *places.NAMES.values()])
def test_words_stand_inside_the_first_view(place: tuple[float, float]) -> None:
    assert 54.5 < place[0] < 80.5
    assert 34 < place[1] < 47


def test_the_nearest_vertex_counts_degrees_as_the_map_shows_them() -> None:
    assert places.nearest_vertex((70, 40), [[[71.2, 40], [70, 41]]]) == [71.2, 40]


def test_outlines_lose_their_holes_and_lines_come_in_pieces() -> None:
    one, hole, other = [[0, 0], [1, 0], [1, 1]], [[0.1, 0.1]], [[2, 2], [3, 2], [3, 3]]
    assert places.list_rings({"type": "Polygon", "coordinates": [one, hole]}) == [one]
    several = {"type": "MultiPolygon", "coordinates": [[one, hole], [other]]}
    assert places.list_rings(several) == [one, other]
    assert places.list_paths({"type": "LineString", "coordinates": one}) == [one]
    assert places.list_paths({"type": "MultiLineString", "coordinates": [one, other]}) == [one, other]


def test_land_is_coloured_by_region() -> None:
    each = [{"iso": "AFG", "ca": True}, {"iso": "UZB", "ca": True}, {"iso": "CHN", "ca": False}]
    assert [places.land_colour(one, LIGHT) for one in each] == [LIGHT.faint, LIGHT.land, LIGHT.abroad]


def test_the_middle_of_a_view_is_the_origin_and_a_degree_is_longer_northwards() -> None:
    assert project((WIDE.longitude, WIDE.latitude), WIDE) == (0, 0)
    east, south = project((WIDE.longitude + 1, WIDE.latitude - 1), WIDE)
    assert east == pytest.approx(WIDE.degree) == pytest.approx(29.62, abs=0.01)
    assert south == pytest.approx(east / cos(radians(WIDE.latitude - 0.5)), rel=1e-3)
