"""The numbers by which the mart knows organisations, people, publishers and others that filters name."""

from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from data import engines


class Name(NamedTuple):
    """The number of a row or publisher, and at how many events it is."""

    number: int
    events: int


UNKNOWN = Name(-2, 0)
PUBLISHERS = "publishers"
"""Stands for a table: a publisher has no row of its own, its id is its name."""
NUMBERED = {PUBLISHERS: "SELECT number, events FROM read_publishers WHERE :table <> '' AND publisher = :id"}
NAMED = 'SELECT number, events FROM read_names WHERE "table" = :table AND id = :id'
_NAMES: "WeakKeyDictionary[Engine, dict[tuple[str, str], Name]]" = WeakKeyDictionary()


def find_names(engine: Engine, table: str, ids: tuple[str, ...]) -> list[Name]:
    """The names of these rows; UNKNOWN where there is no such row."""
    known = _NAMES.setdefault(engine, {})
    for id_ in ids:
        if (table, id_) not in known:
            values: dict[str, Any] = {"table": table, "id": id_}
            rows = engines.select(engine, NUMBERED.get(table, NAMED), values).rows
            if not rows:
                continue
            known[table, id_] = Name(*rows[0])
    return [known.get((table, id_), UNKNOWN) for id_ in ids]


def number_organisations(engine: Engine, ids: tuple[str, ...]) -> list[int]:
    """The name numbers of the organisations with these ids; an id that is not in the record has none."""
    return [name.number for name in find_names(engine, "organisations", ids) if name is not UNKNOWN]


def count_all_events(engine: Engine) -> int:
    """How many events there are."""
    known = _NAMES.setdefault(engine, {})
    if ("read_events", "") not in known:
        rows = engines.select(engine, "SELECT count(*) FROM read_events", {}).rows
        known["read_events", ""] = Name(0, rows[0][0])
    return known["read_events", ""].events
