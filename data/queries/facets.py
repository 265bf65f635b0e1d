"""The choices that the filter panel offers, and the names of ids."""

from sqlalchemy import distinct, func, select
from sqlmodel import col

from data.models import (
    Country,
    EventOrganisation,
    EventPlace,
    EventTheme,
    Organisation,
    Place,
    Theme,
)
from data.queries.where import Rows


def organisations() -> Rows:
    """Organisations with a part in any event, busiest first."""
    events = func.count(distinct(col(EventOrganisation.event_id)))
    return (
        select(
            col(Organisation.id), col(Organisation.name), col(Organisation.full_name), events.label("events")
        )
        .join(EventOrganisation, col(EventOrganisation.organisation_id) == col(Organisation.id))
        .group_by(col(Organisation.id))
        .order_by(events.desc(), col(Organisation.name))
    )


def countries() -> Rows:
    """Countries in which any event took place, Central Asia first."""
    events = func.count(distinct(col(EventPlace.event_id)))
    return (
        select(col(Country.id), col(Country.name), events.label("events"))
        .join(Place, col(Place.country_id) == col(Country.id))
        .join(EventPlace, col(EventPlace.place_id) == col(Place.id))
        .group_by(col(Country.id))
        .order_by(col(Country.is_central_asia).desc(), col(Country.name))
    )


def themes() -> Rows:
    """Every theme, in the order of its name."""
    events = func.count(distinct(col(EventTheme.event_id)))
    return (
        select(col(Theme.id), col(Theme.name), events.label("events"))
        .outerjoin(EventTheme, col(EventTheme.theme_id) == col(Theme.id))
        .group_by(col(Theme.id))
        .order_by(col(Theme.name))
    )
