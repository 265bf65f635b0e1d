"""The outlines of the map, and positions of its labels, set by hand so that none covers another at first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asinh, degrees, radians, tan
from typing import Any

from data.pictures.drawing.palette import Palette

Features = Sequence[Mapping[str, Any]]
NOTE = (
    "Boundaries and names shown do not imply endorsement. Outlines: Natural Earth, public domain, "
    "generalised."
)
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
    """One size of the map: the middle of its first view, its zoom, and whether it has room for names."""

    latitude: float
    longitude: float
    zoom: float
    is_wide: bool

    @property
    def degree(self) -> float:
        """Pixels of a degree of longitude."""
        return TILE * 2**self.zoom / 360


WIDE = View(41.0, 67.3, 4.38, True)
NARROW = View(40.7, 67.2, 3.5, False)
PAPER = View(41.0, 67.5, 4.38, True)

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

CITIES = {"tashkent": ("middle", 0, -1), "almaty": ("middle", 0, -1), "bishkek": ("end", -8, -16)}
"""Anchor and offset of the name of a city; -1 is above its disc, and others are below theirs."""

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


def project(place: Sequence[float], view: View) -> tuple[float, float]:
    """Pixels right of and below the middle of the map at its first view, in the projection of Mercator."""
    across = view.degree * (place[0] - view.longitude)
    return across, view.degree * (_north(view.latitude) - _north(place[1]))


def _north(latitude: float) -> float:
    """Where a latitude lies, in degrees of the equator."""
    return degrees(asinh(tan(radians(latitude))))


def list_rings(geometry: Mapping[str, Any]) -> list[Any]:
    """The outer rings of a polygon or of several: an enclave has the colour of what surrounds it."""
    parts = geometry["coordinates"]
    return [part[0] for part in parts] if geometry["type"] == "MultiPolygon" else [parts[0]]


def list_paths(geometry: Mapping[str, Any]) -> list[Any]:
    """The pieces of a line."""
    parts: list[Any] = geometry["coordinates"]
    return parts if geometry["type"] == "MultiLineString" else [parts]


def land_colour(properties: Mapping[str, Any], palette: Palette) -> str:
    """Central Asia apart from Afghanistan, and both from all else."""
    if properties["iso"] == "AFG":
        return palette.faint
    return palette.land if properties["ca"] else palette.abroad


def nearest_vertex(place: tuple[float, float], paths: Iterable[Sequence[Sequence[float]]]) -> Sequence[float]:
    """The vertex of `paths` nearest to `place`, as the map shows it (a degree north is 1.33 degrees east)."""
    points = [point for path in paths for point in path]
    return min(points, key=lambda p: (p[0] - place[0]) ** 2 + (1.33 * (p[1] - place[1])) ** 2)
