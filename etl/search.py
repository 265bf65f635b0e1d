"""The full-text tables: all the words under which somebody may look for a record. Filled from the draft."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.models import SEARCH, SEARCH_DDL
from data.readmodel import CALLED, SEARCHED, TITLES, full_text_ddl
from data.text import fold, folded_terms

Called = dict[str, dict[str, list[str]]]
"""By table and id: everything that a row is called, folded."""

NAMED_BY = {
    "organisations": ("name", "full_name", "name_russian"),
    "people": ("name", "name_cyrillic"),
    "places": ("name", "name_cyrillic"),
    "instruments": ("name", "full_name"),
}
RECORDS = {
    "border_liaison_offices": "SELECT id, name FROM border_liaison_offices ORDER BY id",
    "recommendations": """
        SELECT id, text, addressee, organisation_id, addressee_id, person_id FROM recommendations ORDER BY id
    """,
    "sources": "SELECT id, title, about, publisher FROM sources ORDER BY id",
    "statements": "SELECT id, text, NULL, organisation_id, NULL, person_id FROM statements ORDER BY id",
}
"""The records that are found by words of their own, with the columns whose words count. Notes do not."""
EVENTS = """
SELECT r.n, e.title, e.form FROM read_events r CROSS JOIN events e ON e.id = r.id ORDER BY r.n
"""


def called(connection: sqlite3.Connection) -> Called:
    """Names and other spellings; an alias of a place may be one of an office with the same id."""
    found: Called = {table: defaultdict(list) for table in SEARCHED}
    for table, columns in NAMED_BY.items():
        query = f"SELECT id, {', '.join(columns)} FROM {table} ORDER BY id"  # noqa: S608 - our own names
        for id_, *names in connection.execute(query):
            found[table][id_] += [fold(name) for name in names if name]
    for table, id_, spelling in connection.execute('SELECT "table", id, spelling FROM aliases ORDER BY 1, 3'):
        found[table][id_].append(fold(spelling))
    return found


def fill(connection: sqlite3.Connection, numbers: dict[str, dict[str, int]]) -> dict[str, NDArray[Any]]:
    """Make and fill all full-text tables; the arrays of words. `numbers` are name numbers by table and id."""
    known, index = called(connection), Index()
    connection.execute(SEARCH_DDL)
    for ddl in full_text_ddl():
        connection.execute(ddl)
    _add(connection, SEARCH, ("table", "id", "words"), _records(connection, known))
    _add(connection, TITLES.name, ("rowid", "words"), _events(connection, index))
    names = (
        (number, _words(known[table][id_]))
        for table in SEARCHED
        for id_, number in sorted(numbers[table].items(), key=lambda pair: pair[1])
    )
    _add(connection, CALLED.name, ("rowid", "words"), names)
    return index.columns()


def _add(connection: sqlite3.Connection, name: str, columns: tuple[str, ...], rows: Iterator[Any]) -> None:
    listed, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {name} ({listed}) VALUES ({marks})", rows)  # noqa: S608 - our names
    connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608


class Index:
    """Which words stand in the titles and forms of which events, as `data.columns` holds it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words, self._events = array("i"), array("i")

    def add(self, n: int, words: str) -> None:
        found, numbers = set(folded_terms(words)), self._numbers
        self._words.extend([numbers.setdefault(word, len(numbers)) for word in found])
        self._events.extend([n] * len(found))

    def columns(self) -> dict[str, NDArray[Any]]:
        listed = sorted(self._numbers)
        place = np.empty(len(listed), np.int32)
        place[[self._numbers[word] for word in listed]] = np.arange(len(listed), dtype=np.int32)
        words, events = place[np.array(self._words, np.int32)], np.array(self._events, np.int32)
        counts = np.bincount(words, minlength=len(listed))
        return {
            "word_starts": np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
            "word_events": events[np.lexsort((events, words))],
            "word_text": np.frombuffer("\n".join(listed).encode("ascii"), np.uint8),
        }


def _events(connection: sqlite3.Connection, index: Index) -> Iterator[tuple[int, str]]:
    for n, *texts in connection.execute(EVENTS):
        words = _words([fold(text) for text in texts])
        index.add(n, words)
        yield n, words


def _records(connection: sqlite3.Connection, known: Called) -> Iterator[tuple[str, str, str]]:
    for table, query in RECORDS.items():
        for id_, *cells in connection.execute(query):
            yield table, id_, _words(_of_record(table, id_, cells, known))


def _of_record(table: str, id_: str, cells: list[str | None], known: Called) -> list[str]:
    """The folded words of a record: its own, and all names of its place or of who says it and is asked."""
    if table == "border_liaison_offices":
        return [*_folded(cells), *known["places"].get(id_, [])]
    if table == "sources":
        return _folded(cells)
    *own, organisation, addressee, person = cells
    names = [
        name for body in (organisation, addressee) for name in known["organisations"].get(body or "", [])
    ]
    return [*_folded(own), *names, *known["people"].get(person or "", [])]


def _folded(cells: list[str | None]) -> list[str]:
    return [fold(cell) for cell in cells if cell]


def _words(parts: list[str]) -> str:
    return " ".join(dict.fromkeys(parts))
