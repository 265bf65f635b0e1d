"""The map of Border Liaison Offices: borders as wide as their offices are many, chips, circles, events."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import cos, radians
from typing import Any
from xml.etree.ElementTree import Element

from data.pictures.drawing import svg
from data.pictures.drawing.labels import Box, Label, write_labels
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import WIDTH, Key, Picture
from data.pictures.drawing.svg import Group, Point
from data.pictures.maps import cities, places
from data.pictures.maps.borders import CountedBorder, office_colour
from data.pictures.maps.cities import City
from data.pictures.maps.places import (
    CHIPS,
    LED,
    NAMES,
    NOTE,
    OFFICES,
    PAPER,
    Outlines,
    land_colour,
    list_paths,
    list_rings,
    nearest_vertex,
)
from data.schema.vocabulary import COMING, Family, OfficeStatus

HEIGHT = 460.0
FINE = 0.9
"""Units: points of an outline nearer to the one before are left out."""
SMALLEST = 6.0
"""Units: the radius of the circle of an office at least."""
Offices = Sequence[Mapping[str, Any]]


def draw(
    outlines: Outlines,
    borders: Sequence[CountedBorder],
    offices: Iterable[Mapping[str, Any]],
    events: Sequence[City] = (),
) -> Picture:
    """The counted borders with their chips, the offices that have a point, and `events` by city."""
    body = svg.drawing()
    frame = body.add("clipPath", id="map")
    frame.rect(0, 0, WIDTH, HEIGHT)
    ground = body.add("g", clip_path="url(#map)")
    ground.element.append(_land(outlines))
    lines = _border_lines(ground, outlines, borders)
    for name, where in NAMES.items():
        x, y = project(where)
        ground.write(x, y, "\u2009".join(name), 10, anchor="middle", fill=LIGHT.quiet)
    placed = [office for office in offices if office["latitude"] is not None]
    inside = [(city, project(city.where)) for city in events if is_inside(city.where)]
    labels = cities.draw(ground, inside)
    for draw_part in (_lead, _office):
        for office in placed:
            draw_part(ground, office)
    chips = [box for border in borders if (box := _chip(ground, border, lines.get(border.id, [])))]
    labels = [*map(_label, placed), *labels]
    unnamed = write_labels(ground, labels, Box(0, 0, WIDTH, HEIGHT), chips)
    left_out = f" Names left out for room: {unnamed}." if unnamed else ""
    note = f"{NOTE}{left_out}{_beyond(events)}"
    words = f"{_words(borders, placed)}{_event_words([city for city, _ in inside])}"
    return Picture(body, HEIGHT, words, (*list_keys(borders, placed), *cities.list_keys(events)), note)


def list_keys(borders: Iterable[CountedBorder], offices: Iterable[Mapping[str, Any]]) -> tuple[Key, ...]:
    """The legend: what is drawn and nothing else."""
    counted = {bool(border.number) for border in borders}
    status = {OfficeStatus(office["status"]) for office in offices if office["latitude"] is not None}
    keys = (
        (
            True in counted,
            Key("line", LIGHT.family[Family.REGIONAL], "border with offices: the more, the wider"),
        ),
        (False in counted, Key("dash", LIGHT.planned, "border with offices under way, none counted yet")),
        (OfficeStatus.OPERATIONAL in status, Key("dot", LIGHT.dispute, "office, within the circle")),
        (status.intersection(COMING), Key("dot", LIGHT.planned, "office planned or being established")),
        (OfficeStatus.CANDIDATE in status, Key("ring", LIGHT.dispute, "candidate, not counted")),
    )
    return tuple(key for is_drawn, key in keys if is_drawn)


def project(where: Sequence[float]) -> Point:
    """Where longitude and latitude lie in the drawing."""
    x, y = places.project(where, PAPER)
    return WIDTH / 2 + x, HEIGHT / 2 + y


def is_inside(where: Sequence[float]) -> bool:
    """Whether longitude and latitude lie in the drawing."""
    x, y = project(where)
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def _beyond(events: Iterable[City]) -> str:
    named = ", ".join(city.label for city in events if not is_inside(city.where))
    return f" Events in cities beyond the picture: {named}." if named else ""


def _event_words(events: Iterable[City]) -> str:
    named = ", ".join(city.label for city in events)
    return f" Events by city: {named}." if named else ""


@cache
def _land(outlines: Outlines) -> Element:
    """Water, land without holes, then lakes: shared by all drawings."""
    body = svg.drawing()
    style: dict[str, Any] = {"stroke": LIGHT.line, "stroke_width": 0.7}
    body.rect(0, 0, WIDTH, HEIGHT, fill=LIGHT.water)
    land = [(each, {"fill": land_colour(each["properties"], LIGHT), **style}) for each in outlines.countries]
    for feature, look in [*land, *((lake, {"fill": LIGHT.water}) for lake in outlines.lakes)]:
        for ring in list_rings(feature["geometry"]):
            if points := _near(ring):
                body.path(points, closed=True, **look)
    return body.element


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
        paths = list_paths(feature["geometry"])
        found.setdefault(border.id, []).extend(paths)
        style: dict[str, Any] = {"stroke": border.colour(LIGHT), "stroke_width": border.width}
        style |= {"stroke_linejoin": "round"} if border.number else {"stroke_dasharray": "6 4"}
        for path in paths:
            body.path(_near(path), data_mark=border.id, **style)
    return found


def _office(body: Group, office: Mapping[str, Any]) -> None:
    """The circle in which it lies, never too small to see, and a dot; a candidate is hollow."""
    x, y = project((office["longitude"], office["latitude"]))
    status = OfficeStatus(office["status"])
    colour, is_candidate = office_colour(status, LIGHT), status == OfficeStatus.CANDIDATE
    degrees = (office["radius_km"] or 0) / (111.32 * cos(radians(office["latitude"])))
    shade = {"fill": colour, "fill_opacity": 0 if is_candidate else 0.18}
    body.circle(x, y, max(degrees * PAPER.degree, SMALLEST), stroke=colour, stroke_width=0.8, **shade)
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
    (x, y), words = project(where), f"{border.id.replace('-', '–')}  {border.label}"
    if lines:
        body.line((x, y), project(nearest_vertex(where, lines)), stroke=LIGHT.quiet, stroke_width=0.8)
    wide = svg.text_width(words, 12) + 16
    body.rect(
        x - wide / 2,
        y - 11,
        wide,
        21,
        rx=10,
        fill=LIGHT.ground,
        stroke=border.colour(LIGHT),
        stroke_width=1.3,
    )
    body.write(x, y + 4, words, 12, anchor="middle", fill=LIGHT.ink)
    return Box(x - wide / 2, y - 11, x + wide / 2, y + 10)


def _words(borders: Sequence[CountedBorder], placed: Offices) -> str:
    numbers = ", ".join(f"{border.id} {border.label}" for border in borders)
    candidate = OfficeStatus.CANDIDATE
    names, candidates = (
        ", ".join(office["name"] for office in placed if (office["status"] == candidate) is is_candidate)
        for is_candidate in (False, True)
    )
    told = f"Offices by border: {numbers or 'none'}. With a known place: {names or 'none'}."
    return f"{told} Candidates, not counted: {candidates}." if candidates else told
