"""The latest numbers by border, and one statement after another."""

from datetime import date

import pytest

from data.claims.office_numbers import (
    find_neighbours,
    find_total_by_border,
    latest_by_border,
    list_newest_totals,
    list_statements,
)
from data.values.rows import Row

COLUMNS = ["id", "source_id", "border_id", "border", "is_total", "status", "number", "as_of", "known_on"]
COUNTS: list[Row] = [
    dict(zip(COLUMNS, row, strict=True)) | {"bound": "not_stated" if row[6] is None else "at_least"}
    for row in (
        ("a", "note", "TJK-UZB", "Tajik-Uzbek", False, "planned", 4, "2011", "2013-03-01"),
        ("b", "note", "KGZ-TJK", "Kyrgyz-Tajik", False, "planned", None, "2012", "2013-03-01"),
        ("c", "launch", "TJK-UZB", "Tajik-Uzbek", False, "operational", 4, "2012-08", "2012-08-31"),
        ("d", "news", "KGZ-TJK", "Kyrgyz-Tajik", False, "planned", 4, "2012-08-13", "2012-08-14"),
        ("e", "table", "TJK-UZB", "Tajik-Uzbek", False, "operational", 6, "2021-11", "2021-11-30"),
        ("f", "table", "TJK-UZB", "Tajik-Uzbek", False, "establishing", None, "2021-11", "2021-11-30"),
        ("g", "table", "KGZ-TJK", "Kyrgyz-Tajik", False, "operational", 3, "2021-11", "2021-11-30"),
        ("h", "table", None, None, True, "operational", 9, "2021-11", "2021-11-30"),
        ("i", "table", None, None, True, "establishing", 6, "2021-11", "2021-11-30"),
    )
]
Latest = list[tuple[object, ...]]


def test_the_number_of_a_border_keeps_its_bound() -> None:
    bounds = [(row["bound"], row["more_bound"]) for row in latest_by_border(COUNTS)]
    assert bounds == [("at_least", None), ("at_least", "not_stated")]


def latest(known: str) -> Latest:
    rows = latest_by_border([row for row in COUNTS if row["known_on"] <= known])
    columns = ["id", "number", "as_of", "more_status", "more_number", "more_as_of"]
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize(
    ("known", "rows"),
    [
        ("2012-08-13", []),
        ("2012-08-14", [("KGZ-TJK", None, None, "planned", 4, "2012-08-13")]),
        (
            "2013-03-01",
            [
                ("KGZ-TJK", None, None, "planned", 4, "2012-08-13"),
                ("TJK-UZB", 4, "2012-08", None, None, None),
            ],
        ),
        (
            "2021-11-30",
            [
                ("KGZ-TJK", 3, "2021-11", None, None, None),
                ("TJK-UZB", 6, "2021-11", "establishing", None, "2021-11"),
            ],
        ),
    ],
)
def test_the_number_of_a_border_is_the_one_that_holds_for_the_latest_date(known: str, rows: Latest) -> None:
    assert latest(known) == rows


def test_a_statement_is_told_by_its_total_or_its_last_number() -> None:
    rows = list_statements(COUNTS)
    assert [(row["id"], row["others"]) for row in rows] == [("d", 0), ("c", 0), ("a", 1), ("h", 4)]


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        ("2012-01-01", (None, None, "d")),
        ("2012-08-31", ("d", "c", "a")),
        ("2016-12-31", ("a", "a", "h")),
        ("2021-11-30", ("a", "h", None)),
        (None, ("h", "h", None)),
    ],
)
def test_statements_before_by_and_after_a_day(day: str | None, ids: tuple[str | None, ...]) -> None:
    parts = find_neighbours(list_statements(COUNTS), date.fromisoformat(day) if day else None)
    assert tuple(row and row["id"] for row in parts) == ids


def test_without_counts_there_is_no_statement() -> None:
    assert list_statements([]) == []
    assert latest_by_border([]) == []
    assert find_neighbours([], None) == find_neighbours([], date(2021, 1, 1)) == (None, None, None)


@pytest.mark.parametrize(
    ("numbers", "newest"),
    [
        ([], []),
        ([12, 19, 24, 24], [2, 3]),
        ([24, 19, 24], [2]),
        ([19, None], [0]),
    ],
)
def test_the_newest_number_leads_with_every_date_since_which_it_is_stated(
    numbers: list[int | None], newest: list[int]
) -> None:
    rows: list[Row] = [
        {"is_total": True, "status": "operational", "bound": "exact", "number": number, "place": place}
        for place, number in enumerate(numbers)
    ]
    by_border = {"is_total": False, "status": "operational", "bound": "exact", "number": 99, "place": 9}
    assert [row["place"] for row in list_newest_totals([*rows, by_border])] == newest


def test_the_total_by_border_is_that_of_the_source_that_last_gave_each_border_a_number() -> None:
    total = find_total_by_border(COUNTS)
    assert total is not None
    assert (total["id"], total["number"]) == ("h", 9)
    assert find_total_by_border(COUNTS[:4]) is None
