"""How SQLite answers each question of a page: no upgrade may turn a search into a scan unseen.

Of 1,000 invented events, so that the planner has something to choose between.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from bench import corpus
from data import engines, store
from data.claims.totals import Choice
from data.engines import sqlite
from data.engines.answers import Answer
from data.filters import Filters, Subject
from data.queries import comparison, facets, overview, tables
from data.queries.disagreements import fields as disagreements
from data.queries.disagreements import totals
from data.queries.events import cities, histogram
from data.queries.events import list as events
from data.queries.network import graph as network
from data.queries.network import shared_events
from data.queries.recommendations import follow_ups, statements
from data.queries.recommendations import list as recommendations
from data.queries.search import hits
from data.queries.sources import coverage
from data.queries.sources import list as sources
from data.queries.things import partners, roles, thing
from etl import pipeline

SINCE, UNTIL = date(2019, 1, 1), date(2019, 12, 31)


def _of(filters: Filters) -> Filters:
    """The filters of the page of a person."""
    return replace(filters, subject=Subject("people", "nobody"))


FACTS = re.compile(r"SCAN (e|t|r|p|read_(events|facts|parts|reports|words|names|sources))\b")
"""Steps that read a table of the mart, or a public one, to its end."""
QUESTIONS: dict[str, Callable[[Filters], events.Ask]] = {
    "event list": lambda f: events.list_events(f, 0, 50),
    "one event": lambda f: events.find_event(f, "nothing"),
    "newest events": lambda f: events.list_newest_events(f, 7),
    "events before and after": lambda f: events.list_neighbours(f, "nothing"),
    "notes found": lambda f: hits.list_notes(f.words or "handover", 0, 5),
    "count events": events.count_events,
    "count in range": events.count_in_range,
    "beginnings": histogram.count_beginnings,
    "years": lambda f: comparison.count_years(f, 2010, 2026),
    "numbers": comparison.list_numbers,
    "cities": cities.list_cities,
    "unplaced": cities.count_unplaced,
    "values": facets.count_values,
    "values of one field": lambda f: facets.count_values(f, "themes"),
    "lanes": lambda f: histogram.count_lanes(f, "kind", SINCE, UNTIL, 3),
    "figures": overview.count_figures,
    "months": coverage.list_months,
    "publishers": coverage.list_publishers,
    "nodes": lambda f: network.list_nodes(shared_events.Settings(f)),
    "recommendations": lambda f: recommendations.list_recommendations(f, 0, 50),
    "count recommendations": recommendations.count_recommendations,
    "by theme": recommendations.count_by_theme,
    "who asks": recommendations.list_who_asks,
    "states of follow-up": follow_ups.count_states,
    "addressees": follow_ups.list_addressees,
    "statements": lambda f: statements.list_statements(f, ("threat",), 0, 50),
    "one statement": lambda f: statements.find_statement(f, "nothing"),
    "count statements": statements.count_kinds,
    "sources": lambda f: sources.list_sources(f, 0, 50),
    "count sources": sources.count_sources,
    "source publishers": sources.list_publishers,
    "disagreements": lambda f: disagreements.list_disagreements(f, 0, 20),
    "totals": lambda f: totals.sum_numbers(f, Choice.HIGHEST),
    "changes": lambda f: totals.list_changes(f, Choice.HIGHEST),
    "rows of a table": lambda f: tables.list_rows("speakers", f, 5),
    "sizes": tables.count_all_rows,
    "roles of a thing": lambda f: roles.count_by_year(_of(f)),
    "events of a thing": lambda f: events.list_newest_events(_of(f), 8),
    "partners of a thing": lambda f: partners.list_partners(_of(f), 0, 8),
    "people of a thing": lambda f: partners.list_people(_of(f), 0, 6),
    "first and last event": lambda f: thing.find_bounds(_of(f)),
    "recommendations of a thing": lambda f: recommendations.list_recommendations(_of(f), 0, 6),
}
"""Every question of a page that depends on filters."""


def explain(engine: Engine, ask: events.Ask, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps in which SQLite answers the statements of a question."""
    asked: list[tuple[str, Mapping[str, Any]]] = []
    fetch = sqlite.fetch

    def noted(engine: Engine, sql: str, values: Mapping[str, Any]) -> Answer:
        asked.append((sql, values))
        return fetch(engine, sql, values)

    shared_events.forget_counts(engine)
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "fetch", noted)
        engines.answer(engine, ask)
    steps = [fetch(engine, f"EXPLAIN QUERY PLAN {sql}", values).rows for sql, values in asked]
    return [str(row[-1]) for rows in steps for row in rows]


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A store of 1,000 invented events."""
    folder = tmp_path_factory.mktemp("thousand")
    corpus.write(1000, folder / "data")
    path = pipeline.build(folder / "data", folder / "builds").path
    assert path is not None
    engine = store.open_read_only(path)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_narrow_filter_is_a_search(
    question: str, thousand: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an organisation, or of a word. The network counts all events of its range of dates: see there."""
    organisations = engines.read_records(thousand, facets.list_organisations())
    middling = organisations[len(organisations) // 2]["id"]
    narrow = [Filters(organisations=(middling,), since=SINCE, until=UNTIL)]
    narrow += [] if question == "nodes" else [Filters(words="handover")]
    engines.answer(thousand, events.list_events(narrow[0]))  # how many events there are is counted once
    allowed = {"SCAN e"} if question == "nodes" else set()
    for filters in narrow:
        scans = {
            found[0]
            for step in explain(thousand, QUESTIONS[question](filters), monkeypatch)
            if (found := FACTS.match(step))
        }
        assert scans <= allowed


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_wide_filter_reads_one_table_to_its_end_and_searches_the_others(
    question: str, thousand: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = explain(thousand, QUESTIONS[question](Filters(since=SINCE, until=UNTIL)), monkeypatch)
    scans = {found[1] for step in steps if (found := FACTS.match(step))}
    assert scans <= {"e", "t"}
    assert not [
        step
        for step in steps
        if "AUTOMATIC" in step and "organisation=?" not in step and "choice=?" not in step
    ]
