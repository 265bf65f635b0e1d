"""Sides of a comparison held to a plain reading of the public tables."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data import engines
from data.filters import CERTAINLY, Filters, Subject
from data.queries import comparison
from data.queries.comparison import Side
from data.queries.events import list as events
from tests.data.queries.oracle.record import Record, match_events


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2021", (date(2021, 1, 1), date(2021, 12, 31))),
        ("2019-2021", (date(2019, 1, 1), date(2021, 12, 31))),
        ("2021-2019", None),
        ("0000", None),
        ("２０２１", None),
        ("2021-01", None),
        ("", None),
    ],
)
def test_a_period_is_whole_years(text: str, span: tuple[date, date] | None) -> None:
    assert comparison.read_period(text) == span


def test_ids_are_at_most_three_each_once() -> None:
    assert comparison.split_ids("a~b~a~~c~d") == ("a", "b", "c")
    assert comparison.split_ids("~" * 100_000) == ()
    assert len(comparison.split_ids("~".join(map(str, range(100_000))))) == 3


def test_sides_are_filters() -> None:
    panel = Filters(kinds=("meeting",), since=date(2020, 1, 1))
    assert comparison.list_sides("border", ["TJK-UZB"], panel) == [
        Side("TJK-UZB", replace(panel, subject=Subject("borders", "TJK-UZB")))
    ]
    assert comparison.list_sides("period", ["2021", "soon"], panel) == [
        Side("2021", Filters(kinds=("meeting",), since=date(2021, 1, 1), until=date(2021, 12, 31)))
    ]


@pytest.mark.parametrize("panel", [Filters(), Filters(since=date(2021, 3, 4), until=date(2022, 6, 30))])
def test_years_are_the_range_narrowed_to_each(panel: Filters, engine: Engine, store_path: Path) -> None:
    record, told = Record(store_path), []
    for year in range(2019, 2024):
        within = comparison.narrow_to_year(panel, year)
        matched = list(match_events(record, within).values()) if within else []
        if matched:
            sure = matched.count(CERTAINLY)
            told.append({"year": year, "certainly": sure, "possibly": len(matched) - sure})
    assert engines.read_records(engine, comparison.count_years(panel, 2019, 2023)) == told
    assert told


def test_events_are_parted_by_the_sides_that_have_them(engine: Engine) -> None:
    sides = comparison.list_sides("organisation", ["alpha", "beta"], Filters())
    numbers = [
        [row["n"] for row in engines.read_records(engine, comparison.list_numbers(side.filters))]
        for side in sides
    ]
    found = {
        part: [row["id"] for row in engines.read_records(engine, events.list_events_by_number(tuple(own)))]
        for part, own in comparison.part_numbers(numbers).items()
    }
    assert found == {
        (0, 1): ["2022-betaburg-exercise", "2021-03-03-alphaville-roundtable"],
        (0,): ["2021-03-alphaville-course"],
        (1,): ["2022-06-beta-office", "2020-before-decision"],
    }


def test_no_number_is_no_event(engine: Engine) -> None:
    assert engines.read_records(engine, events.list_events_by_number(())) == []
