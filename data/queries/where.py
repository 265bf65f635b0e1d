"""How filters become SQL: the one place that turns `Filters` into conditions on events."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    SQLColumnExpression,
    TableClause,
    and_,
    case,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    true,
)
from sqlmodel import col

from data.columns import Array
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.models import SEARCH, Event, Source
from data.readmodel import CALLED, EVENTS, FACTS, NAMES, TITLES, bits
from data.rows import Records
from data.text import search_terms

SEARCHED = table(SEARCH, column("table"), column("id"), column("words"))
Rows = Select[*tuple[Any, ...]]


def events_where(filters: Filters) -> ColumnElement[bool]:
    """True for the events that match: dates count as matching when they possibly do."""
    conditions = [*_dates(filters), *([col(Event.kind).in_(filters.kinds)] if filters.kinds else [])]
    if linked := _linked(filters):
        conditions.append(col(Event.id).in_(select(EVENTS.c.id).where(*linked)))
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


def with_match(rows: Records, filters: Filters, certain: Array) -> Records:
    """The rows with the field of `matched` under a range of dates, told from what `matching` found."""
    if filters.has_dates:
        for row, sure in zip(rows, certain.tolist(), strict=True):
            row["date_match"] = CERTAINLY if sure else POSSIBLY
    return rows


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
    return holding(name, key, full_text(words))


def full_text(words: str) -> str:
    """The words of a search as the full-text tables take them."""
    return " ".join(f'"{term}"*' for term in search_terms(words))


def holding(name: str, key: SQLColumnExpression[Any], match: Any) -> ColumnElement[bool]:
    """`found`, with the words as `full_text` makes them."""
    hits = select(SEARCHED.c.id).where(SEARCHED.c.words.op("MATCH")(match), SEARCHED.c.table == name)
    return key.in_(hits)


def numbered_where(filters: Filters) -> list[ColumnElement[bool]]:
    """The same for rows of `read_events`: all of these must hold."""
    return [
        *_linked(filters),
        *([EVENTS.c.begins_from <= filters.until.toordinal()] if filters.until else []),
        *([EVENTS.c.ends_by >= filters.since.toordinal()] if filters.since else []),
        *([EVENTS.c.kind.in_(filters.kinds)] if filters.kinds else []),
    ]


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


def _linked(filters: Filters) -> list[ColumnElement[bool]]:
    """Conditions on rows of `read_events` that ask for what events are linked with."""
    n = EVENTS.c.n
    return [
        *[n.in_(each) for each in _organisations(filters)],
        *([n.in_(_at("countries", filters.countries))] if filters.countries else []),
        *([n.in_(_at("themes", filters.themes))] if filters.themes else []),
        *[_holds(term) for term in search_terms(filters.words)],
    ]


def _organisations(filters: Filters) -> list[Rows]:
    """The numbers of events in which the organisations had a part: of all of them, or of each."""
    part = FACTS.c.roles.op("&")(bits(filters.roles)) != 0
    each = [(organisation,) for organisation in filters.organisations]
    asked = each if filters.match_all or not each else [filters.organisations]
    return [_at("organisations", ids).where(part) for ids in asked]


def _at(name: str, ids: tuple[str, ...]) -> Rows:
    """The numbers of events at which any of these rows of table `name` is."""
    numbers = select(NAMES.c.number).where(NAMES.c.table == name, NAMES.c.id.in_(ids))
    return select(FACTS.c.n).where(FACTS.c.number.in_(numbers))


def _holds(term: str) -> ColumnElement[bool]:
    """True where a title, or a name of who or what is linked with the event, has a word so beginning."""
    titles, called = (_hits(each, term).scalar_subquery() for each in (TITLES, CALLED))
    linked = select(FACTS.c.n).where(FACTS.c.number.in_(called))
    return or_(EVENTS.c.n.in_(titles), EVENTS.c.n.in_(linked))


def _hits(searched: TableClause, term: str) -> Rows:
    match = literal_column(searched.name).op("MATCH")(f'"{term}"*')
    return select(searched.c.rowid).where(match)
