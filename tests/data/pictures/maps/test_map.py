import json
from typing import Any

import pytest

from data import outlines
from data.pictures.drawing.palette import LIGHT
from data.pictures.maps import map as drawing
from data.pictures.maps.borders import CountedBorder
from data.pictures.maps.places import LED, PAPER, WIDE, Outlines
from pages.figures import map as figure
from tests.data.pictures.drawn import marks, number, texts

LAND = Outlines(*(outlines.read_outlines(name) for name in ("countries", "borders", "lakes")))
BORDERS = [CountedBorder("TJK-UZB", 6, 0), CountedBorder("TKM-UZB", None, 0)]


def _office(identity: str, **more: Any) -> dict[str, Any]:
    return {
        "id": identity, "name": identity.title(), "border_id": "TJK-UZB", "latitude": 40.2, "longitude": 69.4,
        "radius_km": 5.0, "status": "operational", "point_kind": "village",
    } | more  # fmt: skip


OFFICES = [
    _office("oybek"),
    _office("psi", status="planned", latitude=41.5, radius_km=40.0),
    _office("nowhere", latitude=None, longitude=None),
    _office("perhaps", status="candidate"),
]


def _page_layers() -> dict[str, list[dict[str, Any]]]:
    deck = figure.draw_map(LAND, tuple(BORDERS), OFFICES, (None, None, None), LIGHT, WIDE)
    return {layer["id"]: layer["data"] for layer in json.loads(deck.to_json())["layers"]}


def test_it_has_the_offices_and_borders_of_the_page() -> None:
    picture = drawing.draw(LAND, BORDERS, OFFICES)
    page = _page_layers()
    assert list(marks(picture, "circle")) == [row["office"] for row in page["offices"]]
    assert list(marks(picture, "circle")) == ["oybek", "psi", "perhaps"]
    lines = [each for each in picture.body.element.iter("polyline") if "data-mark" in each.attrib]
    assert len(lines) == len(page["borders"])
    assert {each.attrib["data-mark"] for each in lines} == {row["border"] for row in page["borders"]}
    dashed = {each.attrib["data-mark"] for each in lines if "stroke-dasharray" in each.attrib}
    assert dashed == {row["border"] for row in page["dashed"]} == {"TKM-UZB"}


def test_an_office_stands_where_the_page_shows_it() -> None:
    mark = marks(drawing.draw(LAND, BORDERS, OFFICES))["oybek"]
    x, y = drawing.project((69.4, 40.2))
    assert (number(mark, "cx"), number(mark, "cy")) == pytest.approx((x, y), abs=0.01)
    east, south = drawing.project((70.4, 39.2))
    assert east - x == pytest.approx(PAPER.degree)
    assert south - y == pytest.approx(PAPER.degree * 1.3, rel=0.02)


def test_circles_are_as_wide_as_what_is_known_and_never_too_small_to_see() -> None:
    circles = drawing.draw(LAND, BORDERS, OFFICES).body.element.iter("circle")
    radii = [number(each, "r") for each in circles if "fill-opacity" in each.attrib]
    assert radii == [6, pytest.approx(40 / (111.32 * 0.749) * PAPER.degree, rel=0.01), 6]


def test_a_candidate_is_hollow_and_a_name_that_stands_apart_is_tied_to_its_point() -> None:
    picture = drawing.draw(LAND, BORDERS, [*OFFICES, _office("kyzyl-art", latitude=39.38, longitude=73.32)])
    fills = {name: mark.attrib["fill"] for name, mark in marks(picture, "circle").items()}
    assert fills["perhaps"] == LIGHT.ground
    assert fills["oybek"] == LIGHT.dispute
    x, y = drawing.project(LED["kyzyl-art"][1:])
    ends = [(number(line, "x2"), number(line, "y2")) for line in picture.body.element.iter("line")]
    assert any(end == pytest.approx((x, y), abs=0.01) for end in ends)


def test_chips_say_the_number_and_a_plus_where_none_is_stated() -> None:
    picture = drawing.draw(LAND, BORDERS, OFFICES)
    said = texts(picture.body.element)
    assert "TJK–UZB 6 +" in said
    assert "TKM–UZB +" in said
    assert picture.words == (
        "Offices by border: TJK-UZB 6 +, TKM-UZB +. With a known place: Oybek, Psi. "
        "Candidates, not counted: Perhaps."
    )
    assert [key.sign for key in picture.legend] == ["line", "dash", "dot", "dot", "ring"]


def test_without_anything_counted_the_land_remains() -> None:
    picture = drawing.draw(LAND, [CountedBorder("XXX-YYY", 1)], [])
    assert not marks(picture)
    assert picture.words == "Offices by border: XXX-YYY 1. With a known place: none."
    assert "TAJIKISTAN" in [
        each.replace("\u2009", "").replace(" ", "") for each in texts(picture.body.element)
    ]
