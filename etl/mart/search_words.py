"""The words under which somebody may look for a record, as `read_words` holds them.

An event is not found by the country that it took place in: there is a filter for that.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from data.values.text import fold, index_terms

Spellings = dict[str, dict[str, list[str]]]
"""By table and id: everything that a row is called, folded."""

NAMED_BY = {
    "organisations": ("name", "full_name", "name_russian"),
    "people": ("name", "name_cyrillic"),
    "places": ("name", "name_cyrillic"),
    "instruments": ("name", "full_name"),
    "countries": ("name",),
}
NUMBERS = 'SELECT "table", id, number FROM read_names ORDER BY number'
EVENTS = "SELECT r.n, e.title, e.form FROM read_event_texts r CROSS JOIN events e ON e.id = r.id ORDER BY r.n"
OFFICES = """
SELECT k.number, o.id, b.country_a_id, b.country_b_id, o.name, o.border_id, b.name
FROM border_liaison_offices o JOIN borders b ON b.id = o.border_id
JOIN read_names k ON k."table" = 'border_liaison_offices' AND k.id = o.id ORDER BY 1
"""
OFFICE_KIND = "border liaison office BLO"
"""Words under which every office is found."""
SOURCES = """
SELECT r.source, s.title, s.about, s.publisher FROM sources s JOIN read_sources r ON r.id = s.id ORDER BY 1
"""
REQUESTS = """
SELECT r.place, t.text, t.addressee, t.organisation_id, t.addressee_id, t.person_id
FROM recommendations t JOIN read_recommendations r ON r.id = t.id ORDER BY 1
"""
STATEMENTS = """
SELECT r.place, t.text, NULL, t.organisation_id, NULL, t.person_id
FROM statements t JOIN read_statements r ON r.id = t.id ORDER BY 1
"""
PLAIN = {"sources": SOURCES, "notes": "SELECT number, note FROM read_notes ORDER BY 1"}
"""What is found by its own words alone."""
SAID = {"recommendations": REQUESTS, "statements": STATEMENTS}
"""What is found by its own words and all names of the speaker and the addressee."""


def list_spellings(draft: sqlite3.Connection) -> Spellings:
    """Names and other spellings; an alias of a place may be one of an office with the same id."""
    found: Spellings = {table: defaultdict(list) for table in NAMED_BY}
    for table, columns in NAMED_BY.items():
        query = f"SELECT id, {', '.join(columns)} FROM {table} ORDER BY id"  # noqa: S608 - our own names
        for id_, *names in draft.execute(query):
            found[table][id_] += [fold(name) for name in names if name]
    for table, id_, spelling in draft.execute('SELECT "table", id, spelling FROM aliases ORDER BY 1, 3'):
        found[table][id_].append(fold(spelling))
    return found


def list_rows(draft: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """The rows of `read_words`, table by table: each word of a row once."""
    known = list_spellings(draft)
    for n, *texts in draft.execute(EVENTS):
        yield from _words("events", n, _fold_words(texts))
    for table, id_, number in draft.execute(NUMBERS):
        if table != "countries":
            yield from _words("names", number, known.get(table, {}).get(id_, []))
    yield from _list_offices(draft, known)
    for table, query in PLAIN.items():
        for number, *texts in draft.execute(query):
            yield from _words(table, number, _fold_words(texts))
    for table, query in SAID.items():
        for place, *texts, organisation, addressee, person in draft.execute(query):
            names_of = [known["organisations"].get(id_ or "", []) for id_ in (organisation, addressee)]
            names = chain(*names_of, known["people"].get(person or "", []))
            yield from _words(table, place, [*_fold_words(texts), *names])


def _list_offices(draft: sqlite3.Connection, known: Spellings) -> Iterator[tuple[str, str, int]]:
    for number, id_, *countries, name, border, between in draft.execute(OFFICES):
        names = chain(known["places"].get(id_, []), *(known["countries"].get(each, []) for each in countries))
        texts = _fold_words([name, border, between, OFFICE_KIND])
        yield from _words("border_liaison_offices", number, [*texts, *names])


def _words(table: str, number: int, texts: list[str]) -> Iterator[tuple[str, str, int]]:
    """Each word once, in the order of the texts: the same rows give the same file."""
    words = dict.fromkeys(word for text in texts for word in index_terms(text))
    return ((table, word, number) for word in words)


def _fold_words(texts: list[str | None]) -> list[str]:
    return [fold(text) for text in texts if text]
