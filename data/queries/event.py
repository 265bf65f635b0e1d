"""The parts of one event's card: each question is about the event of one id."""

from typing import Any

from sqlalchemy import SQLColumnExpression, func, literal, select
from sqlmodel import col

from data.models import (
    AgendaItem,
    Claim,
    Event,
    EventInstrument,
    EventOrganisation,
    Instrument,
    Organisation,
    Person,
    Recommendation,
    Source,
    Speaker,
    Statement,
)
from data.queries.where import Rows, claimed
from data.vocabulary import Rank


def organisations(event_id: str) -> Rows:
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


def speakers(event_id: str) -> Rows:
    """Who appeared at one event, in which office and how, by source."""
    return (
        select(
            col(Person.id),
            col(Person.name),
            col(Speaker.role),
            col(Speaker.office),
            func.coalesce(Organisation.name, Speaker.organisation_as_stated).label("organisation"),
            col(Speaker.mode),
            col(Speaker.mode_as_stated),
            col(Speaker.source_id),
        )
        .join(Person, col(Speaker.person_id) == col(Person.id))
        .outerjoin(Organisation, col(Speaker.organisation_id) == col(Organisation.id))
        .where(col(Speaker.event_id) == event_id)
        .order_by(col(Person.name), col(Speaker.role), col(Speaker.source_id))
    )


def instruments(event_id: str) -> Rows:
    """The instruments that one event adopted, reviewed, ran under or mentioned."""
    return (
        select(
            col(Instrument.id),
            col(Instrument.name),
            col(EventInstrument.relation),
            col(EventInstrument.source_id),
        )
        .join(Instrument, col(EventInstrument.instrument_id) == col(Instrument.id))
        .where(col(EventInstrument.event_id) == event_id)
        .order_by(col(Instrument.name))
    )


def sources(event_id: str) -> Rows:
    """Every source that rests under one event, the principal one first, with the words it anchors in."""
    principal = select(col(Event.source_id)).where(col(Event.id) == event_id).scalar_subquery()
    return (
        select(
            col(Source.id),
            col(Source.publisher),
            col(Source.originator),
            func.coalesce(Source.title, Source.about).label("title"),
            col(Source.published_on),
            col(Source.language),
            col(Source.url),
            col(Source.url_status),
            _anchor(event_id).label("anchor"),
            _confidence(event_id).label("confidence"),
        )
        .where(col(Source.id).in_(_source_ids(literal(event_id))))
        .order_by(col(Source.id) != principal, col(Source.published_on), col(Source.id))
    )


def claims(event_id: str) -> Rows:
    """Values of one event for which sources compete, and every stated number of participants."""
    return (
        select(
            *claimed(),
        )
        .join(Source, col(Claim.source_id) == col(Source.id))
        .where(col(Claim.table) == "events", col(Claim.subject) == event_id, col(Claim.field) != "title")
        .order_by(col(Claim.field), col(Claim.rank) != Rank.PREFERRED, col(Claim.value), col(Claim.source_id))
    )


def agenda(event_id: str) -> Rows:
    """The themes of one event's sessions and its stated aims, in the source's order."""
    return (
        select(col(AgendaItem.position), col(AgendaItem.title), col(AgendaItem.source_id))
        .where(col(AgendaItem.event_id) == event_id)
        .order_by(col(AgendaItem.source_id), col(AgendaItem.position), col(AgendaItem.id))
    )


def said(event_id: str) -> Rows:
    """What was recommended and stated at one event, by whom, in the source's order."""
    parts: list[Any] = [
        select(
            literal(kind).label("kind") if kind else col(Statement.kind).label("kind"),
            col(model.text).label("text"),
            func.coalesce(Person.name, Organisation.name).label("by"),
            col(model.position).label("position"),
            col(model.source_id).label("source_id"),
            col(model.id).label("id"),
        )
        .outerjoin(Person, col(model.person_id) == col(Person.id))
        .outerjoin(Organisation, col(model.organisation_id) == col(Organisation.id))
        .where(col(model.event_id) == event_id)
        for model, kind in ((Recommendation, "recommendation"), (Statement, None))
    ]
    both = parts[0].union_all(parts[1]).subquery()
    return select(both).order_by(
        both.c.kind != "recommendation", both.c.source_id, both.c.position, both.c.id
    )


def _source_ids(event_id: SQLColumnExpression[Any]) -> Any:
    """Ids of the sources that report the event: its own and those that make claims on it."""
    return (
        select(col(Claim.source_id))
        .where(col(Claim.table) == "events", col(Claim.subject) == event_id)
        .union(select(col(Event.source_id)).where(col(Event.id) == event_id))
    )


def _anchor(event_id: str) -> Any:
    return _of_claim(col(Claim.anchor), event_id)


def _confidence(event_id: str) -> Any:
    return _of_claim(col(Claim.confidence), event_id)


def _of_claim(wanted: SQLColumnExpression[Any], event_id: str) -> Any:
    return (
        select(wanted)
        .where(
            col(Claim.source_id) == col(Source.id),
            col(Claim.table) == "events",
            col(Claim.subject) == event_id,
        )
        .order_by(wanted.is_(None), col(Claim.field) != "title", col(Claim.value))
        .limit(1)
        .correlate(Source)
        .scalar_subquery()
    )
