"""The map of Border Liaison Offices: land, borders as wide as their offices are many, chips, points.

Drawn by deck.gl from the bundled outlines alone: no base map, so nothing is asked of another host.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import pydeck as pdk

from data.pictures.drawing.palette import Palette, mix, rgb
from data.pictures.maps.borders import CountedBorder
from data.pictures.maps.cities import City
from data.pictures.maps.places import (
    CHIPS,
    NAMES,
    NUMBERS,
    Outlines,
    View,
    land_colour,
    list_paths,
    list_rings,
    nearest_vertex,
)
from pages.figures import map_cities, map_offices
from pages.figures.escaping import drawn_text
from pages.figures.map_layers import REACH, Map, encode, text_layer

Rows = list[dict[str, Any]]
SEA = [[30, 20], [108, 20], [108, 62], [30, 62]]
LATELY = 32
"""Drawings of the borders kept: one a selected border, palette and view."""


Borders = tuple[CountedBorder, ...]


def draw_map(
    outlines: Outlines,
    borders: Borders,
    offices: Iterable[Mapping[str, Any]],
    chosen: tuple[str | None, str | None, str | None],
    palette: Palette,
    view: View,
    cities: Sequence[City] = (),
) -> Map:
    """The map of `borders`, of those `offices` that have a point, and of events by city.

    `chosen` is the border, the office and the city to point out; clickable rows carry one of these. What does
    not depend on the offices is encoded once.
    """
    border, office, city = chosen
    layers = [
        *_ground(outlines, palette),
        *_border_layers(outlines, borders, border, palette, view.is_wide),
        *_words(palette, view.is_wide),
        *map_cities.list_layers([each for each in cities if is_near(each.where)], city, palette, view),
        *map_offices.list_layers(offices, office, palette, view),
        *_chips(outlines, borders, border, palette, view.is_wide),
    ]
    start = pdk.ViewState(
        latitude=view.latitude, longitude=view.longitude, zoom=view.zoom, min_zoom=3, max_zoom=9
    )
    return Map(layers, initial_view_state=start, map_provider=None, tooltip=_tooltip(palette))


def is_near(place: Sequence[float]) -> bool:
    """Whether it lies on the land that is drawn."""
    (west, south), _, (east, north), _ = SEA
    return west <= place[0] <= east and south <= place[1] <= north


def _tooltip(palette: Palette) -> dict[str, Any]:
    """What a mark is, in the upper left corner: beside the pointer deck.gl lets it leave the map."""
    look = {
        "transform": "none",
        "left": "8px",
        "top": "8px",
        "backgroundColor": palette.ground,
        "color": palette.ink,
        "border": f"1px solid {palette.quiet}",
        "borderRadius": "6px",
        "padding": "6px 10px",
        "fontSize": "13px",
        "maxWidth": "60%",
    }
    return {"text": "{tip}", "style": look}


@cache
def _ground(outlines: Outlines, palette: Palette) -> tuple[str, ...]:
    """Water, land without holes (an enclave has the colour of what surrounds it), lakes."""
    land = [
        {"polygon": ring, "colour": rgb(land_colour(feature["properties"], palette))}
        for feature in outlines.countries
        for ring in list_rings(feature["geometry"])
    ]
    lakes = [{"polygon": ring} for lake in outlines.lakes for ring in list_rings(lake["geometry"])]
    common = {"get_polygon": "polygon", "get_fill_color": "colour", "get_line_color": rgb(palette.line, 150)}
    water = {"get_polygon": "polygon", "get_fill_color": rgb(palette.water), "stroked": False}
    edge = {"line_width_min_pixels": 0.8, "line_width_max_pixels": 1}
    return (
        encode(pdk.Layer("PolygonLayer", [{"polygon": SEA}], id="sea", **water)),
        encode(pdk.Layer("PolygonLayer", land, id="land", **edge, **common)),
        encode(pdk.Layer("PolygonLayer", lakes, id="lakes", **water)),
    )


def _lines(outlines: Outlines, borders: Borders, chosen: str | None, palette: Palette, scale: float) -> Rows:
    """One row for every piece of a border that a source counts or names."""
    known = {border.id: border for border in borders}
    rows: Rows = []
    for feature in outlines.borders:
        if not (border := known.get(feature["properties"]["pair"])):
            continue
        colours = rgb(border.colour(palette)), rgb(palette.land)
        about = {
            "border": border.id,
            "tip": drawn_text(border.hint),
            "colour": mix(*colours) if chosen and chosen != border.id else colours[0],
            "width": scale * border.width,
            "dashed": not border.number,
            "chosen": chosen == border.id,
        }
        rows += [{**about, "path": path} for path in list_paths(feature["geometry"])]
    return rows


@lru_cache(LATELY)
def _border_layers(
    outlines: Outlines, borders: Borders, chosen: str | None, palette: Palette, is_wide: bool
) -> tuple[str, ...]:
    """Chosen border underlaid, counted ones solid, the others dashed; above all a wide unseen line to hit."""

    def layer(identity: str, rows: Rows, **options: Any) -> str:
        common = {"get_path": "path", "width_units": "'pixels'", "joint_rounded": True, "cap_rounded": True}
        return encode(pdk.Layer("PathLayer", rows, id=identity, **(common | options)))

    lines = _lines(outlines, borders, chosen, palette, 1 if is_wide else 0.6)
    seen = {"get_color": "colour", "get_width": "width"}
    under = [row | {"width": row["width"] + 6} for row in lines if row["chosen"]]
    dash = {"extensions": [{"@@type": "PathStyleExtension", "dash": True}], "get_dash_array": [4, 3]}
    return (
        layer("chosen", under, get_width="width", get_color=rgb(palette.dispute, 110)),
        layer("counted", [row for row in lines if not row["dashed"]], **seen),
        layer("dashed", [row for row in lines if row["dashed"]], cap_rounded=False, **(seen | dash)),
        layer("borders", lines, get_width=2 * REACH, get_color=[0, 0, 0, 1], pickable=True),
    )


@cache
def _words(palette: Palette, is_wide: bool) -> tuple[str, ...]:
    """Names of countries, letters apart; few of them where there is little room."""
    rows = [
        {"text": "\u2009".join(name) if is_wide else name.title(), "place": place}
        for name, place in NAMES.items()
        if is_wide or name in ("KAZAKHSTAN", "AFGHANISTAN")
    ]
    size = 11.5 if is_wide else 10.5
    return (encode(text_layer("names", rows, get_size=size, get_color=rgb(palette.quiet, 210))),)


@lru_cache(LATELY)
def _chips(
    outlines: Outlines, borders: Borders, chosen: str | None, palette: Palette, is_wide: bool
) -> tuple[str, ...]:
    """A chip for every counted border, tied to the nearest point of its line."""
    lines = _lines(outlines, borders, chosen, palette, 1)
    rows: Rows = []
    for border in borders:
        if not (place := (CHIPS if is_wide else NUMBERS).get(border.id)):
            continue
        ends = [row["path"] for row in lines if row["border"] == border.id]
        rows.append(
            {
                "border": border.id,
                "tip": drawn_text(border.hint),
                "text": f"{border.id.replace('-', '–')}  {border.label}" if is_wide else border.label,
                "place": place,
                "near": nearest_vertex(place, ends) if ends else place,
                "colour": rgb(palette.dispute if border.id == chosen else border.colour(palette)),
            }
        )
    chip = text_layer(
        "chips",
        rows,
        get_size=13,
        get_color=rgb(palette.ink),
        pickable=True,
        background=True,
        get_background_color=rgb(palette.ground),
        background_padding=[8, 4],
        background_border_radius=11,
        get_border_color="colour",
        get_border_width=1.3,
    )
    tie = {"get_source_position": "place", "get_target_position": "near", "get_color": rgb(palette.quiet)}
    return encode(pdk.Layer("LineLayer", rows, id="ties", get_width=1, **tie)), encode(chip)
