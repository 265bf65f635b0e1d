"""How filters become SQL: the one place that turns `Filters` into conditions on events."""

import re
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    SQLColumnExpression,
    and_,
    case,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    table,
    true,
)
from sqlmodel import col

from data.filters import CERTAINLY, POSSIBLY, Filters
from data.models import SEARCH, Event, EventOrganisation, EventPlace, EventTheme, Place, Source
from data.text import fold

SEARCHED = table(SEARCH, column("table"), column("id"), column("words"))
Rows = Select[*tuple[Any, ...]]


def events_where(filters: Filters) -> ColumnElement[bool]:
    """True for the events that match: dates count as matching when they possibly do."""
    conditions = [
        *_organisations(filters),
        *_dates(filters),
        *([_in_countries(filters.countries)] if filters.countries else []),
        *([col(Event.kind).in_(filters.kinds)] if filters.kinds else []),
        *([_has_theme(filters.themes)] if filters.themes else []),
        *([found("events", col(Event.id), filters.words)] if search_terms(filters.words) else []),
    ]
    return and_(true(), *conditions)


def date_match(filters: Filters) -> ColumnElement[str]:
    """`certainly` where every day that the event's dates allow lies in the range, else `possibly`."""
    certain: list[ColumnElement[bool]] = []
    if filters.until:
        certain.append(col(Event.begins_by) <= filters.until)
    if filters.since:
        certain.append(col(Event.ends_from) >= filters.since)
    if not certain:
        return literal(CERTAINLY)
    return case((and_(*certain), CERTAINLY), else_=POSSIBLY)


def matched(filters: Filters) -> list[Any]:
    """The column `date_match` where a range of dates is on; no column where none is."""
    return [date_match(filters).label("date_match")] if filters.has_dates else []


def split(filters: Filters, match: ColumnElement[str]) -> list[Any]:
    """Two columns that count rows by their `match`, `certainly` and `possibly`; none without a range."""
    counts = [func.count().filter(match == word).label(word) for word in (CERTAINLY, POSSIBLY)]
    return counts if filters.has_dates else []


def cited() -> list[Any]:
    """The columns that cite the source a query joins: id, publisher, title or our words, date, address."""
    return [
        col(Source.id).label("source_id"),
        col(Source.publisher).label("source_publisher"),
        func.coalesce(Source.title, Source.about).label("source_title"),
        col(Source.published_on).label("source_published_on"),
        col(Source.url).label("source_url"),
    ]


def found(name: str, key: SQLColumnExpression[Any], words: str) -> ColumnElement[bool]:
    """True where the row of table `name` with that key holds every word of the search, by its beginning."""
    match = " ".join(f'"{term}"*' for term in search_terms(words))
    hits = select(SEARCHED.c.id).where(SEARCHED.c.words.op("MATCH")(match), SEARCHED.c.table == name)
    return key.in_(hits)


def search_terms(words: str) -> list[str]:
    """The words to look for, folded as the index is; punctuation separates."""
    return re.findall(r"[a-z0-9]+", fold(words))


def took_part(organisation: str, roles: tuple[str, ...]) -> ColumnElement[bool]:
    """True for events in which the organisation had a part (one of `roles`, if any are given)."""
    part = [
        col(EventOrganisation.event_id) == col(Event.id),
        col(EventOrganisation.organisation_id) == organisation,
    ]
    if roles:
        part.append(col(EventOrganisation.role).in_(roles))
    return exists().where(*part)


def _organisations(filters: Filters) -> list[ColumnElement[bool]]:
    each = [took_part(organisation, filters.roles) for organisation in filters.organisations]
    if not each:
        return []
    return each if filters.match_all else [or_(*each)]


def _dates(filters: Filters) -> list[ColumnElement[bool]]:
    """Possibly in the range: an end that nothing bounds may lie anywhere."""
    possible: list[ColumnElement[bool]] = []
    if filters.until:
        earliest = col(Event.earliest)
        possible.append(or_(earliest.is_(None), earliest <= literal(filters.until, Date)))
    if filters.since:
        latest = col(Event.latest)
        possible.append(or_(latest.is_(None), latest >= literal(filters.since, Date)))
    return possible


def _in_countries(countries: tuple[str, ...]) -> ColumnElement[bool]:
    return exists().where(
        col(EventPlace.event_id) == col(Event.id),
        col(EventPlace.place_id) == col(Place.id),
        col(Place.country_id).in_(countries),
    )


def _has_theme(themes: tuple[str, ...]) -> ColumnElement[bool]:
    return exists().where(col(EventTheme.event_id) == col(Event.id), col(EventTheme.theme_id).in_(themes))
