"""Parts of events that sources tell differently, each in a row of its own: organisers, ways of speaking."""

from sqlalchemy import ColumnElement, distinct, func, select, tuple_
from sqlmodel import col

from data.filters import Filters
from data.models import Event, EventOrganisation, Organisation, Person, Source, Speaker
from data.queries.where import Rows, events_where
from data.vocabulary import OrganisationRole, SpeakerMode

ORGANISER = col(EventOrganisation.role) == OrganisationRole.ORGANISER


def organisers(filters: Filters) -> Rows:
    """Who names whom as organiser, of the matching events whose sources give different lists."""
    bodies = func.count(distinct(col(EventOrganisation.organisation_id)))
    sources = func.count(distinct(col(EventOrganisation.source_id)))
    uneven = (
        select(col(EventOrganisation.event_id))
        .where(ORGANISER)
        .group_by(col(EventOrganisation.event_id))
        .having(func.count() < bodies * sources)
    )
    return (
        select(
            col(Event.id).label("event_id"),
            col(Event.title).label("event"),
            col(Organisation.id).label("organisation_id"),
            col(Organisation.name).label("organisation"),
            col(EventOrganisation.source_id),
            col(Source.originator),
            col(Source.publisher),
            col(Source.url),
        )
        .join(EventOrganisation, col(EventOrganisation.event_id) == col(Event.id))
        .join(Organisation, col(EventOrganisation.organisation_id) == col(Organisation.id))
        .join(Source, col(EventOrganisation.source_id) == col(Source.id))
        .where(ORGANISER, col(Event.id).in_(uneven), _matching(filters))
        .order_by(
            col(Event.earliest).desc(),
            col(Event.id),
            col(EventOrganisation.position),
            col(Organisation.name),
            col(EventOrganisation.source_id),
        )
    )


def modes(filters: Filters) -> Rows:
    """How sources say that a person took part in a matching event, where they say different things."""
    person = (col(Speaker.event_id), col(Speaker.person_id))
    several = (
        select(*person)
        .where(col(Speaker.mode) != SpeakerMode.NOT_STATED)
        .group_by(*person)
        .having(func.count(distinct(col(Speaker.mode))) > 1)
    )
    return (
        select(
            col(Speaker.event_id),
            col(Event.title).label("event"),
            col(Speaker.person_id),
            col(Person.name).label("person"),
            col(Speaker.role),
            col(Speaker.mode),
            col(Speaker.source_id),
            col(Source.publisher),
            col(Source.url),
        )
        .join(Event, col(Speaker.event_id) == col(Event.id))
        .join(Person, col(Speaker.person_id) == col(Person.id))
        .join(Source, col(Speaker.source_id) == col(Source.id))
        .where(tuple_(*person).in_(several), _matching(filters))
        .order_by(
            col(Event.earliest).desc(),
            col(Event.id),
            col(Person.name),
            col(Speaker.mode) == SpeakerMode.NOT_STATED,
            col(Speaker.source_id),
        )
    )


def _matching(filters: Filters) -> ColumnElement[bool]:
    """In a query of its own: the filters ask for the same tables as the queries here."""
    return col(Event.id).in_(select(col(Event.id)).where(events_where(filters)))
