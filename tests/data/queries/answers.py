"""What the product answers: the one place that knows by which functions, for each question of the oracle."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from data import engines, store
from data.engines import choice, duckdb
from data.engines.answers import Answer as Rows
from data.queries import facets, overview, tables
from data.queries.disagreements import fields as disagreements
from data.queries.disagreements import totals
from data.queries.events import histogram
from data.queries.events import list as events
from data.queries.network import graph as network
from data.queries.network.shared_events import Settings
from data.queries.recommendations import follow_ups, statements
from data.queries.recommendations import list as asked
from data.queries.sources import claims, coverage
from data.queries.sources import list as sources
from data.values.rows import Records
from etl.mart import duckdb_copy
from tests import postgresql
from tests.data.queries.cases import Case
from tests.data.queries.oracle.totals import KEY

INTERNAL = {"number"}
"""Columns of numbers that mean nothing outside the read model."""
Answer = Callable[[Case], Any]


@contextmanager
def open_sqlite(path: Path) -> Iterator[dict[str, Answer]]:
    """What the SQLite file of a store answers."""
    engine = store.open_read_only(path)
    try:
        yield _answers(engine)
    finally:
        engine.dispose()


@contextmanager
def open_duckdb(path: Path) -> Iterator[dict[str, Answer]]:
    """What the DuckDB copy of a store answers wherever counts are asked, however few events match."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        builds = Path(folder)
        shutil.copy(path, builds)
        own = builds / path.name
        duckdb_copy.write_copy(own, store.copy_path(own), lambda *_: None)
        digests = f"{store.file_digest(own)} {store.file_digest(store.copy_path(own))}"
        (builds / store.POINTER).write_text(f"{own.name} {digests}\n", encoding="utf-8")
        patch.setattr(choice, "count", _count_in_copy)
        patch.setattr(engines, "count", _count_in_copy)
        with open_sqlite(own) as answers:
            yield answers


@contextmanager
def open_postgresql(path: Path) -> Iterator[dict[str, Answer]]:
    """What the schema of a store answers in PostgreSQL."""
    yield _answers(postgresql.copy_store(path).open())


def _count_in_copy(engine: Engine, sql: str, values: Mapping[str, Any], _: int) -> Rows:
    found = duckdb.fetch(engine, sql, values)
    assert found is not None, "the copy does not answer"
    return found


ENGINES: dict[str, Callable[[Path], AbstractContextManager[dict[str, Answer]]]] = {
    "sqlite": open_sqlite,
    "duckdb": open_duckdb,
    "postgresql": open_postgresql,
}
"""By name: how a store is opened, to answer each question of `oracle.questions` by plain rows."""


def _answers(engine: Engine) -> dict[str, Answer]:
    many = {
        "event list": lambda case: events.list_events(case.filters),
        "event page": lambda case: events.list_events(case.filters, case.first, case.most),
        "one event": lambda case: events.find_event(case.filters, case.event),
        "newest events": lambda case: events.list_newest_events(case.filters, case.most),
        "beginnings": lambda case: histogram.count_beginnings(case.filters),
        "lanes": lambda case: histogram.count_lanes(
            case.filters, case.by, case.since, case.until, case.months
        ),
        "most read publishers": lambda case: coverage.list_most_read(case.most),
        "network nodes": lambda case: network.list_nodes(_network(case)),
        "network links": lambda case: network.list_links_with_events(_network(case)),
        "picture corners": lambda case: network.find_extents(case.least, case.filters.organisations),
        "months read": lambda case: _months(case),
        "publishers read": lambda case: coverage.list_publishers(case.filters),
        "recommendation list": lambda case: asked.list_recommendations(case.filters),
        "recommendation page": lambda case: asked.list_recommendations(
            case.filters, case.first, case.most, case.addressee
        ),
        "one recommendation": lambda case: asked.find_recommendation(case.filters, case.recommendation),
        "recommendations by theme": lambda case: asked.count_by_theme(case.filters, case.addressee),
        "asking organisations": lambda case: asked.list_who_asks(case.filters, case.addressee),
        "states of follow-up": lambda case: follow_ups.count_states(case.filters, case.addressee),
        "addressees": lambda case: follow_ups.list_addressees(case.filters),
        "statement list": lambda case: statements.list_statements(case.filters),
        "statement page": lambda case: statements.list_statements(
            case.filters, case.statement_kinds, case.first, case.most
        ),
        "one statement": lambda case: statements.find_statement(case.filters, case.statement),
        "count statement kinds": lambda case: statements.count_kinds(case.filters),
        "source list": lambda case: sources.list_sources_with_rows(case.filters),
        "source page": lambda case: sources.list_sources(case.filters, case.first, case.most),
        "one source": lambda case: sources.find_source(case.filters, case.source),
        "source publishers": lambda case: sources.list_publishers(case.filters),
        "matter page": lambda case: disagreements.list_disagreements(case.filters, case.first, case.most),
        "foremost matters": lambda case: disagreements.list_foremost_disagreements(case.filters, case.most),
        "totals": lambda case: totals.sum_numbers(case.filters, case.choice),
        "count rows": lambda case: tables.count_all_rows(case.filters),
        "organisations offered": lambda _: facets.list_organisations(),
        "countries offered": lambda _: facets.list_countries(),
        "themes offered": lambda _: facets.list_themes(),
        "values counted": lambda case: facets.count_values(case.filters),
    }
    one = {
        "count events": lambda case: events.count_events(case.filters),
        "count in range": lambda case: events.count_in_range(case.filters),
        "record bounds": lambda _: events.find_bounds(),
        "headline figures": lambda case: overview.count_figures(case.filters),
        "headline recommendations": lambda case: overview.count_recommendations(case.filters),
        "count pages read": lambda _: coverage.count_pages(),
        "count network": lambda case: network.count_drawn(_network(case)),
        "count recommendations": lambda case: asked.count_recommendations(case.filters, case.addressee),
        "count sources": lambda case: sources.count_sources(case.filters, case.hashes),
        "count matters": lambda case: disagreements.count_disagreements(case.filters),
    }
    return {
        **{name: partial(_rows, engine, ask) for name, ask in many.items()},
        **{name: partial(_row, engine, ask) for name, ask in one.items()},
        "changes": partial(_changes, engine),
        "first events": partial(_first_events, engine),
    }


def _lanes(case: Case) -> events.Ask:
    return histogram.count_lanes(case.filters, case.by, case.since, case.until, case.months)


def _months(case: Case) -> events.Ask:
    """With a row of its own for every publisher, as files have it, or for those that the page names."""
    ask = coverage.list_all_months if case.publishers is None else coverage.list_months
    return ask(case.filters)


def _network(case: Case) -> Settings:
    return Settings(case.filters, case.together, case.least, case.shared, case.focus)


def _rows(engine: Engine, ask: Callable[[Case], Any], case: Case) -> Records:
    """The rows of the answer with cells as the public tables hold them."""
    found = engines.read_records(engine, ask(case))
    return [{name: _plain(value) for name, value in row.items() if name not in INTERNAL} for row in found]


def _row(engine: Engine, ask: Callable[[Case], Any], case: Case) -> dict[str, Any]:
    [row] = _rows(engine, ask, case)
    return row


def _changes(engine: Engine, case: Case) -> Records:
    """Claims by their keys, where the product names them by their row numbers."""
    pairs = _rows(engine, lambda case: totals.list_changes(case.filters, case.choice), case)
    numbers = tuple(number for pair in pairs for number in pair.values())
    known = {row["row"]: row for row in engines.read_records(engine, claims.list_claims_by_number(numbers))}
    return [
        {side: tuple(known[number][name] for name in KEY) for side, number in pair.items()} for pair in pairs
    ]


def _first_events(engine: Engine, case: Case) -> Records:
    rows = _rows(engine, lambda case: tables.list_rows("events", case.filters, case.most), case)
    return [{name: row[name] for name in ("id", "date_match") if name in row} for row in rows]


def _plain(value: Any) -> Any:
    """Dates as ISO text, NumPy's numbers as Python's, NaN as None, sums rounded."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, pd.Timestamp):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return None if value != value else round(value, 6)
    return value
