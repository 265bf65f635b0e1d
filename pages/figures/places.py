"""The outlines of the map, and positions of its labels, set by hand so that none covers another at first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Features = Sequence[Mapping[str, Any]]


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
    "KGZ-TJK": (71.2, 38.85),
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
    "dostuk": ("start", 9, 13),
    "kyzyl-art": ("start", 11, 10),
    "ayritom": ("middle", -8, 17),
    "nizhny-pyanj": ("start", 6, 17),
}
"""Anchor and offset in pixels of the name of an office; others are to the right of their point."""


def nearest_vertex(place: tuple[float, float], paths: Iterable[Sequence[Sequence[float]]]) -> Sequence[float]:
    """The vertex of `paths` nearest to `place`, as the map shows it (a degree north is 1.33 degrees east)."""
    points = [point for path in paths for point in path]
    return min(points, key=lambda p: (p[0] - place[0]) ** 2 + (1.33 * (p[1] - place[1])) ** 2)
