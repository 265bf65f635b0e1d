"""The record at a glance: headline figures and the newest events."""

from sqlalchemy import distinct, func, select
from sqlmodel import col

from data.filters import Filters
from data.models import Build, Claim, Event, EventOrganisation, Speaker
from data.queries.events import SPEAKING, events
from data.queries.where import Rows, events_where


def figures(filters: Filters) -> Rows:
    """One row: events that match, organisations with a part in them, people who spoke, sources."""
    matching = select(col(Event.id)).where(events_where(filters))
    claimed = select(col(Claim.source_id)).where(
        col(Claim.table) == "events", col(Claim.subject).in_(matching)
    )
    own = select(col(Event.source_id)).where(events_where(filters))
    reporting = claimed.union(own).subquery()
    return select(
        select(func.count()).select_from(matching.subquery()).scalar_subquery().label("events"),
        select(func.count(distinct(col(EventOrganisation.organisation_id))))
        .where(col(EventOrganisation.event_id).in_(matching))
        .scalar_subquery()
        .label("organisations"),
        select(func.count(distinct(col(Speaker.person_id))))
        .where(col(Speaker.event_id).in_(matching), col(Speaker.role).in_(SPEAKING))
        .scalar_subquery()
        .label("speakers"),
        select(func.count()).select_from(reporting).scalar_subquery().label("sources"),
    )


def newest(filters: Filters, most: int) -> Rows:
    """The newest `most` events that match, newest first; events without a date come last."""
    return (
        events(filters)
        .order_by(None)
        .order_by(col(Event.latest).is_(None), col(Event.latest).desc(), col(Event.id))
        .limit(most)
    )


def release() -> Rows:
    """One row: the release that the store was built from, and how many files and rows it read."""
    return select(
        func.max(Build.release).label("release"),
        func.count().label("files"),
        func.sum(Build.rows).label("rows"),
    )
