"""What the events of a corpus are about: its organisations, people, places and instruments."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.corpus_words import Language, Zipf, encode_number, make_word
from data.schema.vocabulary import InstrumentKind, OrganisationKind

Put = Callable[..., None]
"""Called with the table and the cells of one row by column."""

SOURCE = "corpus-gazetteer"
FAMILIES = {
    "un_entity": "un_global",
    "international_organisation": "un_global",
    "regional_organisation": "regional",
}
STATE = ("state", "ministry", "agency", "border_service", "customs")
KIND_WORDS = (
    "Agency",
    "Ministry",
    "Centre",
    "Service",
    "Committee",
    "Council",
    "Institute",
    "Network",
    "Office",
)
MATTERS = ("Borders", "Customs", "Security", "Law")
OFFICES = (
    "Head",
    "Deputy Head",
    "Minister",
    "Deputy Minister",
    "Director",
    "Regional Representative",
    "Expert",
)
SPELLED = {"organisations": 0.35, "people": 0.08}
"""The share of rows with another spelling in aliases.csv."""


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    spelling: str
    organisation: str
    office: str


@dataclass(frozen=True, slots=True)
class World:
    """`organisations` are drawn as (id, a spelling of it)."""

    language: Language
    organisations: Zipf[tuple[str, str]]
    people: Zipf[Person]
    places: Zipf[str]
    instruments: Zipf[str]
    themes: Zipf[str]


def make_world(events: int, rng: Random, put: Put, borrowed: dict[str, list[str]]) -> World:
    """Write the rows of the world of so many events; `borrowed`: ids of the record's own tables."""
    language = Language(rng)
    countries = Zipf(borrowed["countries"], 0.6)
    organisations = Zipf(
        [
            _organisation(number, rng, put, countries)
            for number in range(min(5000, round(60 * (events / 1000) ** 0.65) + 10))
        ]
    )
    people = [_person(number, rng, put, organisations) for number in range(max(100, int(4 * events**0.75)))]
    instruments = [_instrument(number, rng, put, language) for number in range(30 + round(events**0.5))]
    places, themes = (
        Zipf(rng.sample(borrowed[name], k=len(borrowed[name])), 0.9) for name in ("places", "themes")
    )
    return World(language, organisations, Zipf(people, 0.8), places, Zipf(instruments, 0.9), themes)


def _organisation(number: int, rng: Random, put: Put, countries: Zipf[str]) -> tuple[str, str]:
    latin, cyrillic = make_word(rng, rng.randint(2, 3))
    kind = rng.choice(list(OrganisationKind))
    word, matter = rng.choice(KIND_WORDS), rng.choice(MATTERS)
    id_ = f"{latin}-{encode_number(number)}"
    put(
        "organisations",
        id=id_,
        source_id=SOURCE,
        name=f"{latin.upper()} {encode_number(number).upper()}",
        full_name=f"{word} of {latin.capitalize()} for {matter}",
        name_russian=f"{cyrillic.capitalize()}ский центр" if rng.random() < 0.5 else None,
        kind=kind,
        family="state" if kind in STATE else FAMILIES.get(kind, "other"),
        country_id=countries.one(rng),
        website=f"https://www.{latin}.example/" if rng.random() < 0.3 else None,
    )
    return id_, _write_spelling(
        rng, put, "organisations", id_, f"The {latin.capitalize()} {word}, no {number}"
    )


def _person(number: int, rng: Random, put: Put, organisations: Zipf[tuple[str, str]]) -> Person:
    (first, first_cyrillic), (last, last_cyrillic) = make_word(rng, 2), make_word(rng, 3)
    id_ = f"{last}ov-{first}-{encode_number(number)}"
    is_cyrillic = rng.random() < 0.6
    put(
        "people",
        id=id_,
        source_id=SOURCE,
        name=f"{first.capitalize()} {last.capitalize()}ov",
        name_cyrillic=f"{first_cyrillic.capitalize()} {last_cyrillic.capitalize()}ов"
        if is_cyrillic
        else None,
    )
    spelling = _write_spelling(
        rng, put, "people", id_, f"{last.capitalize()}ov, {first.capitalize()} ({number})"
    )
    return Person(id_, spelling, organisations.one(rng)[0], rng.choice(OFFICES))


def _write_spelling(rng: Random, put: Put, table: str, id_: str, spelling: str) -> str:
    """The spelling, put into aliases.csv, or for most rows the id."""
    if rng.random() >= SPELLED[table]:
        return id_
    put("aliases", table=table, spelling=spelling, id=id_, reason="Wording of a page of the corpus")
    return spelling


def _instrument(number: int, rng: Random, put: Put, language: Language) -> str:
    id_ = f"instrument-{encode_number(number)}"
    start = f"{rng.randint(2005, 2024)}"
    name = f"{language.words(rng, 3).capitalize()} {number}"
    put(
        "instruments",
        id=id_,
        source_id=SOURCE,
        name=name,
        full_name=f"The {name}" if rng.random() < 0.5 else None,
        kind=rng.choice(list(InstrumentKind)),
        start_on=start,
        note=language.sentence(rng, 6, 14),
    )
    return id_
