"""The record at a glance: headline figures and what was read."""

from sqlalchemy import Engine, func, select
from sqlmodel import col

from data import told
from data.columns import Array, Columns, Listed, distinct, runs
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.models import Build
from data.queries.asked_matching import asked
from data.queries.matching import matching
from data.queries.where import Rows
from data.rows import Records


def figures(filters: Filters) -> Listed:
    """One row: events that match, organisations with a part in them, people who spoke, sources.

    Of the first three, `<name>_certainly` counts those of events that are certainly in the range of dates.
    """

    def answer(engine: Engine, columns: Columns) -> Records:
        found, certain = matching(engine, columns, filters)
        every = _counts(columns, found)
        sure = every if certain.all() else _counts(columns, found[certain])
        sources = _distinct(columns.report_starts, columns.report_values, found)
        named = {f"{name}_certainly": number for name, number in sure.items()}
        return [{**every, **named, "sources": sources}]

    return Listed(answer)


def _counts(columns: Columns, events: Array) -> dict[str, int]:
    return {
        "events": len(events),
        "organisations": _distinct(columns.body_starts, columns.body_values, events),
        "speakers": _distinct(columns.speaker_starts, columns.speaker_values, events),
    }


def _distinct(starts: Array, values: Array, events: Array) -> int:
    """How many different values stand in the runs of these events."""
    is_all = len(events) == len(starts) - 1
    return distinct(values if is_all else values[runs(starts, events)])


def recommendations(filters: Filters) -> Listed:
    """One row: how many `recommendations` match, `certainly` and `possibly` in the range of dates."""

    def answer(engine: Engine, columns: Columns) -> Records:
        found, certain = asked(engine, columns, told.of(engine), filters)
        sure = int(certain.sum())
        return [{"recommendations": len(found), CERTAINLY: sure, POSSIBLY: len(found) - sure}]

    return Listed(answer)


def release() -> Rows:
    """One row: the release that the store was built from, and how many files and rows it read."""
    return select(
        func.max(col(Build.release)).label("release"),
        func.count().label("files"),
        func.sum(col(Build.rows)).label("rows"),
    )
