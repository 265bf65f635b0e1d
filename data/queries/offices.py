"""Border Liaison Offices: the list, what sources counted, and the borders they stand on."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, and_, case, exists, func, literal, or_, select, true
from sqlmodel import col

from data.filters import CERTAINLY, POSSIBLY, Filters
from data.models import (
    Border,
    BorderLiaisonOffice,
    Country,
    OfficeCount,
    OfficeOrganisation,
    Organisation,
    Source,
)
from data.queries.where import Rows, cited, found, search_terms

Office = BorderLiaisonOffice


def offices(filters: Filters) -> Rows:
    """The offices that match, by border and name; kind and theme of events do not bear on them.

    Dates match the opening as far as it is known; an office whose opening no source dates possibly matches.
    Under a range of dates `date_match` says which offices certainly opened in it.
    """
    named = col(Organisation.name).concat(case((col(OfficeOrganisation.is_assumed), " (assumed)"), else_=""))
    supporters = (
        select(named)
        .join(OfficeOrganisation, col(OfficeOrganisation.organisation_id) == col(Organisation.id))
        .where(col(OfficeOrganisation.office_id) == col(Office.id))
        .order_by(col(Organisation.name))
        .correlate(Office)
        .subquery()
    )
    return (
        select(
            *(col(getattr(Office, name)) for name in Office.model_fields if name != "source_id"),
            col(Border.name).label("border"),
            col(Country.name).label("country"),
            select(func.group_concat(supporters.c[0], "; ")).scalar_subquery().label("supporters"),
            *_matched(filters),
            *cited(),
        )
        .join(Border, col(Office.border_id) == col(Border.id))
        .outerjoin(Country, col(Office.country_id) == col(Country.id))
        .join(Source, col(Office.source_id) == col(Source.id))
        .where(_offices_where(filters))
        .order_by(col(Office.border_id), col(Office.is_named).desc(), col(Office.name))
    )


def counts(until: date | None = None) -> Rows:
    """What sources stated about numbers of offices, oldest first; `until` leaves out later statements."""
    known = col(OfficeCount.as_of) <= until.isoformat() if until else true()
    return (
        select(
            *(col(getattr(OfficeCount, name)) for name in OfficeCount.model_fields),
            col(Border.name).label("border"),
            col(Source.publisher).label("source_publisher"),
            func.coalesce(Source.title, Source.about).label("source_title"),
            col(Source.published_on).label("source_published_on"),
            col(Source.url).label("source_url"),
        )
        .outerjoin(Border, col(OfficeCount.border_id) == col(Border.id))
        .join(Source, col(OfficeCount.source_id) == col(Source.id))
        .where(known)
        .order_by(col(OfficeCount.as_of), col(OfficeCount.is_total), col(OfficeCount.id))
    )


def borders() -> Rows:
    """Every border with its two countries, in the order of its id."""
    return (
        select(
            *(col(getattr(Border, name)) for name in Border.model_fields),
            col(Source.publisher).label("source_publisher"),
            col(Source.url).label("source_url"),
        )
        .join(Source, col(Border.source_id) == col(Source.id))
        .order_by(col(Border.id))
    )


def _offices_where(filters: Filters) -> ColumnElement[bool]:
    conditions: list[Any] = [true()]
    if filters.countries:
        conditions.append(
            or_(
                col(Border.country_a_id).in_(filters.countries),
                col(Border.country_b_id).in_(filters.countries),
            )
        )
    if filters.organisations:
        each = [_supports(organisation) for organisation in filters.organisations]
        conditions.append(and_(*each) if filters.match_all else or_(*each))
    if filters.until:
        conditions.append(
            or_(col(Office.earliest).is_(None), col(Office.earliest) <= literal(filters.until, Date))
        )
    if filters.since:
        conditions.append(
            or_(col(Office.latest).is_(None), col(Office.latest) >= literal(filters.since, Date))
        )
    if search_terms(filters.words):
        conditions.append(found("border_liaison_offices", col(Office.id), filters.words))
    return and_(*conditions)


def _matched(filters: Filters) -> list[Any]:
    """An opening is one day from `earliest` to `latest`: certain if that whole span lies in the range."""
    certain: list[ColumnElement[bool]] = []
    if filters.since:
        certain.append(col(Office.earliest) >= literal(filters.since, Date))
    if filters.until:
        certain.append(col(Office.latest) <= literal(filters.until, Date))
    return [case((and_(*certain), CERTAINLY), else_=POSSIBLY).label("date_match")] if certain else []


def _supports(organisation: str) -> ColumnElement[bool]:
    return exists().where(
        col(OfficeOrganisation.office_id) == col(Office.id),
        col(OfficeOrganisation.organisation_id) == organisation,
    )
