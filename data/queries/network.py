"""Who shares events with whom: organisations as nodes, pairs that shared an event as links."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Subquery, func, select
from sqlmodel import col

from data.filters import Filters
from data.models import Country, Event, EventOrganisation, Organisation, OrganisationPosition, Source
from data.queries.where import Rows, date_match, events_where, split

TOGETHER = ("organiser", "host")
"""The roles that count when only organising together is asked for."""


def nodes(filters: Filters, together: bool = False) -> Rows:
    """Organisations with a part in an event, their place in the picture and number of events; busiest first.

    The organisations of `filters` are a focus here, not a limit: the others stay as context. Under a range
    of dates `certainly` and `possibly` part the events; so for links those shared.
    """
    part = _parts(filters, together)
    return (
        select(
            col(Organisation.id),
            col(Organisation.name),
            col(Organisation.full_name),
            col(Organisation.kind),
            col(Organisation.family),
            col(Organisation.city),
            col(Country.name).label("country"),
            func.count().label("events"),
            *split(filters, part.c.date_match),
            func.min(part.c.earliest).label("first"),
            func.max(part.c.latest).label("last"),
            col(OrganisationPosition.x),
            col(OrganisationPosition.y),
            col(Organisation.source_id),
            col(Source.url).label("source_url"),
        )
        .join(part, part.c.organisation_id == col(Organisation.id))
        .join(Source, col(Organisation.source_id) == col(Source.id))
        .outerjoin(OrganisationPosition, col(OrganisationPosition.organisation_id) == col(Organisation.id))
        .outerjoin(Country, col(Organisation.country_id) == col(Country.id))
        .group_by(col(Organisation.id))
        .order_by(func.count().desc(), col(Organisation.name))
    )


def links(filters: Filters, together: bool = False) -> Rows:
    """Pairs that shared an event: both ends by name, events shared, first and last day; strongest first."""
    one, other = _parts(filters, together), _parts(filters, together)
    a, b = _ends()
    return (
        select(
            one.c.organisation_id.label("a_id"),
            a.c.name.label("a"),
            other.c.organisation_id.label("b_id"),
            b.c.name.label("b"),
            func.count().label("shared"),
            *split(filters, one.c.date_match),
            func.min(one.c.earliest).label("first"),
            func.max(one.c.latest).label("last"),
            func.group_concat(one.c.event_id, "; ").label("event_ids"),
        )
        .join(other, (one.c.event_id == other.c.event_id) & (one.c.organisation_id < other.c.organisation_id))
        .join(a, a.c.id == one.c.organisation_id)
        .join(b, b.c.id == other.c.organisation_id)
        .group_by(one.c.organisation_id, other.c.organisation_id)
        .order_by(func.count().desc(), a.c.name, b.c.name)
    )


def _parts(filters: Filters, together: bool) -> Subquery:
    """Each organisation once per event that matches, whatever its roles and however many sources."""
    roles = TOGETHER if together else filters.roles
    query = (
        select(
            col(EventOrganisation.event_id),
            col(EventOrganisation.organisation_id),
            col(Event.earliest),
            col(Event.latest),
            date_match(filters).label("date_match"),
        )
        .join(Event, col(Event.id) == col(EventOrganisation.event_id))
        .where(events_where(replace(filters, organisations=(), match_all=False, roles=())))
        .distinct()
    )
    if roles:
        query = query.where(col(EventOrganisation.role).in_(roles))
    return query.subquery()


def parts(organisations: tuple[str, ...]) -> Rows:
    """Every part of these organisations in any event, with the source that names it."""
    own = (
        col(EventOrganisation.event_id),
        col(EventOrganisation.organisation_id),
        col(EventOrganisation.role),
        col(EventOrganisation.source_id),
    )
    return select(*own).where(col(EventOrganisation.organisation_id).in_(organisations)).order_by(*own)


def _ends() -> tuple[Any, Any]:
    names = select(col(Organisation.id), col(Organisation.name))
    return names.subquery(), names.subquery()
