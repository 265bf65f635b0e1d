"""Where the names of countries go on a small map: inside the country, on nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.pictures.drawing import svg
from data.pictures.drawing.labels import Box
from data.pictures.drawing.svg import Point
from data.pictures.maps.places import list_rings

NAMES = {
    "KAZ": "KAZAKHSTAN",
    "UZB": "UZBEKISTAN",
    "TKM": "TURKMENISTAN",
    "TJK": "TAJIKISTAN",
    "KGZ": "KYRGYZSTAN",
    "AFG": "AFGHANISTAN",
    "CHN": "CHINA",
    "IRN": "IRAN",
    "PAK": "PAKISTAN",
}
"""By code; other countries have no name, as on the large map."""
SIZE = 10.0
STEP = 10.0
"""Units between the points at which a country is looked for."""
Mask = NDArray[np.bool_]


class CountryName(NamedTuple):
    """The words, and the middle of their base line."""

    words: str
    x: float
    y: float


def place_names(
    countries: Iterable[Mapping[str, Any]],
    project: Callable[[Sequence[float]], Point],
    frame: Box,
    taken: Sequence[Box],
) -> Iterator[CountryName]:
    """The countries whose name fits inside them within the frame and off what is taken."""
    across = np.arange(frame.left + STEP / 2, frame.right, STEP)
    down = np.arange(frame.top + STEP / 2, frame.bottom, STEP)
    free = ~_cover(across, down, taken)
    for country in countries:
        words = "\u2009".join(NAMES.get(country["properties"]["iso"], ""))
        if not words:
            continue
        rings = [np.array([project(corner) for corner in ring]) for ring in list_rings(country["geometry"])]
        inside = np.logical_or.reduce([_hold(ring, across, down) for ring in rings])
        fits = np.argwhere(_erode(inside & free, int(svg.text_width(words, SIZE) / 2 / STEP) + 1))
        if len(fits):
            row, column = min(
                fits, key=lambda at: float(np.sum((at - np.argwhere(inside).mean(axis=0)) ** 2))
            )
            yield CountryName(words, float(across[column]), float(down[row]) + SIZE / 3)


def _hold(ring: NDArray[np.float64], across: NDArray[np.float64], down: NDArray[np.float64]) -> Mask:
    """Which points of the grid lie within the ring: an odd number of its sides is to the left of them."""
    (x, y), (to_x, to_y) = ring.T, np.roll(ring, -1, axis=0).T
    inside = np.zeros((len(down), len(across)), bool)
    for row, at in enumerate(down):
        met = (at < y) != (at < to_y)
        sides = x[met] + (at - y[met]) * (to_x[met] - x[met]) / (to_y[met] - y[met])
        inside[row] = (across > sides[:, None]).sum(axis=0) % 2 == 1
    return inside


def _cover(across: NDArray[np.float64], down: NDArray[np.float64], taken: Iterable[Box]) -> Mask:
    """Which points of the grid lie in one of the boxes, or half a step beside it."""
    covered: Mask = np.zeros((len(down), len(across)), bool)
    for left, top, right, bottom in taken:
        rows = (down > top - STEP / 2) & (down < bottom + STEP / 2)
        columns = (across > left - STEP / 2) & (across < right + STEP / 2)
        covered[np.ix_(rows, columns)] = True
    return covered


def _erode(mask: Mask, reach: int) -> Mask:
    """The points around which all are in the mask: `reach` to either side, one above and below."""
    padded = np.pad(mask, ((1, 1), (reach, reach)))
    around = np.lib.stride_tricks.sliding_window_view(padded, (3, 2 * reach + 1))
    return np.asarray(around.all(axis=(2, 3)))
