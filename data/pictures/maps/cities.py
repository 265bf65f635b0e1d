"""Events on the map, city by city: a disc as large as they are many, hollow where their place is inferred."""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from data.pictures.drawing.labels import Label
from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.sheet import Key
from data.pictures.drawing.svg import Group, Point
from data.schema.vocabulary import Family

SMALLEST, GROWTH, LARGEST = 2.5, 1.9, 30.0
"""Units: the radius of a disc without events, what it grows by the root of their number, and its bound."""
STATED, INFERRED = "events in a city: the more, the larger", "their place is inferred"
COLOUR = LIGHT.family[Family.OTHER]


class City(NamedTuple):
    """A place with its events, of which the place of `inferred` is so."""

    id: str
    name: str
    longitude: float
    latitude: float
    events: int
    inferred: int
    possibly: int

    @property
    def where(self) -> tuple[float, float]:
        return self.longitude, self.latitude

    @property
    def radius(self) -> float:
        """Of the ring around all its events."""
        return measure_radius(self.events)

    @property
    def inner(self) -> float:
        """Of the disc of those whose place is stated; 0 for none."""
        return measure_radius(self.events - self.inferred) if self.events > self.inferred else 0.0

    @property
    def label(self) -> str:
        return f"{self.name} {self.events:,}"


def measure_radius(events: int) -> float:
    return min(SMALLEST + GROWTH * sqrt(events), LARGEST)


def list_keys(cities: Sequence[City]) -> Iterator[Key]:
    """The legend of what is drawn."""
    if any(city.inner for city in cities):
        yield Key("dot", COLOUR, STATED)
    if any(city.inferred for city in cities):
        yield Key("ring", COLOUR, INFERRED)


def draw(body: Group, cities: Iterable[tuple[City, Point]]) -> list[Label]:
    """The discs and rings; the labels that are still to be written."""
    labels = []
    for city, (x, y) in cities:
        ring = {"fill": LIGHT.ground, "fill_opacity": 0.6, "stroke": COLOUR, "stroke_width": 1.4}
        body.circle(x, y, city.radius, data_mark=f"city {city.id}", **ring)
        if city.inner:
            body.circle(x, y, city.inner, fill=COLOUR, fill_opacity=0.55)
        labels.append(Label(city.label, (x, y), city.radius + 1))
    return labels
