"""The offices on the map: each in the circle it must lie in, a candidate hollow, with its name."""

from collections.abc import Iterable, Mapping
from typing import Any

import pydeck as pdk

from data.pictures.drawing.palette import Palette, rgb
from data.pictures.maps.borders import office_colour
from data.pictures.maps.places import LED, OFFICES, View
from data.schema.vocabulary import OfficeStatus, label
from pages.figures.escaping import drawn_text
from pages.figures.map_layers import REACH, encode, text_layer

Rows = list[dict[str, Any]]
BESIDE = {"start": 3, "end": -3}
"""Pixels between the end of a line and the name that it leads to."""


def list_layers(
    offices: Iterable[Mapping[str, Any]], chosen: str | None, palette: Palette, view: View
) -> list[str]:
    """The layers of the offices that have a point, encoded; a click within reach of one means it."""
    rows = [_row(office, chosen, palette) for office in offices if office["latitude"] is not None]
    names = _names(rows, palette) if view.is_wide else []
    return [encode(layer) for layer in (*_marks(rows, 9 if view.is_wide else 6), *names)]


def _row(office: Mapping[str, Any], chosen: str | None, palette: Palette) -> dict[str, Any]:
    """An office in the colour of its status; an open one is filled, a candidate is a ring."""
    status = OfficeStatus(office["status"])
    colour = office_colour(status, palette)
    is_candidate = status == OfficeStatus.CANDIDATE
    place = [office["longitude"], office["latitude"]]
    anchor, *at = LED.get(office["id"], ("", *place))
    near, dx, dy = OFFICES.get(office["id"], ("start", 11, 0))
    return {
        "office": office["id"],
        "border": office["border_id"],
        "tip": drawn_text(_describe(office, status)),
        "colour": rgb(colour),
        "fill": rgb(palette.ground) if is_candidate else rgb(colour),
        "halo": rgb(colour, 0 if is_candidate else 45),
        "edge": rgb(colour, 130),
        "text": drawn_text(office["name"]),
        "at": at,
        "place": place,
        "metres": office["radius_km"] * 1000,
        "size": 6.5 if office["id"] == chosen else 4,
        "anchor": anchor or near,
        "offset": [BESIDE[anchor], 0] if anchor else [dx, dy],
    }


def _describe(office: Mapping[str, Any], status: OfficeStatus) -> str:
    """`Sariosiyo: within 13 km of this point, a village`."""
    what = "" if status == OfficeStatus.OPERATIONAL else f" ({label(status)})"
    kind = f", a {office['point_kind']}" if office["point_kind"] else ""
    return f"{office['name']}{what}: within {office['radius_km']:g} km of this point{kind}"


def _marks(rows: Rows, smallest: int) -> list[pdk.Layer]:
    """The circles, never drawn too small to see, the points, and unseen discs that catch clicks."""
    circle = {
        "get_radius": "metres",
        "radius_min_pixels": smallest,
        "stroked": True,
        "get_fill_color": "halo",
        "get_line_color": "edge",
        "line_width_min_pixels": 1,
    }
    dot = {
        "get_radius": "size",
        "radius_units": "'pixels'",
        "stroked": True,
        "get_fill_color": "fill",
        "get_line_color": "colour",
        "line_width_units": "'pixels'",
        "get_line_width": 1.5,
    }
    reach = {
        "get_radius": REACH,
        "radius_units": "'pixels'",
        "get_fill_color": [0, 0, 0, 1],
        "pickable": True,
    }
    return [
        pdk.Layer("ScatterplotLayer", rows, id=name, get_position="place", opacity=1, **style)
        for name, style in (("circles", circle), ("offices", dot), ("reach", reach))
    ]


def _names(rows: Rows, palette: Palette) -> list[pdk.Layer]:
    """Names, tied to their points where they stand apart; a click on one means the office."""
    led = [row for row in rows if row["at"] != row["place"]]
    ends = {"get_source_position": "place", "get_target_position": "at"}
    style = {"get_position": "at", "get_text_anchor": "anchor", "get_pixel_offset": "offset"}
    return [
        pdk.Layer("LineLayer", led, id="leaders", get_width=1, get_color=rgb(palette.quiet), **ends),
        text_layer("office-names", rows, get_size=12, get_color=rgb(palette.ink), pickable=True, **style),
    ]
