"""Lists on which sources differ, one row a source: organisers of events, modes of speaking."""

from functools import cache

from sqlalchemy import select
from sqlmodel import col

from data.engines.statements import BoundStatement, Rows, bind_values, bound_list
from data.schema.models import Event, EventOrganisation, Organisation, Person, Source, Speaker
from data.schema.vocabulary import OrganisationRole, SpeakerMode


def list_organisers(events: tuple[str, ...]) -> BoundStatement:
    """Who names whom as organiser of these events, the newest first."""
    return bind_values(_organisers(), events=events)


@cache
def _organisers() -> Rows:
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
        .where(
            col(EventOrganisation.role) == OrganisationRole.ORGANISER, col(Event.id).in_(bound_list("events"))
        )
        .order_by(
            col(Event.earliest).desc().nulls_last(),
            col(Event.id),
            col(EventOrganisation.position).nulls_first(),
            col(Organisation.name),
            col(EventOrganisation.source_id),
        )
    )


def list_speaker_modes(people: tuple[str, ...]) -> BoundStatement:
    """How sources say that these people (event and person, joined by `/`) took part, newest event first."""
    events = tuple(dict.fromkeys(each.partition("/")[0] for each in people))
    return bind_values(_modes(), events=events, people=people)


@cache
def _modes() -> Rows:
    of = col(Speaker.event_id) + "/" + col(Speaker.person_id)
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
        .where(col(Speaker.event_id).in_(bound_list("events")), of.in_(bound_list("people")))
        .order_by(
            col(Event.earliest).desc().nulls_last(),
            col(Event.id),
            col(Person.name),
            col(Speaker.mode) == SpeakerMode.NOT_STATED,
            col(Speaker.source_id),
        )
    )
