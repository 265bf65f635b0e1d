"""Addresses inside the dashboard: a view under its filters, and where a record of any table opens."""

from collections.abc import Container, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from data.filters import Filters

MANY = {
    "org": "organisations",
    "role": "roles",
    "country": "countries",
    "kind": "kinds",
    "theme": "themes",
    "person": "people",
    "instrument": "instruments",
    "pair": "borders",
    "form": "forms",
    "publisher": "publishers",
    "status": "follow_ups",
}
"""Parameter → field of Filters that holds several ids."""
ALONE = ("match", "from", "to", "q")
"""Parameters of the other filters."""
THINGS = {
    "events": "event",
    "organisations": "organisation",
    "people": "person",
    "places": "place",
    "countries": "country",
    "borders": "border",
    "border_liaison_offices": "office",
    "instruments": "instrument",
    "themes": "theme",
    "recommendations": "recommendation",
    "statements": "statement",
    "sources": "source",
}
"""Table → the page of one of its rows, which `id` selects."""
NAMELESS = ("events", "recommendations", "statements")
"""Tables of those whose rows have no name: a script of its own shows each whole."""
NAMED = tuple(table for table in THINGS if table not in NAMELESS)
"""The others: what the index lists."""
THING_SCRIPTS = {page: page if table in NAMELESS else "thing" for table, page in THINGS.items()}
"""Page of a thing → the script that makes it."""
PAGES = {
    "overview": "Overview",
    "timeline": "Timeline",
    "network": "Network",
    "offices": "Border offices",
    "recommendations": "Recommendations",
    "evidence": "Evidence",
    "index": "Index",
    "brief": "Brief",
    "extracts": "Extracts",
    "about": "About",
}
"""Page, as its script and its address are named → its name in the menu, in that order; the first is home."""
UNLISTED = {"search": "Search", "compare": "Compare"}
"""The same of pages that links lead to and the menu leaves out."""
DESK = {"desk": "Desk"}
"""In the menu only where the desk is open (`data.drafts.folders`): readers have no such page."""
AT_HOME = "http://localhost:8501"
"""Where `make run` serves: the base of links where no browser says otherwise."""

OF_THING = {
    "recommendation_themes": ("recommendations", "recommendation_id"),
    "recommendation_follow_ups": ("recommendations", "recommendation_id"),
    "statement_themes": ("statements", "statement_id"),
    "office_organisations": ("border_liaison_offices", "office_id"),
    "organisation_positions": ("organisations", "organisation_id"),
    "claims": ("sources", "source_id"),
}
"""Table of rows without a page → the table of the thing whose page has them, and the column of its id."""


def parameters(filters: Filters) -> dict[str, list[str]]:
    """The filters as URL parameters; what is empty is left out."""
    found = {name: list(getattr(filters, field)) for name, field in MANY.items()}
    found |= {
        "match": ["all"] if filters.match_all else [],
        "from": [filters.since.isoformat()] if filters.since else [],
        "to": [filters.until.isoformat()] if filters.until else [],
        "q": [filters.words] if filters.words else [],
    }
    return {name: values for name, values in found.items() if values}


def brief_parameters(filters: Filters) -> dict[str, list[str]]:
    """The parameters of the page Brief that make one of the same: filters, and the thing they narrow to."""
    subject = filters.subject
    own = {"thing": [THINGS[subject.table]], "id": [subject.id]} if subject else {}
    return parameters(filters) | own


def view_address(base: str, page: str, filters: Filters, settings: Sequence[tuple[str, str]] = ()) -> str:
    """The address of a page that shows what `filters` and its own `settings` select.

    Of what has to do with one thing, the address of that thing's page.
    """
    if filters.subject:
        page, settings = THINGS[filters.subject.table], (("id", filters.subject.id),)
    query = urlencode(
        [*parameters(filters).items(), *((name, [value]) for name, value in settings)], doseq=True
    )
    return f"{base}/{page}{'?' if query else ''}{query}"


def thing_address(base: str, table: str, identity: str) -> str | None:
    """The address of the page of a row; None of a table whose rows have no pages."""
    return f"{base}/{THINGS[table]}?id={quote(identity, safe='')}" if table in THINGS else None


def record_addresses(base: str, table: str, columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """The page of each row of `table`: its own, else that of its event, else that of its source."""
    thing, column = _thing_of(table, columns)
    rows = len(next(iter(columns.values()), ()))
    if not column:
        return [f"{base}/extracts?table={table}"] * rows
    known = {value: thing_address(base, thing, str(value)) for value in {*columns[column]} - {None}}
    sources = columns.get("source_id", [""] * rows)
    return [
        known.get(value) or f"{base}/source?id={quote(str(source), safe='')}"
        for value, source in zip(columns[column], sources, strict=True)
    ]


def _thing_of(table: str, columns: Container[str]) -> tuple[str, str]:
    own = [(table, "id")] if table in THINGS else [OF_THING[table]] if table in OF_THING else []
    places = (*own, ("events", "event_id"), ("sources", "source_id"))
    return next((place for place in places if place[1] in columns), ("", ""))
