"""Sources, what rests on each, and the values on which they differ."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, exists, func, literal, or_, select, true
from sqlalchemy.orm import aliased
from sqlmodel import col

from data.filters import Filters
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
from data.queries.where import Rows, claimed, events_where, found, search_terms
from data.queries.whole import NAMES

EVERYTHING = Filters()


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


def resting(source_id: str) -> Rows:
    """How many rows of each table rest on one source; tables without any are left out."""
    counts = [
        select(literal(name).label("table"), func.count().label("rows")).where(
            col(getattr(model, "source_id")) == source_id  # noqa: B009 - only Sourced tables have it
        )
        for name, model in tables().items()
        if issubclass(model, Sourced)
    ]
    every = counts[0].union_all(*counts[1:]).subquery()
    return select(every).where(every.c.rows > 0).order_by(every.c.rows.desc(), every.c.table)


def claims(source_id: str) -> Rows:
    """What one source says, field by field, in the words that carry it."""
    return (
        select(
            col(Claim.table),
            col(Claim.subject),
            func.coalesce(Event.title, Claim.subject).label("about"),
            col(Claim.field),
            col(Claim.value),
            col(Claim.anchor),
            col(Claim.claimant),
            col(Claim.is_inferred),
            col(Claim.paragraph),
            col(Claim.confidence),
            col(Claim.rank),
            col(Claim.reason),
        )
        .outerjoin(Event, and_(col(Claim.table) == "events", col(Claim.subject) == col(Event.id)))
        .where(col(Claim.source_id) == source_id)
        .order_by(
            col(Claim.paragraph).nulls_last(),
            col(Claim.table),
            col(Claim.subject),
            col(Claim.field),
            col(Claim.value),
        )
    )


def _has_rival() -> ColumnElement[bool]:
    """True for a claim whose field another claim gives another value."""
    rival = aliased(Claim)
    return exists().where(
        col(rival.table) == col(Claim.table),
        col(rival.subject) == col(Claim.subject),
        col(rival.field) == col(Claim.field),
        col(rival.value) != col(Claim.value),
    )


def disputes(filters: Filters) -> Rows:
    """Values of matching events for which sources compete: one row a value, the preferred first."""
    return (
        select(
            col(Claim.subject).label("event_id"),
            col(Event.title).label("event"),
            *claimed(),
            col(Source.url).label("source_url"),
        )
        .join(Event, col(Claim.subject) == col(Event.id))
        .join(Source, col(Claim.source_id) == col(Source.id))
        .where(
            col(Claim.table) == "events",
            col(Claim.field) != "title",
            _has_rival(),
            events_where(filters),
        )
        .order_by(
            col(Event.earliest).desc(),
            col(Event.id),
            col(Claim.field),
            col(Claim.rank) != "preferred",
            col(Claim.value),
            col(Claim.source_id),
        )
    )


def disputes_elsewhere() -> Rows:
    """Values of rows other than events for which sources compete: as for `disputes`, whatever the filters."""
    return (
        select(
            col(Claim.table),
            col(Claim.subject),
            *claimed(),
            col(Source.url).label("source_url"),
        )
        .join(Source, col(Claim.source_id) == col(Source.id))
        .where(
            col(Claim.table) != "events",
            _has_rival(),
        )
        .order_by(
            col(Claim.table),
            col(Claim.subject),
            col(Claim.field),
            col(Claim.rank) != "preferred",
            col(Claim.value),
            col(Claim.source_id),
        )
    )


def names() -> Rows:
    """The name of every row that a claim may be about or hold as its value, by table and id."""
    named: list[Any] = [
        select(
            literal(name).label("table"),
            col(getattr(tables()[name], "id")).label("id"),  # noqa: B009 - all tables named here have it
            col(getattr(tables()[name], column)).label("name"),
        )
        for name, column in {**NAMES, "agenda_items": "title", "office_counts": "scope"}.items()
    ]
    titled = func.coalesce(Source.title, Source.about)
    named.append(select(literal("sources"), col(Source.id), titled))
    every = named[0].union_all(*named[1:]).subquery()
    return select(every).order_by(every.c.table, every.c.id)


def publishers(filters: Filters = EVERYTHING) -> Rows:
    """What was read of each publisher: pages, how many whole, the span of their dates, last reading."""
    return (
        select(
            col(Source.publisher),
            func.count().label("sources"),
            func.count(distinct(col(Source.originator))).label("originators"),
            func.count().filter(col(Source.extent) == "whole").label("whole"),
            func.min(Source.published_on).label("first"),
            func.max(Source.published_on).label("last"),
            func.max(Source.read_on).label("read_on"),
        )
        .where(_sources_where(filters))
        .group_by(col(Source.publisher))
        .order_by(func.count().desc(), col(Source.publisher))
    )


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
