"""The list of events: one row an event, under the filters."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Engine, bindparam, select
from sqlmodel import col

from data import store
from data.columns import Array, Columns, Listed, day
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.kept import asking, listed
from data.models import Event, Source
from data.queries.matching import matching
from data.queries.where import Rows, cited, matched, numbered_where, with_match
from data.readmodel import ANY_DAY, EVENTS, NO_DAY
from data.rows import Records

OWN = tuple(
    col(getattr(Event, name))
    for name in Event.model_fields
    if name not in ("source_id", "begins_by", "ends_from")
)
GATHERED = (
    *("places", "countries", "country_ids", "organisers", "organiser_ids", "participants", "family"),
    *("speakers", "themes", "is_disputed"),
)
ABOUT_SOURCES = ("source_anchor", "source_count", "originator_count", "source_ids")


def events(filters: Filters) -> Rows:
    """The events that match, oldest first; those without any date last.

    One row an event: its own columns, the names of places, countries, organisers, participants, speakers
    and themes joined by `; `, the family of its lead organiser, words of its principal source
    (`source_anchor`), counts of sources and originators,
    `is_disputed` where preferred values have rivals, and, under a range of dates, `date_match`.
    """
    return _rows(*matched(filters)).where(*numbered_where(filters)).order_by(EVENTS.c.n)


def page(filters: Filters, first: int, most: int) -> Listed:
    """Of `events`, at most `most` rows from the one at `first` on, which counts from 0."""

    def answer(engine: Engine, columns: Columns) -> Records:
        found, certain = (each[first : first + most] for each in matching(engine, columns, filters))
        return _numbered(engine, filters, found, certain)

    return Listed(answer)


def one(filters: Filters, event_id: str) -> Listed:
    """Of `events`, the row of one event; none where it does not match."""

    def answer(engine: Engine, columns: Columns) -> Records:
        known = [row["n"] for row in store.records(engine, asking(_number(), id=event_id))]
        found, certain = matching(engine, columns, filters)
        at = np.flatnonzero(np.isin(found, known))
        return _numbered(engine, filters, found[at], certain[at])

    return Listed(answer)


def newest(filters: Filters, most: int) -> Listed:
    """Of `events`, the newest `most`, newest first; events that have no first or no last day come last."""

    def answer(engine: Engine, columns: Columns) -> Records:
        found, certain = matching(engine, columns, filters)
        begins, ends = columns.begins_from[found], columns.ends_by[found]
        last = np.where((begins == NO_DAY) | (ends == ANY_DAY), NO_DAY, ends)
        order = latest(last, columns.rank[found], most)
        at = np.sort(order)
        rows = _numbered(engine, filters, found[at], certain[at])
        return [rows[place] for place in np.searchsorted(at, order)]

    return Listed(answer)


def latest(days: Array, rank: Array, most: int) -> Array:
    """The places of the `most` latest days, the latest first; of equal days that with the lowest rank."""
    late = np.arange(len(days))
    if len(days) > most:
        late = np.flatnonzero(days >= np.partition(days, -most)[-most])
    return late[np.lexsort((rank[late], -days[late]))[:most]]


def _rows(*match: Any) -> Rows:
    return (
        select(
            *OWN,
            *match,
            *(EVENTS.c[name] for name in GATHERED),
            *cited(),
            *(EVENTS.c[name] for name in ABOUT_SOURCES),
        )
        .join_from(EVENTS, Event, col(Event.id) == EVENTS.c.id)
        .join(Source, col(Event.source_id) == col(Source.id))
    )


@cache
def _number() -> Rows:
    return select(EVENTS.c.n).where(EVENTS.c.id == bindparam("id"))


@cache
def _at() -> Rows:
    return _rows().where(EVENTS.c.n.in_(listed("numbers"))).order_by(EVENTS.c.n)


def _numbered(engine: Engine, filters: Filters, numbers: Array, certain: Array) -> Records:
    """The rows of events by their numbers in order, each of which `certain` tells of."""
    rows = store.records(engine, asking(_at(), numbers=numbers.tolist()))
    return with_match(rows, filters, certain)


def counted(filters: Filters) -> Listed:
    """One row: how many `events` match, `certainly` and `possibly` in the range, how many `undated`.

    `first` and `last` are the days that bound all others of them; None where no day is known.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        found, certain = matching(engine, columns, filters)
        days = _days(columns, found)
        row = {
            "events": len(found),
            CERTAINLY: int(certain.sum()),
            POSSIBLY: int(len(found) - certain.sum()),
            "undated": int((days.first == ANY_DAY).sum()),
            "first": day(days.first.min(initial=ANY_DAY)),
            "last": day(days.last.max(initial=NO_DAY)),
        }
        return [row]

    return Listed(answer)


def in_range(filters: Filters) -> Listed:
    """One row: how many events that match are `certainly` and how many `possibly` in the range of dates."""

    def answer(engine: Engine, columns: Columns) -> Records:
        found, certain = matching(engine, columns, filters)
        sure = int(certain.sum())
        return [{CERTAINLY: sure, POSSIBLY: len(found) - sure}]

    return Listed(answer)


def bounds() -> Listed:
    """One row: the first and last day on which anything in the record may have happened.

    Where nothing bounds an end, the other one stands for it.
    """

    def answer(_: Engine, columns: Columns) -> Records:
        days = _days(columns, np.arange(len(columns.kind)))
        first, last = day(days.first.min(initial=ANY_DAY)), day(days.last.max(initial=NO_DAY))
        return [{"first": first, "last": last}]

    return Listed(answer)


class Days(NamedTuple):
    """First and last day of each event; what nothing bounds at all begins after all and ends before all."""

    first: Array
    last: Array


def _days(columns: Columns, events: Array) -> Days:
    """Where nothing bounds one end, the other one stands for it."""
    first, last = columns.begins_from[events], columns.ends_by[events]
    return Days(np.where(first == NO_DAY, last, first), np.where(last == ANY_DAY, first, last))
