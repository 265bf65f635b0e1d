"""The read model, made from the public tables of a draft; `data.readmodel` says what each table holds."""

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection
from sqlalchemy.schema import CreateTable

from data.readmodel import ANY_PART, EVENTS, FACTS, NAMES, READ, Part
from data.vocabulary import EventKind
from etl import arrays, gathered, search, ties, told
from etl.gathered import Facts, Name, Names
from etl.progress import BATCH, Progress, batches

Array = NDArray[Any]
STAGE = "arrange"
CACHE = "PRAGMA cache_size = -65536"
"""64 MiB: events are written in the order of their ids, and stand in the order of their dates."""
NAMED = {
    "organisations": "SELECT id, name, family FROM organisations ORDER BY id",
    "countries": "SELECT id, name, NULL FROM countries ORDER BY id",
    "themes": "SELECT id, name, NULL FROM themes ORDER BY id",
    "people": "SELECT id, name, NULL FROM people ORDER BY id",
    "places": "SELECT id, name, country_id FROM places ORDER BY id",
    "instruments": "SELECT id, name, NULL FROM instruments ORDER BY id",
}
MONTH = "CASE WHEN length(published_on) >= 7 THEN substr(published_on, 1, 7) END"
PUBLISHERS = f"""
INSERT INTO read_publishers
SELECT row_number() OVER (ORDER BY count(*) DESC, publisher) - 1, publisher, count(*), count({MONTH}),
  count(DISTINCT {MONTH}), min(published_on), max(published_on), max(read_on)
FROM sources GROUP BY publisher ORDER BY 1
"""  # noqa: S608 - our own names
MONTHS = f"""
INSERT INTO read_months
SELECT p.number, {MONTH} AS month, count(*), max(s.read_on)
FROM sources s JOIN read_publishers p ON p.publisher = s.publisher
WHERE month IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608
PAGES = """
SELECT s.rowid, p.number, s.published_on
FROM sources s JOIN read_publishers p ON p.publisher = s.publisher ORDER BY 1
"""


def build(connection: Connection, progress: Progress) -> None:
    """Make and fill every derived table, the full-text ones too. The public tables are loaded and indexed."""
    draft: Any = connection.connection.driver_connection
    draft.execute(CACHE)
    for table in READ.sorted_tables:
        connection.execute(CreateTable(table))
    names = _names(draft)
    _events(draft, names, progress)
    draft.execute(PUBLISHERS)
    draft.execute(MONTHS)
    for table in READ.sorted_tables:
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            index.create(connection)
    arrays.put(draft, _of_sources(draft))
    numbers = {table: {id_: name.number for id_, name in own.items()} for table, own in names.items()}
    arrays.put(draft, search.fill(draft, numbers))
    told.build(draft)
    arrays.put(draft, ties.arrays(draft))


def _events(draft: sqlite3.Connection, names: Names, progress: Progress) -> None:
    """The rows of events, which events each name is at, and the arrays of both."""
    by_id, facts = gathered.numbers(draft), Facts()
    rows = gathered.rows(draft, names, by_id, facts)
    progress(STAGE, 0, len(by_id))
    for done in _inserted(draft, EVENTS.name, len(EVENTS.columns), rows):
        progress(STAGE, done, len(by_id))
    arrays.put(draft, _of_events(draft, len(by_id)))
    arrays.put(draft, _of_ids(facts, np.array(by_id, np.int32)))
    arrays.put(draft, _by_event("report", _flat(facts.reported), _flat(facts.sources), len(by_id)))
    _facts(draft, names, facts, len(by_id))


def _names(draft: sqlite3.Connection) -> Names:
    found: Names = {}
    number = 0
    for table, query in NAMED.items():
        found[table] = {}
        for id_, name, of in draft.execute(query):
            found[table][id_] = Name(number, name, of)
            number += 1
    return found


def _inserted(draft: sqlite3.Connection, table: str, width: int, rows: Iterator[Any]) -> Iterator[int]:
    """Insert the rows batch by batch; how many there are so far after each."""
    query = f"INSERT INTO {table} VALUES ({', '.join('?' * width)})"  # noqa: S608 - our own names
    done = 0
    while batch := list(islice(rows, BATCH)):
        draft.executemany(query, batch)
        done += len(batch)
        yield done


def _facts(draft: sqlite3.Connection, names: Names, facts: Facts, events: int) -> None:
    """Names with their numbers of events, and which events each is at: as rows and as arrays."""
    number, n, roles = _flat(facts.numbers), _flat(facts.events), np.array(facts.roles, np.uint8)
    first = {table: next(iter(own.values())).number for table, own in names.items() if own}
    took_part = (roles & ANY_PART > 0) | (number >= first.get("countries", 0))
    every = sum(map(len, names.values()))
    counts = np.bincount(number[took_part], minlength=every).tolist()
    listed = (
        (name.number, table, id_, counts[name.number])
        for table, own in names.items()
        for id_, name in own.items()
    )
    order = np.argsort(number.astype(np.int64) * events + n, kind="stable")
    number, n, roles = number[order], n[order], roles[order]
    del order
    chosen = (
        row
        for part in batches(len(number))
        for row in zip(*(array_[part].tolist() for array_ in (number, n, roles)), strict=True)
    )
    for table, width, rows in ((NAMES, 4, listed), (FACTS, 3, chosen)):
        for _ in _inserted(draft, table.name, width, rows):
            pass
    starts = _starts(number, every)
    arrays.put(draft, {"fact_starts": starts, "fact_events": n, "fact_roles": roles})
    arrays.put(draft, _parts(number, n, roles, events))


def _parts(number: Array, n: Array, roles: Array, events: int) -> dict[str, Array]:
    """The organisations with a part in each event and their roles, and the people who spoke at it."""
    bodies, spoke = roles & ANY_PART > 0, roles & Part.SPOKE > 0
    in_order = np.lexsort((number[bodies], n[bodies]))
    return {
        "body_roles": roles[bodies][in_order] & ANY_PART,
        **_by_event("body", n[bodies], number[bodies], events),
        **_by_event("speaker", n[spoke], number[spoke], events),
    }


def _of_ids(facts: Facts, by_id: Array) -> dict[str, Array]:
    """What was told in the order of ids, in the order of numbers."""
    rank = np.empty(len(by_id), np.int32)
    rank[by_id] = np.arange(len(by_id), dtype=np.int32)
    first = {"organiser": facts.organiser, "country": facts.country}
    return {"rank": rank, **{name: _flat(each)[rank] for name, each in first.items()}}


def _of_events(draft: sqlite3.Connection, events: int) -> dict[str, Array]:
    """The bounds and kinds in the order of numbers."""
    bounds = ("begins_from", "begins_by", "ends_from", "ends_by")
    found = {name: np.empty(events, np.int32) for name in bounds}
    kind = np.empty(events, np.uint8)
    codes = {str(each): code for code, each in enumerate(EventKind)}
    query = "SELECT n, begins_from, begins_by, ends_from, ends_by, kind FROM read_events ORDER BY n"
    for n, *days, word in draft.execute(query):
        kind[n] = codes[word]
        for name, day in zip(bounds, days, strict=True):
            found[name][n] = day
    return found | {"kind": kind}


def _of_sources(draft: sqlite3.Connection) -> dict[str, Array]:
    """The publisher of each source by its row number, and its month of publication, as in `data.columns`."""
    publisher, month = array("i", [0]), array("i", [0])
    for _, number, day in draft.execute(PAGES):
        publisher.append(number)
        month.append(int(day[:4]) * 12 + int(day[5:7]) - 1 if day and len(day) >= len("YYYY-MM") else 0)
    return {"source_publisher": _flat(publisher), "source_month": _flat(month)}


def _by_event(name: str, events: Array, values: Array, length: int) -> dict[str, Array]:
    """Values event by event: where those of each event begin, and the values themselves in order."""
    order = np.lexsort((values, events))
    return {f"{name}_starts": _starts(events, length), f"{name}_values": values[order]}


def _starts(keys: Array, length: int) -> Array:
    """Where the run of each key begins in sorted order; one more for the end."""
    return np.concatenate(([0], np.cumsum(np.bincount(keys, minlength=length)))).astype(np.int32)


def _flat(values: "array[int]") -> Array:
    return np.array(values, np.int32)
