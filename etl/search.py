"""Rows of the full-text table: for each record, all the words under which somebody may look for it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from data.text import fold
from etl.tables import ALIASED, Table

Names = dict[str, list[str]]
"""By id: everything that a row is called."""

NAMED_BY = {
    "organisations": ("name", "full_name", "name_russian"),
    "people": ("name", "name_cyrillic"),
    "places": ("name", "name_cyrillic"),
    "instruments": ("name", "full_name"),
}
LINKS = (
    ("event_places", "places", "place_id"),
    ("event_organisations", "organisations", "organisation_id"),
    ("speakers", "people", "person_id"),
    ("speakers", "organisations", "organisation_id"),
    ("event_instruments", "instruments", "instrument_id"),
)
OWN_WORDS = {
    "events": ("title", "form"),
    "border_liaison_offices": ("name",),
    "recommendations": ("text", "addressee"),
    "statements": ("text",),
    "sources": ("title", "about", "publisher"),
}
"""The tables that can be searched, with the columns whose words count. Notes do not."""


class SearchRow(NamedTuple):
    table: str
    id: str
    words: str


def rows(found: dict[str, Table]) -> Iterator[SearchRow]:
    """One row per searchable record, in the order of the tables."""
    names = {table: _names(found, table) for table in ALIASED}
    others = {
        "events": _of_events(found, names),
        "border_liaison_offices": names["places"],
        "recommendations": _speaking(found["recommendations"], names),
        "statements": _speaking(found["statements"], names),
    }
    for table, columns in OWN_WORDS.items():
        linked: Names = others.get(table, {})
        for row in found[table].rows:
            own = [str(row[column]) for column in columns if row[column]]
            yield SearchRow(table, row["id"], _words([*own, *linked.get(row["id"], [])]))


def _words(parts: list[str]) -> str:
    return " ".join(dict.fromkeys(fold(part) for part in parts))


def _names(found: dict[str, Table], table: str) -> Names:
    """Names and other spellings by id; an alias of a place may be one of an office with the same id."""
    names: Names = defaultdict(list)
    for row in found[table].rows:
        names[row["id"]] += [str(row[column]) for column in NAMED_BY[table] if row[column]]
    for row in found["aliases"].rows:
        if row["table"] == table:
            names[row["id"]].append(row["spelling"])
    return names


def _of_events(found: dict[str, Table], names: dict[str, Names]) -> Names:
    words: dict[str, dict[str, None]] = defaultdict(dict)
    for link, target, column in LINKS:
        for row in found[link].rows:
            words[row["event_id"]].update(dict.fromkeys(names[target].get(row[column], [])))
    return {event: list(called) for event, called in words.items()}


def _speaking(table: Table, names: dict[str, Names]) -> Names:
    return {row["id"]: _who(row, names) for row in table.rows}


def _who(row: dict[str, Any], names: dict[str, Names]) -> list[str]:
    """Who says it and who is asked, under all their names."""
    organisations = (row["organisation_id"], row.get("addressee_id", ""))
    called = [name for id_ in organisations for name in names["organisations"].get(id_, [])]
    return called + names["people"].get(row["person_id"], [])
