"""The full-text tables: all the words under which somebody may look for a record. Filled from the draft."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from data.models import SEARCH, SEARCH_DDL
from data.readmodel import CALLED, SEARCHED, TITLES, full_text_ddl
from data.text import fold

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


def fill(connection: sqlite3.Connection, numbers: dict[str, dict[str, int]]) -> None:
    """Make and fill all full-text tables; `numbers` are the name numbers by table and id."""
    known = called(connection)
    connection.execute(SEARCH_DDL)
    for ddl in full_text_ddl():
        connection.execute(ddl)
    _add(connection, SEARCH, ("table", "id", "words"), _records(connection, known))
    _add(connection, TITLES.name, ("rowid", "words"), _events(connection))
    names = (
        (number, _words(known[table][id_]))
        for table in SEARCHED
        for id_, number in sorted(numbers[table].items(), key=lambda pair: pair[1])
    )
    _add(connection, CALLED.name, ("rowid", "words"), names)


def _add(connection: sqlite3.Connection, name: str, columns: tuple[str, ...], rows: Iterator[Any]) -> None:
    listed, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {name} ({listed}) VALUES ({marks})", rows)  # noqa: S608 - our names
    connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608


def _events(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    for n, *texts in connection.execute(EVENTS):
        yield n, _words([fold(text) for text in texts])


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
