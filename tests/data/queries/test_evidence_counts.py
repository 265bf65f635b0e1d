"""What is counted of sources, and where they differ, agrees with their lists."""

from dataclasses import replace
from datetime import date
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from sqlalchemy import Engine

from data import columns, store
from data.filters import Filters
from data.queries.evidence import sources
from data.queries.evidence_counts import counted, differ, differing, foremost, one, page, publishers
from tests.data.queries.conftest import Ask

ROUNDTABLE = "2021-03-03-alphaville-roundtable"
FILTERS = [
    Filters(),
    Filters(kinds=("conference",)),
    Filters(organisations=("beta",), roles=("organiser",)),
    Filters(since=date(2023, 1, 1)),
    Filters(words="gazetteer"),
    Filters(words="gazetteer", kinds=("conference",)),
    Filters(words="zzz"),
]


@pytest.mark.parametrize("filters", FILTERS)
def test_pages_are_runs_of_the_list_of_sources(filters: Filters, ask: Ask) -> None:
    columns = ("id", "published_on", "events", "claims")
    every = ask(sources(filters), *columns)
    assert ask(page(filters, 0, 9), *columns) == every
    assert ask(page(filters, 1, 2), *columns) == every[1:3]
    assert ask(counted(filters), "sources", "claims") == [(len(every), sum(row[3] for row in every))]


def test_the_numbers_of_the_page(ask: Ask) -> None:
    assert ask(counted(Filters(), ("0" * 64, "1" * 64))) == [
        {
            "sources": 4,
            "publishers": 4,
            "originators": 3,
            "whole": 2,
            "mirrored": 1,
            "hashed": 1,
            "claims": 11,
            "at_hand": 1,
            "first": 2021,
            "last": 2022,
        }
    ]
    [none] = ask(counted(Filters(words="zzz")))
    assert set(none.values()) == {0}


def test_one_source_is_found_wherever_it_stands_if_it_matches(ask: Ask) -> None:
    assert ask(one(Filters(), "gamma-gazetteer"), "title", "events", "claims") == [("Gamma gazetteer", 0, 0)]
    assert ask(one(Filters(kinds=("conference",)), "gamma-gazetteer")) == []
    assert ask(one(Filters(), "nobody")) == []


def test_what_was_read_of_each_publisher(ask: Ask) -> None:
    columns = ("publisher", "sources", "originators", "whole", "first", "last", "read_on")
    assert ask(publishers(Filters()), *columns) == [
        ("Alpha", 1, 1, 1, "2021-03-05", "2021-03-05", "2026-01-02"),
        ("Beta", 1, 1, 0, "2022", "2022", "2026-01"),
        ("Beta News", 1, 1, 0, "2021-03", "2021-03", None),
        ("Gamma", 1, 1, 1, None, None, None),
    ]
    assert ask(publishers(Filters(kinds=("conference",))), "publisher") == ["Alpha", "Beta News"]


@pytest.mark.parametrize(
    ("filters", "fields"),
    [
        (Filters(), ["participants", "start_on"]),
        (Filters(kinds=("conference",)), ["participants", "start_on"]),
        (Filters(kinds=("training",)), []),
    ],
)
def test_fields_on_which_sources_contradict_each_other(filters: Filters, fields: list[str], ask: Ask) -> None:
    wanted = [("events", ROUNDTABLE, field) for field in fields]
    assert ask(differing(filters, 0, 9), "table", "subject", "field") == wanted
    assert ask(differing(filters, 1, 1), "table", "subject", "field") == wanted[1:]
    assert ask(differ(filters)) == [{"matters": len(fields)}]


def test_numbers_of_participants_come_foremost(ask: Ask) -> None:
    assert ask(foremost(Filters(), 1), "field") == ["participants"]


def test_what_is_kept_for_other_threads_is_complete_when_they_see_it(engine: Engine) -> None:
    seen: list[tuple[Any, Any]] = []

    class Watched(dict[Any, Any]):
        def __setitem__(self, key: Any, value: Any) -> None:
            seen.append((value, np.array(value) if isinstance(value, np.ndarray) else value))
            super().__setitem__(key, value)

    watched = replace(columns.of(engine), kept=Watched())
    with patch.object(columns, "of", lambda _: watched):
        for filters in FILTERS:
            store.records(engine, page(filters, 0, 9))
    assert any(isinstance(value, np.ndarray) for value, _ in seen)
    assert all(np.array_equal(value, then) for value, then in seen)
