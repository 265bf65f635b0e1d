"""What sources claim, in which words: on chosen rows, and by one source."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, literal, literal_column, select
from sqlmodel import col

from data.engines.statements import BoundStatement, Rows, bind_values, bound_list, bound_numbers
from data.queries.tables import NAMES
from data.schema.models import Claim, Event, Source, tables
from data.schema.vocabulary import Rank

FROM_SOURCE = ("publisher", "originator", "published_on", "language", "url", "url_status", "sha256")


def claim_columns() -> list[Any]:
    """The columns of a claim that joins its source: what, by whom, in which words, and the place of these."""
    own = [name for name in Claim.model_fields if name != "claimant"]
    return [
        *(col(getattr(Claim, name)) for name in own),
        func.coalesce(Claim.claimant, Source.publisher).label("claimant"),
        func.coalesce(Source.title, Source.about).label("title"),
        *(col(getattr(Source, name)) for name in FROM_SOURCE),
    ]


def list_claims(table: str, subjects: tuple[str, ...]) -> BoundStatement:
    """Every claim on the rows of a table with these keys."""
    return bind_values(_claims_on_rows(), table=table, subjects=subjects)


@cache
def _claims_on_rows() -> Rows:
    where = (col(Claim.table) == bindparam("table"), col(Claim.subject).in_(bound_list("subjects")))
    return _claims().where(*where).order_by(*_best_first())


def list_claims_by_number(rows: tuple[int, ...]) -> BoundStatement:
    """The claims with these row numbers, in no order, each with its number as `row`."""
    return bind_values(_claims_by_number(), rows=rows)


@cache
def _claims_by_number() -> Rows:
    at: ColumnElement[int] = literal_column("claims.rowid")
    return _claims().add_columns(at.label("row")).where(at.in_(bound_numbers("rows")))


def list_claims_of_source(source_id: str) -> BoundStatement:
    """What one source says, field by field, in the order of its paragraphs; the unplaced last."""
    return bind_values(_of_source(), source=source_id)


@cache
def _of_source() -> Rows:
    return (
        _claims()
        .add_columns(func.coalesce(Event.title, Claim.subject).label("about"))
        .outerjoin(Event, and_(col(Claim.table) == "events", col(Claim.subject) == col(Event.id)))
        .where(col(Claim.source_id) == bindparam("source"))
        .order_by(col(Claim.paragraph).nulls_last(), *_best_first())
    )


def list_names() -> Rows:
    """The name of every row that a claim may be about or hold as its value, by table and id."""
    named: list[Any] = [
        select(
            literal(name).label("table"),
            col(getattr(tables()[name], "id")).label("id"),  # noqa: B009 - all tables named here have it
            col(getattr(tables()[name], column)).label("name"),
        )
        for name, column in {**NAMES, "agenda_items": "title", "office_counts": "scope"}.items()
    ]
    titled = func.coalesce(Source.title, Source.about)
    named.append(select(literal("sources"), col(Source.id), titled))
    every = named[0].union_all(*named[1:]).subquery()
    return select(every).order_by(every.c.table, every.c.id)


def _claims() -> Rows:
    return select(*claim_columns()).join(Source, col(Claim.source_id) == col(Source.id))


def _best_first() -> list[Any]:
    """By subject and field, the preferred value first, deprecated ones last."""
    return [
        col(Claim.table),
        col(Claim.subject),
        col(Claim.field),
        col(Claim.rank) != Rank.PREFERRED,
        col(Claim.rank) == Rank.DEPRECATED,
        col(Claim.value),
        col(Claim.source_id),
    ]
