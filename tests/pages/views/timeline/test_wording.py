from datetime import date
from typing import Any

import pytest

from data.filters import Filters
from pages.views.timeline import wording

RANGE = Filters(since=date(2021, 1, 1))


def counts(certainly: int, possibly: int, undated: int = 0, **days: Any) -> dict[str, Any]:
    numbers = {"events": certainly + possibly, "certainly": certainly, "possibly": possibly}
    return {**numbers, "undated": undated, "first": None, "last": None, **days}


YEARS: dict[str, Any] = {"first": date(2021, 3, 1), "last": date(2026, 2, 1)}
YEAR: dict[str, Any] = {"first": date(2021, 3, 1), "last": date(2021, 3, 2)}


@pytest.mark.parametrize(
    ("found", "filters", "words"),
    [
        (counts(0, 0), RANGE, "No event matches."),
        (counts(1, 0, **YEAR), Filters(), "1 event, 2021."),
        (counts(2, 0, 2), Filters(), "2 events. 2 have no date and are not in the pictures."),
        (counts(1, 0, **YEAR), RANGE, "1 event, certainly in the selected range, 2021."),
        (counts(54, 0, **YEARS), RANGE, "54 events, all certainly in the selected range, 2021–2026."),
        (
            counts(54, 4, 1, **YEARS),
            RANGE,
            "58 events: 54 certainly in the selected range, 2021–2026, and 4 possibly, because their dates "
            "are not exact. 1 has no date and is not in the pictures.",
        ),
        (
            counts(0, 1),
            RANGE,
            "1 event, only possibly in the selected range, because its date is not exact.",
        ),
    ],
)
def test_one_many_and_none_are_said_each_in_their_own_way(
    found: dict[str, Any], filters: Filters, words: str
) -> None:
    assert wording.sentence(found, filters) == words


def test_a_page_of_the_table_says_its_years() -> None:
    march, undated = (
        {"earliest": date(2011, 3, 1), "latest": date(2012, 3, 1)},
        {"earliest": None, "latest": None},
    )
    assert wording.span([march, undated]) == "2011–2012"
    assert wording.span([undated]) == "without dates"
