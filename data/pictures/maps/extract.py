"""A small map around one border, country or point: outlines, the border, offices and cities of events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, radians
from typing import Any, NamedTuple

from data.pictures.drawing import sheet, svg
from data.pictures.drawing.labels import Box, Disc, place_boxes
from data.pictures.drawing.palette import LIGHT, Palette
from data.pictures.drawing.sheet import Picture
from data.pictures.drawing.svg import Group, Point
from data.pictures.maps import country_names
from data.pictures.maps.borders import office_colour
from data.pictures.maps.places import NOTE, Outlines, list_paths, list_rings
from data.schema.vocabulary import Family, OfficeStatus

WIDTH, HEIGHT, MARGIN = 560.0, 340.0, 26.0
AROUND = 1.4
"""Degrees north and south of a point that are shown."""
FINE = 1.6
"""Units: points of an outline nearer to the one before are left out."""
NAME = 12.0
"""Size of letters."""
DOT = 4.5
"""Units: the radius of the dot of an office."""
RING = 8.0
"""Units: the radius of the ring around the point of the page."""
GAP = 4.0
"""Units between a mark and a name."""
Place = tuple[float, float]
"""Longitude and latitude."""


class Frame(NamedTuple):
    """The middle of what is shown, and units a degree of latitude."""

    middle: Place
    scale: float

    def project(self, where: Sequence[float]) -> Point:
        """True to scale at the middle: a few degrees need no more."""
        across = (where[0] - self.middle[0]) * cos(radians(self.middle[1]))
        down = HEIGHT / 2 - (where[1] - self.middle[1]) * self.scale
        return round(WIDTH / 2 + across * self.scale, 1), round(down, 1)


def draw(
    outlines: Outlines,
    own: str,
    points: Sequence[Place],
    marked: Iterable[Mapping[str, Any]],
    palette: Palette,
    words: str,
) -> bytes | None:
    """The border or country with the id `own`, else what is around points or marks; None without any.

    Only in Central Asia and Afghanistan: beyond them the outlines are cut off.
    `points` have a ring; `marked` are offices, with their status, or cities of events, with how many of these
    were only `inferred` to be held there; `words` say what is shown.
    """
    root = svg.document(WIDTH, HEIGHT, words, words)
    return svg.encode(root) if _compose(root, outlines, own, points, marked, palette) else None


def draw_picture(
    outlines: Outlines, own: str, points: Sequence[Place], marked: Iterable[Mapping[str, Any]], words: str
) -> Picture | None:
    """The same for a file."""
    body, larger = svg.drawing(), sheet.WIDTH / WIDTH
    body.add("clipPath", id="extract").rect(0, 0, WIDTH, HEIGHT)
    inside = body.add("g", transform=f"scale({larger:.4g})").add("g", clip_path="url(#extract)")
    if not _compose(inside, outlines, own, points, marked, LIGHT):
        return None
    return Picture(body, HEIGHT * larger, words, note=NOTE)


def _compose(
    root: Group,
    outlines: Outlines,
    own: str,
    points: Sequence[Place],
    marked: Iterable[Mapping[str, Any]],
    palette: Palette,
) -> bool:
    """Draw it; whether anything was known."""
    lines = list(_find(outlines.borders, "pair", own))
    region = [each for each in outlines.countries if each["properties"]["ca"]]
    rings = list(_find(region, "iso", own))
    placed = [each for each in marked if each["latitude"] is not None]
    shapes = [corner for line in (*lines, *rings) for corner in line]
    marks = list(points) or [(each["longitude"], each["latitude"]) for each in placed]
    near = [where for where in marks if _is_within(region, where)]
    if not shapes and not near:
        return False
    frame = _fit(shapes or near)
    root.rect(0, 0, WIDTH, HEIGHT, fill=palette.water)
    for feature in outlines.countries:
        if feature["properties"]["iso"] != own:
            _draw(
                root, frame, _parts(feature["geometry"]), closed=True, fill=palette.land, stroke=palette.line
            )
    for ring in rings:
        _draw(root, frame, [ring], closed=True, fill=palette.faint, stroke=palette.quiet, stroke_width=1.5)
    _draw(root, frame, lines, stroke=palette.family[Family.REGIONAL], stroke_width=4, data_mark=own)
    for point in points:
        x, y = frame.project(point)
        root.circle(x, y, RING, fill="none", stroke=palette.ink, stroke_width=2)
    ringed = set(map(frame.project, points))
    taken = _draw_marks(root, frame, placed, ringed, palette)
    taken += [_around(Disc(x, y, RING)) for x, y in ringed]
    for name in country_names.place_names(outlines.countries, frame.project, Box(0, 0, WIDTH, HEIGHT), taken):
        root.write(name.x, name.y, name.words, country_names.SIZE, anchor="middle", fill=palette.quiet)
    return True


def _find(features: Iterable[Mapping[str, Any]], name: str, value: str) -> Iterator[Sequence[Place]]:
    """The lines or rings of the features with this property."""
    for feature in features:
        if feature["properties"].get(name) == value:
            yield from _parts(feature["geometry"])


def _parts(geometry: Mapping[str, Any]) -> list[Any]:
    """Lines, or rings without their holes."""
    return list_paths(geometry) if "Line" in geometry["type"] else list_rings(geometry)


def _is_within(countries: Iterable[Mapping[str, Any]], where: Place) -> bool:
    """Whether a place lies within the box around a part of these countries."""
    for ring in (ring for country in countries for ring in list_rings(country["geometry"])):
        west, east = min(x for x, _ in ring), max(x for x, _ in ring)
        south, north = min(y for _, y in ring), max(y for _, y in ring)
        if west <= where[0] <= east and south <= where[1] <= north:
            return True
    return False


def _fit(corners: Sequence[Sequence[float]]) -> Frame:
    west, east = min(c[0] for c in corners), max(c[0] for c in corners)
    south, north = min(c[1] for c in corners), max(c[1] for c in corners)
    middle = ((west + east) / 2, (south + north) / 2)
    wide = (east - west) * cos(radians(middle[1]))
    scale = min(
        (WIDTH - 2 * MARGIN) / max(wide, AROUND), (HEIGHT - 2 * MARGIN) / max(north - south, 2 * AROUND)
    )
    return Frame(middle, scale)


def _draw(
    root: Group, frame: Frame, lines: Iterable[Sequence[Place]], *, closed: bool = False, **style: Any
) -> None:
    for line in lines:
        kept: list[Point] = []
        for x, y in map(frame.project, line):
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= FINE:
                _append(kept, min(max(x, -MARGIN), WIDTH + MARGIN), min(max(y, -MARGIN), HEIGHT + MARGIN))
        if len(kept) > 1:
            root.path(kept, closed=closed, **style)


def _append(points: list[Point], x: float, y: float) -> None:
    """A point of a line; of those on one edge beyond the frame only the first and the last are kept."""
    on_edge = (x in (-MARGIN, WIDTH + MARGIN), y in (-MARGIN, HEIGHT + MARGIN))
    for place, is_on in enumerate(on_edge):
        if is_on and [point[place] for point in points[-2:]] == [(x, y)[place]] * 2:
            points.pop()
            break
    points.append((x, y))


def _draw_marks(
    root: Group, frame: Frame, placed: Sequence[Mapping[str, Any]], ringed: set[Point], palette: Palette
) -> list[Box]:
    """A dot each, with its name at the right or the left of it where nothing else is; what they take."""
    halo = {"paint_order": "stroke", "stroke": palette.land, "stroke_width": 3}
    where = [frame.project((each["longitude"], each["latitude"])) for each in placed]
    marks = [Disc(*point, (RING if point in ringed else DOT) + GAP) for point in where]
    sides = [_list_sides(mark, own["name"]) for mark, own in zip(marks, placed, strict=True)]
    places = place_boxes([[box for box, _ in each] for each in sides], marks, Box(0, 0, WIDTH, HEIGHT))
    taken = list(map(_around, marks))
    for own, mark, each, place in zip(placed, marks, sides, places, strict=True):
        _dot(root, Disc(mark.x, mark.y, DOT), own, palette)
        if place is not None:
            box, anchor = each[place]
            x = box.left if anchor == "start" else box.right
            root.write(x, mark.y + 4, own["name"], NAME, anchor=anchor, fill=palette.ink, **halo)
            taken.append(box)
    return taken


def _around(disc: Disc) -> Box:
    x, y, radius = disc
    return Box(x - radius, y - radius, x + radius, y + radius)


def _list_sides(mark: Disc, name: str) -> list[tuple[Box, str]]:
    """The boxes of a name, and how it is anchored there."""
    wide, (top, bottom) = svg.text_width(name, NAME), (mark.y - NAME / 2 - 1, mark.y + NAME / 2 + 1)
    right, left = mark.x + mark.radius, mark.x - mark.radius
    return [(Box(right, top, right + wide, bottom), "start"), (Box(left - wide, top, left, bottom), "end")]


def _dot(root: Group, dot: Disc, own: Mapping[str, Any], palette: Palette) -> None:
    """An office ochre where it is coming, hollow as a candidate; a city hollow where it is inferred."""
    if "status" in own:
        status = OfficeStatus(own["status"])
        colour, is_hollow = office_colour(status, palette), status == OfficeStatus.CANDIDATE
    else:
        colour, is_hollow = palette.family[Family.OTHER], bool(own["inferred"])
    hollow = {"fill": palette.land, "stroke": colour, "stroke_width": 1.5}
    root.circle(*dot, data_mark=own["id"], **(hollow if is_hollow else {"fill": colour}))
