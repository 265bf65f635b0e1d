"""What is found of one kind: each hit with the page it leads to and the facts that tell it from others."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from data.filters import Filters
from data.queries.events import list as event_queries
from data.queries.recommendations import list as recommendation_queries
from data.queries.recommendations import statements as statement_queries
from data.queries.search import hits as queries
from data.queries.things import ends as end_queries
from data.queries.things import index
from data.values.rows import Row
from pages.views.footnotes import wording as record_words
from pages.views.html import dates, markup
from pages.views.html.things import link_thing
from pages.views.session import reads


class Hit(NamedTuple):
    """A row that is found by its id: the page that it opens, the text to be seen first, and facts on it."""

    id: str
    table: str
    opens: str
    text: str
    facts: markup.Safe


def read_hits(kind: str, words: str, first: int, most: int) -> list[Hit]:
    """At most `most` of a kind from `first` on."""
    return READERS.get(kind, partial(_read_things, kind))(words, first, most)


def _read_events(words: str, first: int, most: int) -> list[Hit]:
    found = reads.read_records(event_queries.list_newest_events, Filters(words=words), most, first)
    return [
        _hit("events", row, row["title"], dates.format_span(row), row["places"], row["organisers"])
        for row in found
    ]


def _read_recommendations(words: str, first: int, most: int) -> list[Hit]:
    found = reads.read_records(recommendation_queries.list_recommendations, Filters(words=words), first, most)
    return [
        _hit(
            "recommendations",
            row,
            row["text"],
            _speaker(row),
            row["addressee"] and f"to {row['addressee']}",
            _at(row),
        )
        for row in found
    ]


def _hit(table: str, row: Row, text: str, *facts: str | None) -> Hit:
    """A row that opens its own page."""
    return Hit(row["id"], table, row["id"], text, _join(*facts))


def _read_statements(words: str, first: int, most: int) -> list[Hit]:
    """The facts of each lead to speaker, event and source."""
    found = reads.read_records(statement_queries.list_statements, Filters(words=words), (), first, most)
    ids = tuple(row["id"] for row in found)
    ends = reads.read_records(end_queries.list_ends, "statements", ids) if ids else []
    named = {row["id"]: row for row in ends}
    return [
        _hit(
            "statements",
            row,
            row["text"],
            _link_speaker(row, named[row["id"]]),
            link_thing("events", row["event_id"], _at(row), drops_search=True) if row["event_id"] else None,
            _link_source(row),
        )
        for row in found
    ]


def _read_notes(words: str, first: int, most: int) -> list[Hit]:
    """Each leads to the row that it is on; the note is its id."""
    names = record_words.row_names()
    return [
        Hit(
            row["note"],
            row["table"],
            row["id"],
            names.get((row["table"], row["id"]), row["id"]),
            markup.Safe(),
        )
        for row in reads.read_records(queries.list_notes, words, first, most)
    ]


def _read_things(table: str, words: str, first: int, most: int) -> list[Hit]:
    found = reads.read_records(_list_busiest, table, words, first, most)
    return [
        _hit(
            table,
            row,
            row["name"],
            row["kind"] if table == "sources" else None,
            None if row["events"] is None else markup.count_noun(row["events"], "event"),
        )
        for row in found
    ]


def _list_busiest(table: str, words: str, first: int, most: int) -> event_queries.Ask:
    return index.list_things(table, words, first, most, is_busiest_first=True)


READERS: dict[str, Callable[[str, int, int], list[Hit]]] = {
    "events": _read_events,
    "recommendations": _read_recommendations,
    "statements": _read_statements,
    "notes": _read_notes,
}


def _speaker(row: Row) -> str | None:
    return ", ".join(name for name in (row["person"], row["organisation"]) if name) or None


def _link_speaker(row: Row, ids: Row) -> markup.Safe | None:
    """The same, each leading to its page."""
    linked = [
        link_thing(table, ids[f"{column}_id"], row[column], drops_search=True)
        for table, column in (("people", "person"), ("organisations", "organisation"))
        if row[column]
    ]
    return markup.join(linked, ", ") if linked else None


def _link_source(row: Row) -> markup.Safe:
    name = f"source: {row['source_publisher']}"
    return link_thing("sources", row["source_id"], name, drops_search=True)


def _at(row: Row) -> str | None:
    """The event, and when it was."""
    names = ("start_on", "end_on", "date_precision", "date_as_stated")
    when = dates.format_span({name: row[f"event_{name}"] for name in names})
    return f"{row['event']}, {when}" if row["event_id"] else None


def _join(*facts: str | None) -> markup.Safe:
    return markup.join((fact for fact in facts if fact), " · ")
