"""What was asked and what was said: recommendations and other statements."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, or_, select, true
from sqlalchemy.orm import aliased
from sqlmodel import col

from data.filters import Filters
from data.kept import Kept, asking, listed
from data.models import (
    Event,
    Instrument,
    Organisation,
    Person,
    Recommendation,
    RecommendationTheme,
    Source,
    Statement,
    StatementTheme,
    Theme,
)
from data.queries.where import Rows, cited, events_where, found, matched
from data.text import search_terms


def recommendations(filters: Filters) -> Rows:
    """Who asked what of whom, newest event first and in the source's own order.

    Organisations match as the one that asks or is asked; themes are the recommendation's own.
    """
    return _recommendations(filters).where(
        _where(filters, Recommendation, RecommendationTheme, "recommendation_id"),
        _by(filters, col(Recommendation.organisation_id), col(Recommendation.addressee_id)),
    )


def recommendation_rows(rows: list[int]) -> Kept:
    """Those of these row numbers, in the same order."""
    return asking(_recommendation_rows(), rows=rows)


@cache
def _recommendation_rows() -> Rows:
    return _recommendations(Filters()).where(_row(Recommendation).in_(listed("rows")))


def numbered(model: Any) -> Rows:
    """The row number of each row of the table."""
    return select(_row(model).label("row")).select_from(model)


def who_and_whom(rows: list[int]) -> Kept:
    """Person and addressee of the recommendations with these row numbers."""
    return asking(_who_and_whom(), rows=rows)


@cache
def _who_and_whom() -> Rows:
    addressed = aliased(Organisation)
    return (
        numbered(Recommendation)
        .add_columns(
            col(Person.name).label("person"),
            func.coalesce(addressed.name, Recommendation.addressee).label("addressee"),
        )
        .outerjoin(Person, col(Recommendation.person_id) == col(Person.id))
        .outerjoin(addressed, col(Recommendation.addressee_id) == addressed.id)
        .where(_row(Recommendation).in_(listed("rows")))
    )


def _recommendations(filters: Filters) -> Rows:
    addressed = aliased(Organisation)
    return (
        select(
            col(Recommendation.id),
            col(Recommendation.position),
            col(Recommendation.text),
            col(Person.name).label("person"),
            col(Organisation.name).label("organisation"),
            col(Organisation.full_name).label("organisation_full_name"),
            col(Organisation.family).label("family"),
            func.coalesce(addressed.name, Recommendation.addressee).label("addressee"),
            _themes(RecommendationTheme, "recommendation_id", Recommendation).label("themes"),
            col(Instrument.name).label("instrument"),
            col(Recommendation.follow_up),
            col(Recommendation.follow_up_note),
            col(Recommendation.follow_up_source_id),
            *_event_and_source(filters),
        )
        .outerjoin(Person, col(Recommendation.person_id) == col(Person.id))
        .outerjoin(Organisation, col(Recommendation.organisation_id) == col(Organisation.id))
        .outerjoin(addressed, col(Recommendation.addressee_id) == addressed.id)
        .outerjoin(Instrument, col(Recommendation.instrument_id) == col(Instrument.id))
        .outerjoin(Event, col(Recommendation.event_id) == col(Event.id))
        .join(Source, col(Recommendation.source_id) == col(Source.id))
        .order_by(
            *_newest(), col(Recommendation.source_id), col(Recommendation.position), col(Recommendation.id)
        )
    )


def statements(filters: Filters) -> Rows:
    """What was assessed, promised, offered or reported; order and matching as for recommendations."""
    return _statements(filters).where(
        _where(filters, Statement, StatementTheme, "statement_id"),
        _by(filters, col(Statement.organisation_id)),
    )


def statement_rows(rows: list[int]) -> Kept:
    """Those of these row numbers, as `recommendation_rows`, with the number of each as `row`."""
    return asking(_statement_rows(), rows=rows)


@cache
def _statement_rows() -> Rows:
    row = _row(Statement)
    return _statements(Filters()).add_columns(row.label("row")).where(row.in_(listed("rows")))


def _statements(filters: Filters) -> Rows:
    return (
        select(
            col(Statement.id),
            col(Statement.position),
            col(Statement.kind),
            col(Statement.text),
            col(Person.name).label("person"),
            col(Organisation.name).label("organisation"),
            col(Organisation.family).label("family"),
            _themes(StatementTheme, "statement_id", Statement).label("themes"),
            col(Instrument.name).label("instrument"),
            *_event_and_source(filters),
        )
        .outerjoin(Person, col(Statement.person_id) == col(Person.id))
        .outerjoin(Organisation, col(Statement.organisation_id) == col(Organisation.id))
        .outerjoin(Instrument, col(Statement.instrument_id) == col(Instrument.id))
        .outerjoin(Event, col(Statement.event_id) == col(Event.id))
        .join(Source, col(Statement.source_id) == col(Source.id))
        .order_by(*_newest(), col(Statement.source_id), col(Statement.position), col(Statement.id))
    )


def _row(model: Any) -> Any:
    return literal_column(f"{model.__tablename__}.rowid")


def _newest() -> list[Any]:
    return [col(Event.earliest).desc(), col(Event.id)]


def _event_and_source(filters: Filters) -> list[Any]:
    return [
        col(Event.id).label("event_id"),
        col(Event.title).label("event"),
        col(Event.start_on).label("event_start_on"),
        col(Event.end_on).label("event_end_on"),
        col(Event.date_precision).label("event_date_precision"),
        col(Event.date_as_stated).label("event_date_as_stated"),
        *matched(filters),
        *cited(),
    ]


def _where(filters: Filters, model: Any, link: Any, key: str) -> ColumnElement[bool]:
    """Dates, countries and kinds match the event; themes and words the row itself."""
    conditions: list[Any] = [true()]
    of_event = replace(filters, organisations=(), match_all=False, roles=(), themes=(), words="")
    if not of_event.is_empty:
        conditions.append(events_where(of_event))
    if filters.themes:
        themed = select(getattr(link, key)).where(col(link.theme_id).in_(filters.themes))
        conditions.append(col(model.id).in_(themed))
    if search_terms(filters.words):
        conditions.append(found(str(model.__tablename__), col(model.id), filters.words))
    return and_(*conditions)


def _by(filters: Filters, *columns: Any) -> ColumnElement[bool]:
    each = [or_(*(column == organisation for column in columns)) for organisation in filters.organisations]
    if not each:
        return true()
    return and_(*each) if filters.match_all else or_(*each)


def _themes(link: Any, key: str, model: Any) -> Any:
    names = (
        select(col(Theme.name))
        .join(link, col(link.theme_id) == col(Theme.id))
        .where(getattr(link, key) == col(model.id))
        .order_by(col(Theme.name))
        .correlate(model)
        .subquery()
    )
    return select(func.group_concat(names.c[0], "; ")).scalar_subquery()
