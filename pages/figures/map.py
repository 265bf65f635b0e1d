"""The map of Border Liaison Offices: land, borders as wide as their offices are many, chips, points.

Drawn by deck.gl from the bundled outlines alone: no base map, so nothing is asked of another host.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pydeck as pdk

from pages.figures.inert import drawn_text
from pages.figures.mapping import Map
from pages.figures.palette import Palette
from pages.figures.places import CHIPS, NAMES, NUMBERS, OFFICES, View, nearest

Outlines = Mapping[str, Sequence[Mapping[str, Any]]]
Rows = list[dict[str, Any]]
FONT = "'Source Sans, sans-serif'"
SEA = [[30, 20], [108, 20], [108, 62], [30, 62]]


def deck(
    outlines: Outlines,
    borders: pd.DataFrame,
    offices: pd.DataFrame,
    chosen: tuple[str | None, str | None],
    palette: Palette,
    view: View,
) -> Map:
    """The map of `borders` (id, words, number, is_establishing) and of those `offices` that have a place.

    `chosen` is the border and the office to point out; clickable rows carry `border` and `office`.
    """
    border, office = chosen
    lines = _lines(outlines["borders"], borders, border, palette, 1 if view.is_wide else 0.6)
    layers = [
        *_ground(outlines, palette),
        *_border_layers(lines, palette),
        *_words(palette, view),
        *_points(_placed(offices, office, palette), palette, view),
        *_chips(lines, borders, border, palette, view),
    ]
    start = pdk.ViewState(
        latitude=view.latitude, longitude=view.longitude, zoom=view.zoom, min_zoom=3, max_zoom=9
    )
    return Map(layers, initial_view_state=start, map_provider=None, tooltip={"text": "{tip}"})


def _ground(outlines: Outlines, palette: Palette) -> list[pdk.Layer]:
    """Water, land without holes (an enclave has the colour of what surrounds it), lakes."""
    land = [
        {"polygon": ring, "colour": rgb(_land(feature["properties"], palette))}
        for feature in outlines["countries"]
        for ring in _outer(feature["geometry"])
    ]
    lakes = [{"polygon": ring} for lake in outlines["lakes"] for ring in _outer(lake["geometry"])]
    common = {"get_polygon": "polygon", "get_fill_color": "colour", "get_line_color": rgb(palette.line, 150)}
    water = {"get_polygon": "polygon", "get_fill_color": rgb(palette.water), "stroked": False}
    return [
        pdk.Layer("PolygonLayer", [{"polygon": SEA}], id="sea", **water),
        pdk.Layer(
            "PolygonLayer", land, id="land", line_width_min_pixels=0.8, line_width_max_pixels=1, **common
        ),
        pdk.Layer("PolygonLayer", lakes, id="lakes", **water),
    ]


def _land(properties: Mapping[str, Any], palette: Palette) -> str:
    if properties["iso"] == "AFG":
        return palette.faint
    return palette.land if properties["ca"] else palette.abroad


def _outer(geometry: Mapping[str, Any]) -> list[Any]:
    parts = geometry["coordinates"]
    return [part[0] for part in parts] if geometry["type"] == "MultiPolygon" else [parts[0]]


def _lines(
    features: Iterable[Mapping[str, Any]],
    borders: pd.DataFrame,
    chosen: str | None,
    palette: Palette,
    scale: float,
) -> Rows:
    """One row for every piece of a border that a source counts or names."""
    known = {row["id"]: row for row in borders.to_dict("records")}
    rows: Rows = []
    for feature in features:
        if not (border := known.get(feature["properties"]["pair"])):
            continue
        number = 0 if pd.isna(border["number"]) else int(border["number"])
        colour = palette.family["regional"] if number else palette.planned
        colours = rgb(colour), rgb(palette.land)
        shown = mixed(*colours) if chosen and chosen != border["id"] else colours[0]
        about = {
            "border": border["id"],
            "tip": drawn_text(border["words"]),
            "colour": shown,
            "width": scale * (1 + number if number else 2),
            "dashed": not number,
            "chosen": chosen == border["id"],
        }
        geometry = feature["geometry"]
        parts = (
            geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        )
        rows += [{**about, "path": part} for part in parts]
    return rows


def _border_layers(lines: Rows, palette: Palette) -> list[pdk.Layer]:
    """Chosen border underlaid, counted ones solid, the others dashed; above all a wide unseen line to hit."""

    def layer(identity: str, rows: Rows, **options: Any) -> pdk.Layer:
        common = {"get_path": "path", "width_units": "'pixels'", "joint_rounded": True, "cap_rounded": True}
        return pdk.Layer("PathLayer", rows, id=identity, **(common | options))

    seen = {"get_color": "colour", "get_width": "width"}
    chosen = [row | {"width": row["width"] + 6} for row in lines if row["chosen"]]
    dash = {"extensions": [{"@@type": "PathStyleExtension", "dash": True}], "get_dash_array": [4, 3]}
    return [
        layer("chosen", chosen, get_width="width", get_color=rgb(palette.dispute, 110)),
        layer("counted", [row for row in lines if not row["dashed"]], **seen),
        layer("dashed", [row for row in lines if row["dashed"]], cap_rounded=False, **(seen | dash)),
        layer("borders", lines, get_width=14, get_color=[0, 0, 0, 1], pickable=True),
    ]


def _words(palette: Palette, view: View) -> list[pdk.Layer]:
    """Names of countries, letters apart; few of them where there is little room."""
    rows = [
        {"text": "\u2009".join(name) if view.is_wide else name.title(), "place": place}
        for name, place in NAMES.items()
        if view.is_wide or name in ("KAZAKHSTAN", "AFGHANISTAN")
    ]
    size = 11.5 if view.is_wide else 10.5
    return [_text("names", rows, get_size=size, get_color=rgb(palette.quiet, 210))]


def _placed(offices: pd.DataFrame, chosen: str | None, palette: Palette) -> Rows:
    """The offices whose place is known, in the colour of their status; a candidate is none."""
    placed = offices[offices["latitude"].notna() & (offices["status"] != "candidate")]
    rows: Rows = []
    for office in placed.to_dict("records"):
        anchor, dx, dy = OFFICES.get(office["id"], ("start", 9, 0))
        is_open = office["status"] == "operational"
        colour = palette.dispute if is_open else palette.planned
        status = "" if is_open else f"{office['status']}, "
        name = drawn_text(office["name"])
        rows.append(
            {
                "office": office["id"],
                "border": office["border_id"],
                "tip": f"{name}: {status}place known to within {office['radius_km']:g} km",
                "colour": rgb(colour),
                "halo": rgb(colour, 45),
                "edge": rgb(colour, 130),
                "text": name,
                "place": [office["longitude"], office["latitude"]],
                "metres": office["radius_km"] * 1000,
                "size": 6.5 if office["id"] == chosen else 4,
                "anchor": anchor,
                "offset": [dx, dy],
            }
        )
    return rows


def _points(rows: Rows, palette: Palette, view: View) -> list[pdk.Layer]:
    """Each office in the circle it must lie in (never drawn too small to see)."""
    circle = {
        "get_radius": "metres",
        "radius_min_pixels": 9 if view.is_wide else 6,
        "stroked": True,
        "get_fill_color": "halo",
        "get_line_color": "edge",
        "line_width_min_pixels": 1,
        "opacity": 1,
    }
    dot = {"get_radius": "size", "radius_units": "'pixels'", "get_fill_color": "colour", "pickable": True}
    layers = [
        pdk.Layer("ScatterplotLayer", rows, id=name, get_position="place", **style)
        for name, style in (("circles", circle), ("offices", dot))
    ]
    if view.is_wide:
        style = {"get_text_anchor": "anchor", "get_pixel_offset": "offset"}
        layers.append(_text("office-names", rows, get_size=12, get_color=rgb(palette.ink), **style))
    return layers


def _chips(
    lines: Rows, borders: pd.DataFrame, chosen: str | None, palette: Palette, view: View
) -> list[pdk.Layer]:
    """A chip for every counted border, tied to the nearest point of its line."""
    rows: Rows = []
    for border in borders.to_dict("records"):
        if not (place := (CHIPS if view.is_wide else NUMBERS).get(border["id"])):
            continue
        counted = not pd.isna(border["number"])
        number = str(int(border["number"])) if counted else "+"
        ends = [row["path"] for row in lines if row["border"] == border["id"]]
        colour = rgb(palette.family["regional"] if counted else palette.planned)
        rows.append(
            {
                "border": border["id"],
                "tip": drawn_text(border["words"]),
                "text": f"{border['id'].replace('-', '–')}  {number}" if view.is_wide else number,
                "place": place,
                "near": nearest(place, ends) if ends else place,
                "colour": rgb(palette.dispute) if border["id"] == chosen else colour,
            }
        )
    chip = _text(
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
    return [pdk.Layer("LineLayer", rows, id="ties", get_width=1, **tie), chip]


def _text(identity: str, rows: Rows, **options: Any) -> pdk.Layer:
    common = {"get_position": "place", "get_text": "text", "font_family": FONT, "character_set": "'auto'"}
    return pdk.Layer("TextLayer", rows, id=identity, **(common | options))


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """`#0E7C86` as the list of numbers that deck.gl reads."""
    return [*bytes.fromhex(colour.removeprefix("#")), alpha]


def mixed(colour: list[int], ground: list[int]) -> list[int]:
    """The colour faded into the ground, opaque, so that pieces of a line that overlap do not show."""
    return [round(0.4 * one + 0.6 * other) for one, other in zip(colour, ground, strict=True)]
