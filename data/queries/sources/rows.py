"""What rests on a source, and sources by their ids."""

from functools import cache

from sqlalchemy import bindparam, func, literal, select
from sqlmodel import col

from data.engines.statements import BoundStatement, Rows, bind_values, bound_list
from data.schema.models import Source, Sourced, tables


def list_sources_by_id(ids: tuple[str, ...]) -> BoundStatement:
    """The sources with these ids."""
    return bind_values(_by_id(), ids=ids)


@cache
def _by_id() -> Rows:
    columns = [col(getattr(Source, name)) for name in Source.model_fields]
    return select(*columns).where(col(Source.id).in_(bound_list("ids"))).order_by(col(Source.id))


def count_rows_by_table(source_id: str) -> BoundStatement:
    """How many rows of each table rest on one source; tables without any are left out."""
    return bind_values(_resting_on(), source=source_id)


@cache
def _resting_on() -> Rows:
    counts = [
        select(literal(name).label("table"), func.count().label("rows")).where(
            col(getattr(model, "source_id")) == bindparam("source")  # noqa: B009 - only Sourced tables have it
        )
        for name, model in tables().items()
        if issubclass(model, Sourced)
    ]
    every = counts[0].union_all(*counts[1:]).subquery()
    return select(every).where(every.c.rows > 0).order_by(every.c.rows.desc(), every.c.table)


def count_sources_by_month() -> Rows:
    """Sources read, by the month (`YYYY-MM`) in which they were published; undated ones are left out."""
    month = func.substr(col(Source.published_on), 1, 7)
    return (
        select(month.label("month"), func.count().label("sources"))
        .where(func.length(col(Source.published_on)) >= len("YYYY-MM"))
        .group_by(month)
        .order_by(month)
    )


def list_originators() -> Rows:
    """Each originator with each publisher of its words."""
    own = (col(Source.originator), col(Source.publisher))
    return select(*own).distinct().order_by(*own)
