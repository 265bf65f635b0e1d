"""The events on the map, city by city: discs, rings of what is inferred, names with numbers."""

from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from data.pictures.drawing.palette import Palette, rgb
from data.pictures.maps.cities import City
from data.pictures.maps.places import CITIES, View
from data.schema.vocabulary import Family
from pages.figures.escaping import drawn_text
from pages.figures.map_layers import REACH, encode, text_layer

NAMED = 5
"""Events from which a city has its name beside its disc."""


def list_layers(cities: Sequence[City], chosen: str | None, palette: Palette, view: View) -> list[str]:
    """The layers, encoded; clickable rows carry `city`."""
    if not cities:
        return []
    scale = 1.0 if view.is_wide else 0.6
    rows = [_row(city, chosen, scale) for city in cities]
    colour = rgb(palette.family[Family.OTHER])
    chosen_colour = {"get_line_width": "width", "line_width_units": "'pixels'", "stroked": True}
    ring = {"get_radius": "ring", "get_fill_color": rgb(palette.ground, 150), "get_line_color": colour}
    disc = {"get_radius": "disc", "get_fill_color": rgb(palette.family[Family.OTHER], 140)}
    reach = {"get_radius": "reach", "get_fill_color": [0, 0, 0, 1], "pickable": True}
    layers = [
        _scatter("city-rings", rows, **ring, **chosen_colour),
        _scatter("cities", [row for row in rows if row["disc"]], **disc),
        _scatter("city-reach", rows, **reach),
    ]
    if view.is_wide:
        named = [row for row in rows if row["events"] >= NAMED or row["city"] == chosen]
        style = {"get_size": 12, "get_color": rgb(palette.ink), "get_pixel_offset": "offset"}
        style |= {"get_text_anchor": "anchor"}
        layers.append(text_layer("city-names", named, **style))
    return [encode(layer) for layer in layers]


def _scatter(identity: str, rows: list[dict[str, Any]], **style: Any) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer", rows, id=identity, get_position="place", radius_units="'pixels'", **style
    )


def _row(city: City, chosen: str | None, scale: float) -> dict[str, Any]:
    anchor, dx, dy = CITIES.get(city.id, ("middle", 0, 1))
    return {
        "city": city.id,
        "tip": drawn_text(_describe(city)),
        "text": drawn_text(city.label),
        "place": city.where,
        "events": city.events,
        "ring": scale * city.radius,
        "disc": scale * city.inner,
        "reach": max(scale * city.radius, REACH),
        "width": 3 if city.id == chosen else 1.4,
        "anchor": anchor,
        "offset": [dx, dy if abs(dy) > 1 else dy * (scale * city.radius + 9)],
    }


def _describe(city: City) -> str:
    """`Tashkent: 44 events, the place of 4 inferred`."""
    events = f"{city.events:,} event{'' if city.events == 1 else 's'}"
    inferred = f", the place of {city.inferred:,} inferred" if city.inferred else ""
    possibly = f", {city.possibly:,} possibly in the range" if city.possibly else ""
    return f"{city.name}: {events}{inferred}{possibly}"
