"""The parts of one event's card: each question is about the event of one id."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from sqlalchemy import bindparam, case, func, or_, select
from sqlmodel import col

from data.engines.statements import BoundStatement, Rows, bind_values
from data.schema.models import (
    AgendaItem,
    Claim,
    Country,
    Event,
    EventInstrument,
    EventOrganisation,
    EventPlace,
    EventTheme,
    Instrument,
    Organisation,
    Person,
    Place,
    Recommendation,
    Source,
    Speaker,
    Statement,
    Theme,
)

QUOTED = "recommendation quoted there"
"""The kind of a recommendation that was made elsewhere."""


def _build_once(build: Callable[[Any], Rows]) -> Callable[[str], BoundStatement]:
    """Build the statement once, for any event."""

    @cache
    def built() -> Rows:
        return build(bindparam("event"))

    @wraps(build)
    def bind_event(event_id: str) -> BoundStatement:
        return bind_values(built(), event=event_id)

    return bind_event


@_build_once
def list_organisations(event_id: Any) -> Rows:
    """Who had which part in one event, by source."""
    return (
        select(
            col(EventOrganisation.role),
            col(Organisation.id),
            col(Organisation.name),
            col(Organisation.full_name),
            col(EventOrganisation.as_stated),
            col(EventOrganisation.source_id),
        )
        .join(Organisation, col(EventOrganisation.organisation_id) == col(Organisation.id))
        .where(col(EventOrganisation.event_id) == event_id)
        .order_by(
            col(EventOrganisation.position).nulls_last(),
            col(Organisation.name),
            col(EventOrganisation.role),
            col(EventOrganisation.source_id),
        )
    )


@_build_once
def list_speakers(event_id: Any) -> Rows:
    """Who appeared at one event, in which office and how, by source."""
    return (
        select(
            col(Person.id),
            col(Person.name),
            col(Speaker.role),
            col(Speaker.office),
            func.coalesce(Organisation.name, Speaker.organisation_as_stated).label("organisation"),
            col(Speaker.organisation_id),
            col(Speaker.mode),
            col(Speaker.mode_as_stated),
            col(Speaker.source_id),
        )
        .join(Person, col(Speaker.person_id) == col(Person.id))
        .outerjoin(Organisation, col(Speaker.organisation_id) == col(Organisation.id))
        .where(col(Speaker.event_id) == event_id)
        .order_by(col(Person.name), col(Speaker.role), col(Speaker.source_id))
    )


@_build_once
def list_places(event_id: Any) -> Rows:
    """Where one event took place: place and country, with the source that says so."""
    return (
        select(
            col(Place.id),
            col(Place.name),
            col(Country.name).label("country"),
            col(Place.country_id),
            col(EventPlace.source_id),
        )
        .join(EventPlace, col(EventPlace.place_id) == col(Place.id))
        .outerjoin(Country, col(Place.country_id) == col(Country.id))
        .where(col(EventPlace.event_id) == event_id)
        .order_by(col(Place.name), col(Place.id))
    )


@_build_once
def list_instruments(event_id: Any) -> Rows:
    """The instruments that one event adopted, reviewed, ran under or mentioned."""
    return (
        select(
            col(Instrument.id),
            col(Instrument.name),
            col(Instrument.start_on),
            col(EventInstrument.relation),
            col(EventInstrument.source_id),
        )
        .join(Instrument, col(EventInstrument.instrument_id) == col(Instrument.id))
        .where(col(EventInstrument.event_id) == event_id)
        .order_by(col(Instrument.name))
    )


@_build_once
def list_sources(event_id: Any) -> Rows:
    """Every source that rests under one event, the principal one first."""
    principal = select(col(Event.source_id)).where(col(Event.id) == event_id).scalar_subquery()
    return (
        select(
            col(Source.id).label("source_id"),
            col(Source.publisher),
            col(Source.originator),
            func.coalesce(Source.title, Source.about).label("title"),
            col(Source.published_on),
            col(Source.language),
            col(Source.url),
            col(Source.url_status),
        )
        .where(col(Source.id).in_(_source_ids(event_id)))
        .order_by(col(Source.id) != principal, col(Source.published_on).nulls_first(), col(Source.id))
    )


@_build_once
def list_agenda(event_id: Any) -> Rows:
    """The themes of one event's sessions and its stated aims, in the source's order."""
    return (
        select(col(AgendaItem.id), col(AgendaItem.position), col(AgendaItem.title), col(AgendaItem.source_id))
        .where(col(AgendaItem.event_id) == event_id)
        .order_by(col(AgendaItem.source_id), col(AgendaItem.position), col(AgendaItem.id))
    )


@_build_once
def list_statements(event_id: Any) -> Rows:
    """What was recommended, quoted and stated at one event, by whom, in the source's order."""
    quoted = col(Recommendation.quoted_at_event_id) == event_id
    asked = case((quoted, QUOTED), else_="recommendation")
    parts: list[Any] = [
        select(
            kind.label("kind"),
            col(model.text).label("text"),
            func.coalesce(Person.name, Organisation.name).label("by"),
            col(model.person_id).label("person_id"),
            col(model.organisation_id).label("organisation_id"),
            col(model.position).label("position"),
            col(model.source_id).label("source_id"),
            col(model.id).label("id"),
        )
        .outerjoin(Person, col(model.person_id) == col(Person.id))
        .outerjoin(Organisation, col(model.organisation_id) == col(Organisation.id))
        .where(or_(col(model.event_id) == event_id, *others))
        for model, kind, others in ((Recommendation, asked, (quoted,)), (Statement, col(Statement.kind), ()))
    ]
    both = parts[0].union_all(parts[1]).subquery()
    return select(both).order_by(
        both.c.kind != "recommendation", both.c.kind != QUOTED, both.c.source_id, both.c.position, both.c.id
    )


@_build_once
def list_themes(event_id: Any) -> Rows:
    """The themes of one event, those that it has by what was asked or said there alone last."""
    return (
        select(col(Theme.id), col(Theme.name), col(EventTheme.is_derived))
        .join(EventTheme, col(EventTheme.theme_id) == col(Theme.id))
        .where(col(EventTheme.event_id) == event_id)
        .order_by(col(EventTheme.is_derived), col(Theme.name))
    )


def _source_ids(event_id: Any) -> Any:
    """Ids of the sources that report the event: its own and those that make claims on it."""
    return (
        select(col(Claim.source_id))
        .where(col(Claim.table) == "events", col(Claim.subject) == event_id)
        .union(select(col(Event.source_id)).where(col(Event.id) == event_id))
    )
