"""Sources, and what rests on each."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, literal, literal_column, or_, select, true
from sqlmodel import col

from data.filters import Filters
from data.kept import Kept, asking, listed
from data.models import (
    Claim,
    Event,
    EventOrganisation,
    OfficeCount,
    Recommendation,
    Row,
    Source,
    Sourced,
    Speaker,
    Statement,
    tables,
)
from data.queries.where import Rows, events_where, found
from data.text import search_terms


def sources(filters: Filters) -> Rows:
    """Every source that bears on what matches, newest first, with how many rows of each sort rest on it."""
    return (
        select(
            *(col(getattr(Source, name)) for name in Source.model_fields),
            _events_on().label("events"),
            _resting(Speaker).label("speakers"),
            _resting(Recommendation).label("recommendations"),
            _resting(Statement).label("statements"),
            _resting(OfficeCount).label("office_counts"),
            _resting(Claim).label("claims"),
        )
        .where(_sources_where(filters))
        .order_by(col(Source.published_on).is_(None), col(Source.published_on).desc(), col(Source.id))
    )


def numbered(rows: list[int]) -> Kept:
    """The sources with these row numbers, in no order, each with its number as `row`."""
    return asking(_numbered(), rows=rows)


@cache
def _numbered() -> Rows:
    at: ColumnElement[int] = literal_column("sources.rowid")
    columns = [col(getattr(Source, name)) for name in Source.model_fields]
    return select(at.label("row"), *columns).where(at.in_(listed("rows")))


def by_id(ids: tuple[str, ...]) -> Kept:
    """The sources with these ids."""
    return asking(_by_id(), ids=ids)


@cache
def _by_id() -> Rows:
    columns = [col(getattr(Source, name)) for name in Source.model_fields]
    return select(*columns).where(col(Source.id).in_(listed("ids"))).order_by(col(Source.id))


def resting(source_id: str) -> Kept:
    """How many rows of each table rest on one source; tables without any are left out."""
    return asking(_resting_on(), source=source_id)


@cache
def _resting_on() -> Rows:
    counts = [
        select(literal(name).label("table"), func.count().label("rows")).where(
            col(getattr(model, "source_id")) == bindparam("source")  # noqa: B009 - only Sourced tables have it
        )
        for name, model in tables().items()
        if issubclass(model, Sourced)
    ]
    every = counts[0].union_all(*counts[1:]).subquery()
    return select(every).where(every.c.rows > 0).order_by(every.c.rows.desc(), every.c.table)


def months() -> Rows:
    """Sources read, by the month (`YYYY-MM`) in which they were published; undated ones are left out."""
    month = func.substr(col(Source.published_on), 1, 7)
    return (
        select(month.label("month"), func.count().label("sources"))
        .where(func.length(col(Source.published_on)) >= len("YYYY-MM"))
        .group_by(month)
        .order_by(month)
    )


def _sources_where(filters: Filters) -> ColumnElement[bool]:
    """Sources of matching events; a search also finds sources by their own words."""
    if filters.is_empty:
        return true()
    matching = select(col(Event.id)).where(events_where(filters))
    bears = or_(
        col(Source.id).in_(select(col(Event.source_id)).where(events_where(filters))),
        col(Source.id).in_(
            select(col(Claim.source_id)).where(col(Claim.table) == "events", col(Claim.subject).in_(matching))
        ),
        col(Source.id).in_(
            select(col(EventOrganisation.source_id)).where(col(EventOrganisation.event_id).in_(matching))
        ),
    )
    if search_terms(filters.words) and replace(filters, words="").is_empty:
        return or_(bears, found("sources", col(Source.id), filters.words))
    return bears


def _resting(model: type[Row]) -> Any:
    column: Any = getattr(model, "source_id")  # noqa: B009 - only Sourced tables have it
    return select(func.count()).where(column == col(Source.id)).correlate(Source).scalar_subquery()


def _events_on() -> Any:
    """Events that a source reports: its own and those it makes claims on."""
    claimed = (
        select(col(Claim.subject))
        .where(col(Claim.table) == "events", col(Claim.source_id) == col(Source.id))
        .correlate(Source)
    )
    return (
        select(func.count())
        .select_from(Event)
        .where(or_(col(Event.source_id) == col(Source.id), col(Event.id).in_(claimed)))
        .correlate(Source)
        .scalar_subquery()
    )
