"""The record at a glance: headline figures and the newest events."""

from typing import Any

from sqlalchemy import distinct, func, select
from sqlmodel import col

from data.filters import CERTAINLY, Filters
from data.models import Build, Claim, Event, EventOrganisation, Speaker
from data.queries.events import SPEAKING, events
from data.queries.where import Rows, date_match, events_where


def figures(filters: Filters) -> Rows:
    """One row: events that match, organisations with a part in them, people who spoke, sources.

    Of the first three, `<name>_certainly` counts those of events that are certainly in the range of dates.
    """
    matching = select(col(Event.id)).where(events_where(filters))
    certain = matching.where(date_match(filters) == CERTAINLY)
    claimed = select(col(Claim.source_id)).where(
        col(Claim.table) == "events", col(Claim.subject).in_(matching)
    )
    own = select(col(Event.source_id)).where(events_where(filters))
    reporting = claimed.union(own).subquery()
    return select(
        *_counts(matching, ""),
        *_counts(certain, "_certainly"),
        select(func.count()).select_from(reporting).scalar_subquery().label("sources"),
    )


def _counts(events: Rows, suffix: str) -> list[Any]:
    part, speaker = col(EventOrganisation.organisation_id), col(Speaker.person_id)
    counted = {
        "events": select(func.count()).select_from(events.subquery()),
        "organisations": select(func.count(distinct(part))).where(
            col(EventOrganisation.event_id).in_(events)
        ),
        "speakers": select(func.count(distinct(speaker))).where(
            col(Speaker.event_id).in_(events), col(Speaker.role).in_(SPEAKING)
        ),
    }
    return [query.scalar_subquery().label(f"{name}{suffix}") for name, query in counted.items()]


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
