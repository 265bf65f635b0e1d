"""Border Liaison Offices: the list, what sources counted, and their borders."""

from collections.abc import Set
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    SQLColumnExpression,
    and_,
    bindparam,
    case,
    false,
    func,
    or_,
    select,
    text,
    true,
)
from sqlmodel import col

from data.engines.statements import BoundStatement, Rows, bind_values, bound_list
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.links import THINGS
from data.queries.matching import LAST
from data.queries.offices import statements as office_statements
from data.schema.models import (
    Border,
    BorderLiaisonOffice,
    Country,
    OfficeCount,
    OfficeOrganisation,
    Organisation,
    Source,
)
from data.values.text import search_terms

Office = BorderLiaisonOffice
WORDED = text(f"""border_liaison_offices.id IN (SELECT k.id FROM read_names k
  WHERE k."table" = 'border_liaison_offices' AND NOT EXISTS (SELECT 1 FROM json_each(:words) term
    WHERE NOT EXISTS (SELECT 1 FROM read_words w WHERE w."table" = 'border_liaison_offices'
      AND w.number = k.number AND w.word >= term.value AND w.word < term.value || '{LAST}')))""")
"""Each word of the search begins a word of the office."""
OF = "of_"
"""Begins the name of the value that is the id of a subject of this table."""
LATELY = 64
"""Statements kept: one a day as known and sort of filter."""


def list_offices(filters: Filters, known: date | None = None) -> BoundStatement:
    """The offices that match, by border and name; filters on events alone do not bear on them.

    Dates match the opening as far as it is known; an office whose opening no source dates possibly matches.
    Under a range of dates `date_match` says which offices certainly opened in it.
    Under `known`, only what a source had stated by that day (see `office_statements`): an office that
    nothing dates is left out.
    """
    asked = {
        "countries": filters.countries,
        "organisations": filters.organisations,
        "borders": filters.borders,
        "publishers": filters.publishers,
        "least": len(set(filters.organisations)) if filters.match_all else 1,
        "since": filters.since,
        "until": filters.until,
        "words": search_terms(filters.words),
    }
    if filters.subject:
        asked[f"{OF}{filters.subject.table}"] = filters.subject.id
    wanted = frozenset(name for name, value in asked.items() if value)
    return bind_values(_offices(wanted, known), **{name: asked[name] for name in wanted})


@lru_cache(LATELY)
def _offices(wanted: frozenset[str], known: date | None) -> Rows:
    """The statement for these of the values of `offices`."""
    then = office_statements.office_state(known)
    by_then = then.known_on <= known.isoformat() if known else true()
    return (
        select(
            *(column.label(name) for name, column in then.columns.items()),
            col(Border.name).label("border"),
            col(Country.name).label("country"),
            *_match_columns(wanted, then.columns),
            _supporters(known).label("supporters"),
            then.known_on.label("known_on"),
            col(Source.id).label("source_id"),
            col(Source.publisher).label("source_publisher"),
            func.coalesce(Source.title, Source.about).label("source_title"),
            col(Source.published_on).label("source_published_on"),
            col(Source.url).label("source_url"),
        )
        .select_from(Office)
        .join(then.first, then.first.c.office_id == col(Office.id))
        .outerjoin(then.opening, then.opening.c.office_id == col(Office.id))
        .join(Border, col(Office.border_id) == col(Border.id))
        .outerjoin(Country, col(Office.country_id) == col(Country.id))
        .join(Source, then.source_id == col(Source.id))
        .where(_offices_where(wanted, then.columns), by_then)
        .order_by(col(Office.border_id), col(Office.is_named).desc(), col(Office.name))
    )


def _supporters(known: date | None) -> Any:
    """Who supports the office, in one text; under `known` without what later sources say."""
    named = col(Organisation.name).concat(case((col(OfficeOrganisation.is_assumed), " (assumed)"), else_=""))
    dated = office_statements.dated_sources()
    later = dated.c.known_on > known.isoformat() if known else false()
    names = (
        select(named)
        .join(OfficeOrganisation, col(OfficeOrganisation.organisation_id) == col(Organisation.id))
        .join(dated, dated.c.id == col(OfficeOrganisation.source_id))
        .where(col(OfficeOrganisation.office_id) == col(Office.id), func.coalesce(later, false()).is_(False))
        .order_by(col(Organisation.name))
        .correlate(Office)
        .subquery()
    )
    return select(func.group_concat(names.c[0], "; ")).scalar_subquery()


def list_office_counts(known: date | None = None) -> BoundStatement:
    """What sources stated about numbers of offices, by the date they hold for, oldest first.

    `known_on` is the day by which it was stated; `known` leaves out what was stated after that day.
    """
    return bind_values(_counts(known))


@lru_cache(LATELY)
def _counts(known: date | None) -> Rows:
    stated_on = func.coalesce(Source.published_on, OfficeCount.as_of)
    known_on = office_statements.last_day_sql(stated_on)
    by_then = known_on <= known.isoformat() if known else true()
    return (
        select(
            *(col(getattr(OfficeCount, name)) for name in OfficeCount.model_fields),
            stated_on.label("stated_on"),
            known_on.label("known_on"),
            col(Border.name).label("border"),
            col(Source.publisher).label("source_publisher"),
            func.coalesce(Source.title, Source.about).label("source_title"),
            col(Source.published_on).label("source_published_on"),
            col(Source.url).label("source_url"),
        )
        .outerjoin(Border, col(OfficeCount.border_id) == col(Border.id))
        .join(Source, col(OfficeCount.source_id) == col(Source.id))
        .where(by_then)
        .order_by(col(OfficeCount.as_of), col(OfficeCount.is_total), col(OfficeCount.id))
    )


def list_borders() -> Rows:
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


def _offices_where(wanted: Set[str], columns: dict[str, SQLColumnExpression[Any]]) -> ColumnElement[bool]:
    earliest, latest = columns["earliest"], columns["latest"]
    supporting = (
        select(func.count(col(OfficeOrganisation.organisation_id).distinct()))
        .where(
            col(OfficeOrganisation.office_id) == col(Office.id),
            col(OfficeOrganisation.organisation_id).in_(bound_list("organisations")),
        )
        .correlate(Office)
        .scalar_subquery()
    )
    conditions: dict[str, Any] = {
        "countries": or_(
            col(Border.country_a_id).in_(bound_list("countries")),
            col(Border.country_b_id).in_(bound_list("countries")),
        ),
        "organisations": supporting >= bindparam("least"),
        "borders": col(Office.border_id).in_(bound_list("borders")),
        "publishers": col(Source.publisher).in_(bound_list("publishers")),
        "until": or_(earliest.is_(None), earliest <= bindparam("until", type_=Date)),
        "since": or_(latest.is_(None), latest >= bindparam("since", type_=Date)),
        "words": WORDED,
    }
    conditions |= {f"{OF}{table}": condition for table, condition in _of_subject().items()}
    return and_(true(), *(condition for name, condition in conditions.items() if name in wanted))


@cache
def _of_subject() -> dict[str, Any]:
    """By table of a subject the condition on an office; people, themes and instruments have none."""
    own: dict[str, Any] = {table: bindparam(f"{OF}{table}") for table in THINGS}
    supported = select(col(OfficeOrganisation.office_id)).where(
        col(OfficeOrganisation.organisation_id) == own["organisations"]
    )
    countries = (col(Border.country_a_id), col(Border.country_b_id))
    found = {
        "organisations": col(Office.id).in_(supported),
        "places": col(Office.id) == own["places"],
        "countries": or_(*(each == own["countries"] for each in countries)),
        "borders": col(Office.border_id) == own["borders"],
        "border_liaison_offices": col(Office.id) == own["border_liaison_offices"],
        "sources": col(Office.source_id) == own["sources"],
    }
    return {table: found.get(table, and_(false(), value.is_not(None))) for table, value in own.items()}


def _match_columns(wanted: Set[str], columns: dict[str, SQLColumnExpression[Any]]) -> list[Any]:
    """An opening is one day from `earliest` to `latest`: certain if that whole span lies in the range."""
    certain: list[ColumnElement[bool]] = []
    if "since" in wanted:
        certain.append(columns["earliest"] >= bindparam("since", type_=Date))
    if "until" in wanted:
        certain.append(columns["latest"] <= bindparam("until", type_=Date))
    return [case((and_(*certain), CERTAINLY), else_=POSSIBLY).label("date_match")] if certain else []
