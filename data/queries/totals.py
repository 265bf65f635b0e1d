"""Numbers that sources claim, ready to be added up: those that agree summed here, the others one by one."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import col

from data.filters import Filters
from data.models import Claim, Event, Source
from data.queries.claims import stated
from data.queries.where import Rows, events_where
from data.vocabulary import Rank

COUNTS_OF_OFFICES = "office_counts"
"""Their numbers hold for different borders and dates, so they have no sum."""


def settled(filters: Filters) -> Rows:
    """By table, field and unit: how many rows have one claimed number, their sum, and the bounds met."""
    one = _numbers(filters).having(_is_one()).subquery()
    kind = (one.c.table, one.c.field, one.c.unit)
    return (
        select(
            *kind,
            func.count().label("rows"),
            func.sum(one.c.amount).label("amount"),
            func.group_concat(one.c.bound.distinct()).label("bounds"),
        )
        .group_by(*kind)
        .order_by(*kind)
    )


def contested(filters: Filters) -> Rows:
    """Every claim on the rows that have several claimed numbers of one unit, contradicting or not."""
    several = _numbers(filters).having(~_is_one()).subquery()
    same = and_(
        col(Claim.table) == several.c.table,
        col(Claim.subject) == several.c.subject,
        col(Claim.field) == several.c.field,
        func.coalesce(Claim.unit, "") == func.coalesce(several.c.unit, ""),
    )
    return (
        select(*stated())
        .join(Source, col(Claim.source_id) == col(Source.id))
        .join(several, same)
        .order_by(
            col(Claim.table),
            col(Claim.field),
            col(Claim.unit),
            col(Claim.subject),
            col(Claim.value),
            col(Claim.source_id),
        )
    )


def _numbers(filters: Filters) -> Rows:
    """One row a subject, field and unit with numbers of people or things; deprecated values left out."""
    kind = (col(Claim.table), col(Claim.subject), col(Claim.field), col(Claim.unit))
    numbers: Rows = (
        select(*kind, func.max(Claim.amount).label("amount"), func.max(Claim.bound).label("bound"))
        .where(
            col(Claim.amount).is_not(None),
            col(Claim.rank) != Rank.DEPRECATED,
            col(Claim.table) != COUNTS_OF_OFFICES,
            _matching(filters),
        )
        .group_by(*kind)
    )
    return numbers


def _is_one() -> ColumnElement[bool]:
    return and_(
        func.min(Claim.amount) == func.max(Claim.amount),
        func.min(Claim.bound) == func.max(Claim.bound),
        func.max(Claim.is_disputed) == 0,
    )


def _matching(filters: Filters) -> ColumnElement[bool]:
    """Claims on events that match; on other rows only without a filter."""
    matching: Any = select(col(Event.id)).where(events_where(filters))
    of_events = and_(col(Claim.table) == "events", col(Claim.subject).in_(matching))
    return or_(of_events, col(Claim.table) != "events") if filters.is_empty else of_events
