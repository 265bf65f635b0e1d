"""The map of offices: widths by number, dashes where none is stated, points only where a place is known."""

import json
from typing import Any

import pytest

from data import outlines
from data.pictures.drawing.palette import DARK, LIGHT, Palette, mix, rgb
from data.pictures.maps import places
from data.pictures.maps.borders import CountedBorder
from pages.figures.map import draw_map

OUTLINES = places.Outlines(*map(outlines.read_outlines, ("countries", "borders", "lakes")))
BORDERS = (
    CountedBorder("TJK-UZB", 6, 0, "Tajik-Uzbek: 6 operational"),
    CountedBorder("AFG-UZB", 1, None, "Afghan-Uzbek: 1 operational"),
    CountedBorder("TKM-UZB", None, 0, "Turkmen-Uzbek: being established"),
)
COLUMNS = ("id", "name", "border_id", "status", "latitude", "longitude", "radius_km", "point_kind")
OFFICES = [
    dict(zip(COLUMNS, row, strict=True))
    for row in (
        ("ayritom", "Ayritom <b>", "AFG-UZB", "operational", 37.23, 67.43, 3.0, "bridge"),
        ("oybek", "Oybek", "TJK-UZB", "operational", None, None, None, None),
        ("kyzyl-art", "Kyzyl-Art", "KGZ-TJK", "planned", 39.38, 73.32, 5.0, None),
        ("ak-zhol", "Ak-Zhol", "KAZ-KGZ", "candidate", 43.04, 74.71, 5.0, "village"),
    )
]


def layers(border: str | None = None, view: places.View = places.WIDE) -> dict[str, Any]:
    drawn = draw_map(OUTLINES, BORDERS, OFFICES, (border, None, None), LIGHT, view)
    return {layer["id"]: layer for layer in json.loads(drawn.to_json())["layers"]}


def test_no_base_map_is_asked_for() -> None:
    drawn = json.loads(
        draw_map(OUTLINES, BORDERS, OFFICES, (None, None, None), DARK, places.NARROW).to_json()
    )
    assert not drawn.get("mapProvider")
    assert "http" not in json.dumps(drawn)


def test_a_border_is_as_wide_as_its_offices_are_many_and_dashed_without_a_number() -> None:
    drawn = layers()
    assert {(r["border"], r["width"]) for r in drawn["counted"]["data"]} == {("TJK-UZB", 7), ("AFG-UZB", 2)}
    assert {r["border"] for r in drawn["dashed"]["data"]} == {"TKM-UZB"}
    assert drawn["dashed"]["extensions"] == [{"@@type": "PathStyleExtension", "dash": True}]


def test_the_chosen_border_is_underlaid_and_the_others_fade() -> None:
    drawn = layers("TJK-UZB")
    assert {row["border"] for row in drawn["chosen"]["data"]} == {"TJK-UZB"}
    teal, land = rgb(LIGHT.family["regional"]), rgb(LIGHT.land)
    colours = {row["border"]: row["colour"] for row in drawn["counted"]["data"]}
    assert colours == {"TJK-UZB": teal, "AFG-UZB": mix(teal, land)}


@pytest.mark.parametrize(
    ("view", "words"),
    [(places.WIDE, ["TJK–UZB  6 +", "AFG–UZB  1", "TKM–UZB  +"]), (places.NARROW, ["6 +", "1", "+"])],
)
def test_chips_hold_name_and_number_and_the_number_alone_on_a_narrow_map(
    view: places.View, words: list[str]
) -> None:
    assert [chip["text"] for chip in layers(view=view)["chips"]["data"]] == words


def test_a_click_eight_pixels_beside_a_mark_still_means_it() -> None:
    drawn = layers()
    assert drawn["reach"]["getRadius"] == 8
    assert drawn["borders"]["getWidth"] == 16
    pickable = {name for name, layer in drawn.items() if layer.get("pickable")}
    assert pickable == {"reach", "borders", "chips", "office-names"}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_hint_has_the_colours_of_the_theme(palette: Palette) -> None:
    drawn = draw_map(OUTLINES, BORDERS, OFFICES, (None, None, None), palette, places.WIDE)
    look = drawn._tooltip["style"]
    assert (look["backgroundColor"], look["color"]) == (palette.ground, palette.ink)
    assert (look["transform"], look["left"], look["top"]) == ("none", "8px", "8px")


def test_land_is_drawn_without_holes_and_the_doubled_outline_is_left_out() -> None:
    assert "KAS" not in {f["properties"]["iso"] for f in outlines.read_outlines("countries")}
    assert len(layers()["land"]["data"]) == len(outlines.read_outlines("countries"))
