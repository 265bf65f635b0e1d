"""Where the rows of an extract lie; nothing where no place is known, because no point is ever made up."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import geojson
import pandas as pd
from sqlalchemy import Engine, select
from sqlmodel import col

from data import engines, outlines
from data.extracts.cells import Cells
from data.schema.models import EventPlace, Place
from data.schema.vocabulary import OfficeStatus

Geometry = dict[str, Any]


def _point(longitude: Any, latitude: Any) -> Geometry | None:
    if pd.isna(longitude) or pd.isna(latitude):
        return None
    return geojson.Point((float(longitude), float(latitude)))  # type: ignore[no-any-return]


def office_points(_: Engine, rows: Cells) -> list[Geometry | None]:
    """The point of each office; none for a candidate: its coordinates are a crossing's."""
    known = zip(rows["longitude"], rows["latitude"], rows["status"], strict=True)
    return [None if status == OfficeStatus.CANDIDATE else _point(x, y) for x, y, status in known]


def place_points(_: Engine, rows: Cells) -> list[Geometry | None]:
    """The point of each place that has one."""
    return [_point(x, y) for x, y in zip(rows["longitude"], rows["latitude"], strict=True)]


def border_lines(_: Engine, rows: Cells) -> list[Geometry | None]:
    """The line of each border that the bundled outlines hold."""
    lines = {
        feature["properties"]["pair"]: feature["geometry"] for feature in outlines.read_outlines("borders")
    }
    return [lines.get(name) for name in rows["id"]]


def event_points(engine: Engine, rows: Cells) -> list[Geometry | None]:
    """The places of each event that have coordinates: a point, or several."""
    places = (
        select(col(EventPlace.event_id), col(Place.longitude), col(Place.latitude))
        .join(Place, col(EventPlace.place_id) == col(Place.id))
        .where(col(Place.latitude).is_not(None), col(Place.longitude).is_not(None))
        .order_by(col(EventPlace.event_id), col(EventPlace.place_id))
    )
    found: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    for event, longitude, latitude in engines.answer(engine, places).rows:
        found[event].append((longitude, latitude))
    return [_points(found.get(event, [])) for event in rows["id"]]


def _points(places: list[tuple[Any, Any]]) -> Geometry | None:
    if len(places) < 2:
        return geojson.Point(places[0]) if places else None
    return geojson.MultiPoint(places)  # type: ignore[no-any-return]


GEOMETRY: dict[str, Callable[[Engine, Cells], list[Geometry | None]]] = {
    "events": event_points,
    "places": place_points,
    "borders": border_lines,
    "border_liaison_offices": office_points,
}
"""By the table that the rows are of."""
