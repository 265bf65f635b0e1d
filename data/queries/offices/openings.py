"""Openings of Border Liaison Offices, and the centres that coordinate them.

An event opened an office if it is an opening and rests on the office's own source.
"""

from functools import cache

from sqlalchemy import bindparam, select
from sqlmodel import col

from data.engines.statements import BoundStatement, Rows, bind_values
from data.queries.offices.statements import dated_sources
from data.schema.models import BorderLiaisonOffice as Office
from data.schema.models import CoordinationCentre, Country, Event, Place
from data.schema.vocabulary import EventKind

IS_OPENING = col(Event.kind) == EventKind.OPENING


def list_openings(office_id: str) -> BoundStatement:
    """The events that opened one office."""
    return bind_values(_openings(), office=office_id)


@cache
def _openings() -> Rows:
    return (
        select(col(Event.id), col(Event.title), col(Event.source_id))
        .join(Office, col(Office.source_id) == col(Event.source_id))
        .where(col(Office.id) == bindparam("office"), IS_OPENING)
        .order_by(col(Event.earliest).nulls_first(), col(Event.id))
    )


def list_opened_offices(event_id: str) -> BoundStatement:
    """The named offices that one event opened."""
    return bind_values(_opened_offices(), event=event_id)


@cache
def _opened_offices() -> Rows:
    return (
        select(col(Office.id), col(Office.name), col(Office.source_id))
        .join(Event, col(Event.source_id) == col(Office.source_id))
        .where(col(Event.id) == bindparam("event"), IS_OPENING, col(Office.is_named))
        .order_by(col(Office.name))
    )


@cache
def list_coordination_centres() -> Rows:
    """Every centre with its city, its opening where an event is recorded, and the day it was known by."""
    dated = dated_sources()
    return (
        select(
            *(col(getattr(CoordinationCentre, name)) for name in CoordinationCentre.model_fields),
            col(Place.name).label("place"),
            col(Place.country_id).label("country_id"),
            col(Country.name).label("country"),
            col(Event.id).label("event_id"),
            dated.c.known_on,
        )
        .join(Place, col(CoordinationCentre.place_id) == col(Place.id))
        .outerjoin(Country, col(Place.country_id) == col(Country.id))
        .join(dated, dated.c.id == col(CoordinationCentre.source_id))
        .outerjoin(Event, (col(Event.source_id) == col(CoordinationCentre.source_id)) & IS_OPENING)
        .order_by(col(Country.name).nulls_first(), col(CoordinationCentre.name))
    )
