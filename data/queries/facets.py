"""The choices that the filter panel offers, and the names of ids."""

from sqlalchemy import func, select
from sqlmodel import col

from data.models import Country, Organisation, Theme
from data.queries.where import Rows
from data.readmodel import NAMES


def organisations() -> Rows:
    """Organisations with a part in any event, busiest first."""
    own = (col(Organisation.id), col(Organisation.name), col(Organisation.full_name), NAMES.c.events)
    return (
        select(*own)
        .join(NAMES, (NAMES.c.table == "organisations") & (NAMES.c.id == col(Organisation.id)))
        .where(NAMES.c.events > 0)
        .order_by(NAMES.c.events.desc(), col(Organisation.name))
    )


def countries() -> Rows:
    """Countries in which any event took place, Central Asia first."""
    return (
        select(col(Country.id), col(Country.name), NAMES.c.events)
        .join(NAMES, (NAMES.c.table == "countries") & (NAMES.c.id == col(Country.id)))
        .where(NAMES.c.events > 0)
        .order_by(col(Country.is_central_asia).desc(), col(Country.name))
    )


def themes() -> Rows:
    """Every theme, in the order of its name."""
    return (
        select(col(Theme.id), col(Theme.name), func.coalesce(NAMES.c.events, 0).label("events"))
        .outerjoin(NAMES, (NAMES.c.table == "themes") & (NAMES.c.id == col(Theme.id)))
        .order_by(col(Theme.name))
    )
