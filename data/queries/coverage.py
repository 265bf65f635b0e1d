"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

from typing import Any

from sqlalchemy import Subquery, and_, case, distinct, func, literal, select, union_all
from sqlmodel import col

from data.filters import Filters
from data.models import Claim, Event, Source
from data.queries.where import Rows, events_where

REST = ""
"""Stands for all publishers that are not named, as no publisher is called."""


def months(filters: Filters, named: tuple[str, ...] | None = None) -> Rows:
    """One row a publisher and month of publication (`YYYY-MM`) in which anything read was published.

    `pages` read, `events` that they report and that match, when one of them was last `read_on`. With `named`
    the publishers that are not among them stand together under REST: an event that two of them report counts
    once.
    """
    page = _pages(named)
    events = _events(page, filters, "publisher", "month")
    return (
        select(
            page.c.publisher,
            page.c.month,
            func.count().label("pages"),
            func.coalesce(events.c.events, 0).label("events"),
            func.max(page.c.read_on).label("read_on"),
        )
        .outerjoin(events, and_(events.c.publisher == page.c.publisher, events.c.month == page.c.month))
        .where(page.c.month.is_not(None))
        .group_by(page.c.publisher, page.c.month)
        .order_by(page.c.publisher, page.c.month)
    )


def publishers(filters: Filters) -> Rows:
    """Every publisher, most pages first: `pages` with a month of publication (`dated`) and without.

    `months` counts those in which anything was published, `first` and `last` are publication dates as stated.
    """
    page = _pages()
    events = _events(page, filters, "publisher")
    return (
        select(
            page.c.publisher,
            func.count().label("pages"),
            func.count(page.c.month).label("dated"),
            (func.count() - func.count(page.c.month)).label("undated"),
            func.count(distinct(page.c.month)).label("months"),
            func.coalesce(events.c.events, 0).label("events"),
            func.min(page.c.published_on).label("first"),
            func.max(page.c.published_on).label("last"),
            func.max(page.c.read_on).label("read_on"),
        )
        .outerjoin(events, events.c.publisher == page.c.publisher)
        .group_by(page.c.publisher)
        .order_by(func.count().desc(), page.c.publisher)
    )


def _pages(named: tuple[str, ...] | None = None) -> Subquery:
    """The sources with their month of publication, if one is stated."""
    day, publisher = col(Source.published_on), col(Source.publisher)
    shown: Any = publisher if named is None else case((publisher.in_(named), publisher), else_=literal(REST))
    return select(
        col(Source.id),
        shown.label("publisher"),
        case((func.length(day) >= len("YYYY-MM"), func.substr(day, 1, 7))).label("month"),
        day,
        col(Source.read_on),
    ).subquery()


def _events(page: Subquery, filters: Filters, *by: str) -> Subquery:
    """How many `events` that match the pages report, by columns of `page`."""
    own: Rows = select(col(Event.source_id), col(Event.id).label("event_id")).where(events_where(filters))
    claimed: Rows = select(col(Claim.source_id), col(Claim.subject)).where(col(Claim.table) == "events")
    if not filters.is_empty:
        matching: Rows = select(col(Event.id)).where(events_where(filters))
        claimed = claimed.where(col(Claim.subject).in_(matching))
    reports = union_all(own, claimed).subquery()
    columns = [page.c[name] for name in by]
    return (
        select(*columns, func.count(distinct(reports.c.event_id)).label("events"))
        .join(reports, reports.c.source_id == page.c.id)
        .group_by(*columns)
        .subquery()
    )
