"""What the record calls its rows: for lists to choose from, and for names that are nearly the same."""

from difflib import get_close_matches

from data.drafts.candidate import Field
from data.filters import Filters
from data.queries import tables
from data.queries.events import list as events
from data.queries.things import index
from data.values.text import fold
from pages.views.session import reads

MOST, NEAREST, LIKE = 100_000, 3, 0.6
TABLES = {
    Field.PLACE: "places",
    Field.ORGANISATION: "organisations",
    Field.PERSON: "people",
    Field.INSTRUMENT: "instruments",
}


@reads.cache_lists_per_build
def read_names(table: str) -> dict[str, str]:
    """Id → name of the rows of a table, by name."""
    return {row["id"]: row["name"] for row in reads.read_records(index.list_things, table, "", 0, MOST)}


@reads.cache_per_build
def find_nearest(table: str, name: str) -> tuple[str, ...]:
    """The ids of rows whose name, or another spelling, is the most like this one."""
    spelled = _spellings(table)
    found = get_close_matches(fold(name), spelled, n=2 * NEAREST, cutoff=LIKE)
    return tuple(dict.fromkeys(spelled[each] for each in found))[:NEAREST]


@reads.cache_lists_per_build
def _spellings(table: str) -> dict[str, str]:
    rows = reads.read_records(index.list_things, table, "", 0, MOST)
    spelled = ((text, row["id"]) for row in rows for text in [row["name"], *_others(row["spellings"])])
    return {fold(text): identity for text, identity in spelled}


def _others(spellings: str | None) -> list[str]:
    return spellings.split("; ") if spellings else []


@reads.cache_lists_per_build
def read_digests() -> dict[str, str]:
    """Id → SHA-256 of its document, or nothing, of every source."""
    rows = reads.read_uncached(tables.list_rows, "sources", Filters())
    return {row["id"]: row["sha256"] or "" for row in rows}


def find_event(identity: str) -> str:
    """The title of an event; nothing where the record has no such event."""
    rows = reads.read_records(events.find_event, Filters(), identity)
    return str(rows[0]["title"]) if rows else ""


def name_row(field: Field, identity: str) -> str:
    """The name of a row with its id; the id alone where the build does not have it."""
    name = read_names(TABLES[field]).get(identity, "") if field in TABLES else ""
    return f"{name} ({identity})" if name else identity
