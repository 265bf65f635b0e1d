"""The list of events: one row an event, under the filters."""

from typing import Any

from sqlalchemy import SQLColumnExpression, distinct, func, or_, select
from sqlmodel import col

from data.filters import Filters
from data.models import (
    Claim,
    Country,
    Event,
    EventOrganisation,
    EventPlace,
    EventTheme,
    Organisation,
    Person,
    Place,
    Source,
    Speaker,
    Theme,
)
from data.queries.where import Rows, cited, date_match, events_where, matched, split
from data.vocabulary import OrganisationRole

OWN = tuple(
    col(getattr(Event, name))
    for name in Event.model_fields
    if name not in ("source_id", "begins_by", "ends_from")
)
NOT_ORGANISER = [role for role in OrganisationRole if role != OrganisationRole.ORGANISER]
SPEAKING = ("speaker", "chair", "signatory")


def events(filters: Filters) -> Rows:
    """The events that match, oldest first; those without any date last.

    One row an event: its own columns, the names of places, countries, organisers, participants, speakers
    and themes joined by `; `, the family of its lead organiser, words of its principal source
    (`source_anchor`), counts of sources and originators,
    `is_disputed` where preferred values have rivals, and, under a range of dates, `date_match`.
    """
    return (
        select(
            *OWN,
            *matched(filters),
            _places(col(Place.name)).label("places"),
            _places(col(Country.name)).label("countries"),
            _places(col(Country.id)).label("country_ids"),
            _bodies(col(Organisation.name), OrganisationRole.ORGANISER).label("organisers"),
            _bodies(col(Organisation.id), OrganisationRole.ORGANISER).label("organiser_ids"),
            _bodies(col(Organisation.name), *NOT_ORGANISER).label("participants"),
            _lead().label("family"),
            _speakers().label("speakers"),
            _themes().label("themes"),
            _disputed().label("is_disputed"),
            *cited(),
            _anchor().label("source_anchor"),
            _sources(func.count(distinct(col(Source.id)))).label("source_count"),
            _sources(func.count(distinct(col(Source.originator)))).label("originator_count"),
            _sources(func.group_concat(distinct(col(Source.id)))).label("source_ids"),
        )
        .join(Source, col(Event.source_id) == col(Source.id))
        .where(events_where(filters))
        .order_by(col(Event.earliest).is_(None), col(Event.earliest), col(Event.id))
    )


def in_range(filters: Filters) -> Rows:
    """One row: how many events that match are `certainly` and how many `possibly` in the range of dates."""
    return select(*split(filters, date_match(filters))).select_from(Event).where(events_where(filters))


def beginnings(filters: Filters) -> Rows:
    """How many `events` that match began between `earliest` and `begins_by`, one row for each such pair.

    Where both are the same day the beginning is exact; where one is None nothing bounds that side. Events
    without any date are left out.
    """
    one, other = col(Event.earliest), col(Event.begins_by)
    return (
        select(one, other, func.count().label("events"))
        .where(events_where(filters), or_(one.is_not(None), other.is_not(None)))
        .group_by(one, other)
        .order_by(one.nulls_last(), other.nulls_last())
    )


def bounds() -> Rows:
    """One row: the first and last day on which anything in the record may have happened.

    Where nothing bounds an end, the other one stands for it.
    """
    first, last = func.coalesce(Event.earliest, Event.latest), func.coalesce(Event.latest, Event.earliest)
    return select(func.min(first).label("first"), func.max(last).label("last"))


def _joined(query: Rows, separator: str = "; ") -> Any:
    """The single column of `query` as one text; NULL where it has no rows."""
    values = query.subquery()
    return select(func.group_concat(values.c[0], separator)).scalar_subquery()


def _places(name: SQLColumnExpression[Any]) -> Any:
    return _joined(
        select(name)
        .select_from(EventPlace)
        .join(Place, col(EventPlace.place_id) == col(Place.id))
        .outerjoin(Country, col(Place.country_id) == col(Country.id))
        .where(col(EventPlace.event_id) == col(Event.id), name.is_not(None))
        .distinct()
        .order_by(name)
        .correlate(Event)
    )


def _bodies(name: SQLColumnExpression[Any], *roles: OrganisationRole) -> Any:
    return _joined(
        select(name)
        .select_from(EventOrganisation)
        .join(Organisation, col(EventOrganisation.organisation_id) == col(Organisation.id))
        .where(col(EventOrganisation.event_id) == col(Event.id), col(EventOrganisation.role).in_(roles))
        .group_by(name)
        .order_by(func.min(EventOrganisation.position).nulls_last(), name)
        .correlate(Event)
    )


def _lead() -> Any:
    """The family of the organiser that the principal source names first, else of whoever it names first.

    SQLite 3.40 cannot order a subquery by a column of the outer query, hence the columns `late` and `other`.
    """
    part = (
        select(
            col(Organisation.family),
            (col(EventOrganisation.role) != OrganisationRole.ORGANISER).label("late"),
            (col(EventOrganisation.source_id) != col(Event.source_id)).label("other"),
            col(EventOrganisation.position),
            col(Organisation.id),
        )
        .select_from(EventOrganisation)
        .join(Organisation, col(EventOrganisation.organisation_id) == col(Organisation.id))
        .where(col(EventOrganisation.event_id) == col(Event.id))
        .correlate(Event)
        .subquery()
    )
    first = (part.c.late, part.c.other, part.c.position.nulls_last(), part.c.id)
    return select(part.c.family).order_by(*first).limit(1).scalar_subquery()


def _speakers() -> Any:
    return _joined(
        select(col(Person.name))
        .select_from(Speaker)
        .join(Person, col(Speaker.person_id) == col(Person.id))
        .where(col(Speaker.event_id) == col(Event.id), col(Speaker.role).in_(SPEAKING))
        .distinct()
        .order_by(col(Person.name))
        .correlate(Event)
    )


def _themes() -> Any:
    return _joined(
        select(col(Theme.name))
        .select_from(EventTheme)
        .join(Theme, col(EventTheme.theme_id) == col(Theme.id))
        .where(col(EventTheme.event_id) == col(Event.id))
        .order_by(col(Theme.name))
        .correlate(Event)
    )


def _sources(aggregate: Any) -> Any:
    return (
        select(aggregate)
        .select_from(Source)
        .where(
            or_(
                col(Source.id) == col(Event.source_id),
                col(Source.id).in_(
                    select(col(Claim.source_id))
                    .where(col(Claim.table) == "events", col(Claim.subject) == col(Event.id))
                    .correlate(Event)
                ),
            )
        )
        .correlate(Event)
        .scalar_subquery()
    )


def _anchor() -> Any:
    """Words of the principal source on the event, those for its title first."""
    return (
        select(col(Claim.anchor))
        .where(
            col(Claim.table) == "events",
            col(Claim.subject) == col(Event.id),
            col(Claim.source_id) == col(Event.source_id),
            col(Claim.anchor).is_not(None),
        )
        .order_by(col(Claim.field) != "title", col(Claim.field), col(Claim.value))
        .limit(1)
        .correlate(Event)
        .scalar_subquery()
    )


def _disputed() -> Any:
    """Whether sources contradict each other on a value of the event."""
    return (
        select(col(Claim.field))
        .where(col(Claim.table) == "events", col(Claim.subject) == col(Event.id), col(Claim.is_disputed))
        .correlate(Event)
        .exists()
    )
