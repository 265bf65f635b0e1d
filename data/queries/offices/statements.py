"""When sources stated what they say of offices, and what was known of an office on a day.

A statement counts from the day its source was published. Where the source prints no date, the date that its
numbers hold for (`office_counts.as_of`) is used; a month or a year counts from its last day.
"""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    SQLColumnExpression,
    String,
    Subquery,
    and_,
    case,
    cast,
    func,
    not_,
    null,
    or_,
    select,
    true,
    type_coerce,
)
from sqlmodel import col

from data.engines.statements import Rows
from data.queries.sources.claims import claim_columns
from data.schema.models import BorderLiaisonOffice as Office
from data.schema.models import Claim, OfficeCount, Source
from data.schema.vocabulary import DatePrecision, OfficeStatus

SHORT_MONTHS = ("04", "06", "09", "11")
COUNTED_2021 = "2021-11-30"
"""From this day it is known which offices are among those counted in November 2021."""
OPENING = ("start_on", "end_on")
IS_OF_OFFICE = col(Claim.table) == Office.__tablename__


def last_day_sql(partial: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """The last day (`YYYY-MM-DD`) that a partial date allows, as `data.values.dates.last_day` in SQL."""
    return case(
        (func.length(partial) == len("YYYY"), partial.concat("-12-31")),
        (func.length(partial) == len("YYYY-MM"), partial.concat(_last_of_month(partial))),
        else_=partial,
    )


def _last_of_month(partial: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """`-` and the last day of a month (`YYYY-MM`): what engines call their calendars differs."""
    year, month = cast(func.substr(partial, 1, 4), Integer), func.substr(partial, 6, 2)
    is_leap = and_(year % 4 == 0, or_(year % 100 != 0, year % 400 == 0))
    february = case((is_leap, "-29"), else_="-28")
    return case(
        (month == "02", february), (or_(*(month == each for each in SHORT_MONTHS)), "-30"), else_="-31"
    )


def dated_sources() -> Subquery:
    """Every source with its `known_on` (text, None: nothing dates it) and whether it prints a date."""
    as_of = select(func.max(OfficeCount.as_of)).where(col(OfficeCount.source_id) == col(Source.id))
    stated_on = func.coalesce(Source.published_on, as_of.correlate(Source).scalar_subquery())
    is_printed = col(Source.published_on).is_not(None)
    stated = select(col(Source.id), stated_on.label("stated_on"), is_printed.label("is_printed")).subquery()
    return select(
        stated.c.id, last_day_sql(stated.c.stated_on).label("known_on"), stated.c.is_printed
    ).subquery()


class OfficeState(NamedTuple):
    """What was known of an office on a day: its columns then, and what has to be joined for them.

    `known_on` is the day by which a source that says anything of the office had been published. Where none
    prints a date, the date of its counts, else the last day of the opening is used; None: no date.
    """

    first: Subquery
    opening: Subquery
    known_on: SQLColumnExpression[str]
    source_id: SQLColumnExpression[str]
    columns: dict[str, SQLColumnExpression[Any]]


def office_state(known: date | None) -> OfficeState:
    """The columns of an office as known on the day `known`; None: all that is known.

    The opening is stated by the claims on it, else by what made the office known. An office that is
    operational today was so then if its opening had been stated and did not certainly lie ahead. Else the
    last status that a source had claimed by then holds; without one an office that nothing dates was
    operational as now, and one that was to open later was planned.
    """
    first, opening = _first(), _opening()
    columns: dict[str, Any] = {name: col(getattr(Office, name)) for name in Office.model_fields}
    known_on = func.coalesce(first.c.known_on, type_coerce(columns["latest"], String))
    own: SQLColumnExpression[str] = columns.pop("source_id")
    if known is None:
        return OfficeState(first, opening, known_on, own, columns)
    day = known.isoformat()
    told = func.coalesce(opening.c.known_on, known_on) <= day
    status = _status(columns, told, day)
    exact = and_(told, columns["date_precision"] != DatePrecision.UNKNOWN)
    for name in (*OPENING, "earliest", "latest", "date_as_stated"):
        columns[name] = case((exact, columns[name]), else_=null())
    columns["date_precision"] = case((told, columns["date_precision"]), else_=str(DatePrecision.UNKNOWN))
    words = and_(status == columns["status"], func.coalesce(first.c.own_known_on, known_on) <= day)
    columns["status_as_stated"] = case((words, columns["status_as_stated"]), else_=null())
    columns["counted_2021"] = columns["counted_2021"] if day >= COUNTED_2021 else null()
    columns["status"] = status
    cited = case((first.c.own_known_on <= day, own), else_=first.c.source_id)
    return OfficeState(first, opening, known_on, cited, columns)


def list_office_claims(office_id: str, known: date | None = None) -> Rows:
    """What sources claim of the opening and the status of one office, the preferred first, then by date.

    Under `known`, what a source that nothing dates claims is left out.
    """
    dated = dated_sources()
    by_then = dated.c.known_on <= known.isoformat() if known else true()
    return (
        select(*claim_columns(), dated.c.known_on)
        .join(Source, col(Claim.source_id) == col(Source.id))
        .join(dated, dated.c.id == col(Claim.source_id))
        .where(IS_OF_OFFICE, col(Claim.subject) == office_id, _field_among(*OPENING, "status"), by_then)
        .order_by(
            col(Claim.field),
            col(Claim.rank) != "preferred",
            dated.c.known_on.nulls_last(),
            col(Claim.value),
            col(Claim.source_id),
        )
    )


def _first() -> Subquery:
    """By office: the source that first says anything of it, those that print a date before the others."""
    own: Rows = select(col(Office.id).label("office_id"), col(Office.source_id))
    dated = dated_sources()
    claiming = select(col(Claim.subject), col(Claim.source_id)).where(IS_OF_OFFICE)
    every = own.union(claiming).subquery()
    order = (dated.c.is_printed.desc(), dated.c.known_on.nulls_last(), dated.c.id != col(Office.source_id))
    ranked = (
        select(
            every.c.office_id,
            every.c.source_id,
            dated.c.known_on,
            func.max(case((dated.c.id == col(Office.source_id), dated.c.known_on)))
            .over(partition_by=every.c.office_id)
            .label("own_known_on"),
            func.row_number()
            .over(partition_by=every.c.office_id, order_by=(*order, dated.c.id))
            .label("place"),
        )
        .join(dated, dated.c.id == every.c.source_id)
        .join(Office, col(Office.id) == every.c.office_id)
        .subquery()
    )
    return select(ranked).where(ranked.c.place == 1).subquery()


def _opening() -> Subquery:
    """By office: the day by which a source had claimed when it opened."""
    dated = dated_sources()
    return (
        select(col(Claim.subject).label("office_id"), func.min(dated.c.known_on).label("known_on"))
        .join(dated, dated.c.id == col(Claim.source_id))
        .where(IS_OF_OFFICE, _field_among(*OPENING))
        .group_by(col(Claim.subject))
        .subquery()
    )


def _status(columns: dict[str, Any], told: ColumnElement[bool], day: str) -> ColumnElement[str]:
    dated = dated_sources()
    claimed_then = (
        select(col(Claim.value))
        .join(dated, dated.c.id == col(Claim.source_id))
        .where(
            IS_OF_OFFICE,
            col(Claim.subject) == col(Office.id),
            col(Claim.field) == "status",
            dated.c.known_on <= day,
        )
        .order_by(dated.c.known_on.desc(), col(Claim.rank) != "preferred", col(Claim.value))
        .limit(1)
        .correlate(Office)
        .scalar_subquery()
    )
    now, earliest = columns["status"], type_coerce(columns["earliest"], String)
    is_dated, ahead = columns["latest"].is_not(None), func.coalesce(earliest, "") > day
    opened = and_(now == OfficeStatus.OPERATIONAL, is_dated, told, not_(ahead))
    awaited = and_(now == OfficeStatus.OPERATIONAL, or_(is_dated, ahead))
    otherwise = case((awaited, str(OfficeStatus.PLANNED)), else_=now)
    return case((opened, now), else_=func.coalesce(claimed_then, otherwise))


def _field_among(*fields: str) -> ColumnElement[bool]:
    """Whether a claim is on one of these columns; as `in_` it would be written anew for each question."""
    return or_(*(col(Claim.field) == field for field in fields))
