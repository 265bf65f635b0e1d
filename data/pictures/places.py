"""The outlines of the map, and positions of its labels, set by hand so that none covers another at first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asinh, pi, radians, tan
from typing import Any

Features = Sequence[Mapping[str, Any]]
TILE = 512
"""Pixels of the whole world at zoom 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Features of GeoJSON. Equal to themselves alone, so that what is drawn of them can be kept."""

    countries: Features
    borders: Features
    lakes: Features


@dataclass(frozen=True, slots=True)
class View:
    """One size of the map: where it looks, and how much it says."""

    latitude: float
    longitude: float
    zoom: float
    is_wide: bool


WIDE = View(41.0, 67.3, 4.38, True)
NARROW = View(40.7, 67.2, 3.5, False)

CHIPS = {
    "KAZ-KGZ": (72.0, 43.9),
    "KAZ-UZB": (66.9, 44.5),
    "TKM-UZB": (58.4, 40.6),
    "TJK-UZB": (65.2, 40.0),
    "KGZ-UZB": (75.7, 40.95),
    "KGZ-TJK": (77.43, 38.67),
    "AFG-TJK": (71.0, 35.85),
    "AFG-UZB": (64.9, 36.55),
}
"""Longitude and latitude of the chip of a border; other borders have none."""

NUMBERS = {
    "KAZ-KGZ": (75.5, 44.0),
    "KAZ-UZB": (64.4, 44.8),
    "TKM-UZB": (61.0, 40.4),
    "TJK-UZB": (66.2, 39.9),
    "KGZ-UZB": (74.6, 41.2),
    "KGZ-TJK": (75.1, 39.4),
    "AFG-TJK": (71.0, 36.0),
    "AFG-UZB": (65.9, 36.4),
}
"""The same on a narrow map, where a chip holds the number alone."""

NAMES = {
    "KAZAKHSTAN": (67.6, 46.3),
    "UZBEKISTAN": (63.4, 42.2),
    "TURKMENISTAN": (59.2, 39.1),
    "TAJIKISTAN": (73.1, 38.35),
    "KYRGYZSTAN": (75.4, 41.65),
    "AFGHANISTAN": (66.4, 35.2),
    "CHINA": (78.6, 39.4),
    "IRAN": (57.6, 35.8),
    "PAKISTAN": (73.2, 34.6),
}

OFFICES = {
    "kordai": ("start", 9, -12),
    "kaindy": ("start", 6, 17),
    "yallama": ("end", 4, -22),
    "farap": ("end", -11, 6),
    "alat": ("start", 11, 0),
    "ayritom": ("middle", 0, 19),
    "nizhny-pyanj": ("start", 6, 19),
}
"""Anchor and offset in pixels of the name of an office; others are to the right of their point."""

LED = {
    "kudukli": ("end", 66.89, 39.43),
    "sariosiyo": ("end", 66.89, 39.01),
    "pakhtaobod": ("start", 68.92, 38.82),
    "dusti": ("start", 68.92, 38.38),
    "fotehobod": ("end", 67.98, 40.64),
    "karamyk-kgz": ("start", 71.22, 38.82),
    "bor-dobo": ("start", 73.99, 39.97),
    "kyzyl-art": ("start", 73.99, 39.56),
}
"""Anchor, longitude and latitude of a name that finds no room by its point: a line leads to it."""


def project(place: tuple[float, float], view: View) -> tuple[float, float]:
    """Pixels right of and below the middle of the map at its first view, in the projection of Mercator."""
    degree = TILE * 2**view.zoom / 360

    def north(latitude: float) -> float:
        return degree * 180 / pi * asinh(tan(radians(latitude)))

    return degree * (place[0] - view.longitude), north(view.latitude) - north(place[1])


def nearest_vertex(place: tuple[float, float], paths: Iterable[Sequence[Sequence[float]]]) -> Sequence[float]:
    """The vertex of `paths` nearest to `place`, as the map shows it (a degree north is 1.33 degrees east)."""
    points = [point for path in paths for point in path]
    return min(points, key=lambda p: (p[0] - place[0]) ** 2 + (1.33 * (p[1] - place[1])) ** 2)
