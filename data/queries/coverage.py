"""What was read of each publisher, month by month, and how many events the pages report.

A source reports an event when it is the event's source or makes a claim on it. Its month is that of its own
publication; a source whose publication no month is stated for has none. What was read does not depend on
filters; the events do. Dates of events are no dates of pages: callers leave the range out of the filters.
"""

from typing import Any

from sqlalchemy import Subquery, case, distinct, func, literal, select, union
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
    page, reports = _pages(named), _reports(filters)
    return (
        select(page.c.publisher, page.c.month, *_counts(page, reports))
        .outerjoin(reports, reports.c.source_id == page.c.id)
        .where(page.c.month.is_not(None))
        .group_by(page.c.publisher, page.c.month)
        .order_by(page.c.publisher, page.c.month)
    )


def publishers(filters: Filters) -> Rows:
    """Every publisher, most pages first: `pages` with a month of publication (`dated`) and without.

    `months` counts those in which anything was published, `first` and `last` are publication dates as stated.
    """
    page, reports = _pages(), _reports(filters)
    dated, undated = (case((has, page.c.id)) for has in (page.c.month.is_not(None), page.c.month.is_(None)))
    return (
        select(
            page.c.publisher,
            *_counts(page, reports),
            func.count(distinct(dated)).label("dated"),
            func.count(distinct(undated)).label("undated"),
            func.count(distinct(page.c.month)).label("months"),
            func.min(page.c.published_on).label("first"),
            func.max(page.c.published_on).label("last"),
        )
        .outerjoin(reports, reports.c.source_id == page.c.id)
        .group_by(page.c.publisher)
        .order_by(func.count(distinct(page.c.id)).desc(), page.c.publisher)
    )


def _counts(page: Subquery, reports: Subquery) -> list[Any]:
    return [
        func.count(distinct(page.c.id)).label("pages"),
        func.count(distinct(reports.c.event_id)).label("events"),
        func.max(page.c.read_on).label("read_on"),
    ]


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


def _reports(filters: Filters) -> Subquery:
    """Each source with each event that it reports and that matches, once."""
    matching: Rows = select(col(Event.id)).where(events_where(filters))
    own: Rows = select(col(Event.source_id).label("source_id"), col(Event.id).label("event_id")).where(
        events_where(filters)
    )
    claimed = select(col(Claim.source_id), col(Claim.subject)).where(
        col(Claim.table) == "events", col(Claim.subject).in_(matching)
    )
    return union(own, claimed).subquery()
