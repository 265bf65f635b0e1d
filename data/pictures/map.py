"""The map of Border Liaison Offices: borders as wide as their offices are many, chips, circles."""

from collections.abc import Iterable, Mapping, Sequence
from math import asinh, cos, pi, radians, tan
from typing import Any, NamedTuple

from data.pictures.drawing import svg
from data.pictures.drawing.labels import Box, Label, write_labels
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH, Key, Picture
from data.pictures.drawing.svg import Group, Point
from data.pictures.places import CHIPS, LED, NAMES, OFFICES, Outlines, nearest_vertex
from data.schema.vocabulary import Family, OfficeStatus

HEIGHT = 460.0
MIDDLE, SCALE = (67.5, 41.0), 29.6
"""Longitude and latitude of the middle; units a degree of longitude, as at the zoom of the page: places of
words are set for it."""
FINE = 0.9
"""Units: points of an outline nearer to the one before are left out."""
COMING = (OfficeStatus.PLANNED, OfficeStatus.ESTABLISHING)
NOTE = "Boundaries and names shown do not imply endorsement. Outlines: Natural Earth, public domain."


class CountedBorder(NamedTuple):
    """A border that a source counts or names; `number` is None where none is stated."""

    id: str
    number: int | None


def draw(
    outlines: Outlines, borders: Sequence[CountedBorder], offices: Iterable[Mapping[str, Any]]
) -> Picture:
    """The counted borders with their chips, and the offices that have a point."""
    body = svg.drawing()
    frame = body.add("clipPath", id="map")
    frame.rect(0, 0, WIDTH, HEIGHT)
    ground = body.add("g", clip_path="url(#map)")
    ground.rect(0, 0, WIDTH, HEIGHT, fill=LIGHT.water)
    _land(ground, outlines)
    lines = _border_lines(ground, outlines, borders)
    for name, where in NAMES.items():
        x, y = project(where)
        ground.write(x, y, "\u2009".join(name), 10, anchor="middle", fill=LIGHT.quiet)
    placed = [office for office in offices if office["latitude"] is not None]
    for draw_part in (_lead, _office):
        for office in placed:
            draw_part(ground, office)
    chips = [box for border in borders if (box := _chip(ground, border, lines.get(border.id, [])))]
    unnamed = write_labels(ground, list(map(_label, placed)), Box(0, 0, WIDTH, HEIGHT), chips)
    left_out = f" Names left out for room: {unnamed}." if unnamed else ""
    return Picture(body, HEIGHT, _words(borders, placed), _legend(borders, placed), f"{NOTE}{left_out}")


def project(where: Sequence[float]) -> Point:
    """Longitude and latitude in the projection of Mercator, as the page's map has it."""
    x = WIDTH / 2 + SCALE * (where[0] - MIDDLE[0])
    return x, HEIGHT / 2 - (_north(where[1]) - _north(MIDDLE[1]))


def _north(latitude: float) -> float:
    return SCALE * 180 / pi * asinh(tan(radians(latitude)))


def _land(body: Group, outlines: Outlines) -> None:
    """Land without holes, then lakes."""
    style = {"stroke": LIGHT.line, "stroke_width": 0.7}
    for feature in outlines.countries:
        about = feature["properties"]
        inside = LIGHT.land if about["ca"] else LIGHT.abroad
        colour = LIGHT.faint if about["iso"] == "AFG" else inside
        for ring in _outer(feature["geometry"]):
            if points := _near(ring):
                body.path(points, closed=True, fill=colour, **style)
    for lake in outlines.lakes:
        for ring in _outer(lake["geometry"]):
            if points := _near(ring):
                body.path(points, closed=True, fill=LIGHT.water)


def _outer(geometry: Mapping[str, Any]) -> list[Any]:
    parts = geometry["coordinates"]
    return [part[0] for part in parts] if geometry["type"] == "MultiPolygon" else [parts[0]]


def _near(line: Sequence[Sequence[float]]) -> list[Point]:
    """The line in the drawing without points that nobody could tell apart; nothing where it lies outside."""
    kept: list[Point] = []
    for x, y in map(project, line):
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= FINE:
            kept.append((min(max(x, -WIDTH), 2 * WIDTH), min(max(y, -HEIGHT), 2 * HEIGHT)))
    inside = any(0 <= x <= WIDTH for x, _ in kept) and any(0 <= y <= HEIGHT for _, y in kept)
    spans = kept and min(x for x, _ in kept) < 0 < WIDTH < max(x for x, _ in kept)
    return kept if inside or spans else []


def _border_lines(body: Group, outlines: Outlines, borders: Sequence[CountedBorder]) -> dict[str, list[Any]]:
    """Draw each border, dashed without a number; its paths in degrees, by id."""
    known, found = {border.id: border for border in borders}, dict[str, list[Any]]()
    for feature in outlines.borders:
        border = known.get(feature["properties"]["pair"])
        if border is None:
            continue
        geometry = feature["geometry"]
        is_many = geometry["type"] == "MultiLineString"
        parts = geometry["coordinates"] if is_many else [geometry["coordinates"]]
        found.setdefault(border.id, []).extend(parts)
        colour = LIGHT.family[Family.REGIONAL] if border.number else LIGHT.planned
        style: dict[str, Any] = {
            "stroke": colour,
            "stroke_width": 1 + (border.number or 1),
            "data_mark": border.id,
        }
        style |= {"stroke_linejoin": "round"} if border.number else {"stroke_dasharray": "6 4"}
        for part in parts:
            body.path(_near(part), **style)
    return found


def _office(body: Group, office: Mapping[str, Any]) -> None:
    """The circle in which it lies, never too small to see, and a dot; a candidate is hollow."""
    x, y = project((office["longitude"], office["latitude"]))
    status = OfficeStatus(office["status"])
    colour = LIGHT.planned if status in COMING else LIGHT.dispute
    is_candidate = status == OfficeStatus.CANDIDATE
    degrees = (office["radius_km"] or 0) / (111.32 * cos(radians(office["latitude"])))
    shade = 0 if is_candidate else 0.18
    body.circle(
        x, y, max(degrees * SCALE, 6), fill=colour, fill_opacity=shade, stroke=colour, stroke_width=0.8
    )
    dot = {"fill": LIGHT.ground, "stroke": colour, "stroke_width": 1.3} if is_candidate else {"fill": colour}
    body.circle(x, y, 3.2, data_mark=office["id"], **dot)


def _lead(body: Group, office: Mapping[str, Any]) -> None:
    """The line to a name that stands apart from its point."""
    if office["id"] in LED:
        _, *at = LED[office["id"]]
        ends = (office["longitude"], office["latitude"]), at
        body.line(*map(project, ends), stroke=LIGHT.quiet, stroke_width=0.8)


def _label(office: Mapping[str, Any]) -> Label:
    """The name of an office, where it was set by hand if that is free."""
    x, y = where = project((office["longitude"], office["latitude"]))
    place = None
    if office["id"] in LED:
        anchor, *at = LED[office["id"]]
        across, down = project(at)
        place = anchor, across - x + (3 if anchor == "start" else -3), down - y + 4
    elif by_hand := OFFICES.get(office["id"]):
        place = by_hand[0], by_hand[1], by_hand[2] + 4.0
    return Label(office["name"], where, 5, set_by_hand=place)


def _chip(body: Group, border: CountedBorder, lines: Sequence[Any]) -> Box | None:
    """Its countries and number, tied to the nearest point of its line; the room that they take."""
    where = CHIPS.get(border.id)
    if where is None:
        return None
    (x, y), words = project(where), f"{border.id.replace('-', '–')}  {_number(border)}"
    if lines:
        body.line((x, y), project(nearest_vertex(where, lines)), stroke=LIGHT.quiet, stroke_width=0.8)
    wide = svg.text_width(words, 12) + 16
    edge = LIGHT.planned if border.number is None else LIGHT.family[Family.REGIONAL]
    body.rect(x - wide / 2, y - 11, wide, 21, rx=10, fill=LIGHT.ground, stroke=edge, stroke_width=1.3)
    body.write(x, y + 4, words, 12, anchor="middle", fill=LIGHT.ink)
    return Box(x - wide / 2, y - 11, x + wide / 2, y + 10)


def _number(border: CountedBorder) -> str:
    return "+" if border.number is None else str(border.number)


def _legend(borders: Sequence[CountedBorder], placed: Sequence[Mapping[str, Any]]) -> tuple[Key, ...]:
    teal = LIGHT.family[Family.REGIONAL]
    keys = [Key("line", teal, "border with offices counted by a source; width: how many")]
    if any(not border.number for border in borders):
        keys.append(Key("dash", LIGHT.planned, "planned or being established"))
    status = {OfficeStatus(office["status"]) for office in placed}
    if OfficeStatus.OPERATIONAL in status:
        keys.append(Key("dot", LIGHT.dispute, "office, within the circle"))
    if status.intersection(COMING):
        keys.append(Key("dot", LIGHT.planned, "office planned or being established"))
    if OfficeStatus.CANDIDATE in status:
        keys.append(Key("ring", LIGHT.dispute, "candidate, not counted"))
    return tuple(keys)


def _words(borders: Sequence[CountedBorder], placed: Sequence[Mapping[str, Any]]) -> str:
    numbers = ", ".join(f"{border.id} {_number(border)}" for border in borders)
    candidate = OfficeStatus.CANDIDATE
    names, candidates = (
        ", ".join(office["name"] for office in placed if (office["status"] == candidate) is is_candidate)
        for is_candidate in (False, True)
    )
    told = f"Offices by border: {numbers or 'none'}. With a known place: {names or 'none'}."
    return f"{told} Candidates, not counted: {candidates}." if candidates else told
