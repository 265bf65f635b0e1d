from datetime import date

from data.engines.answers import Answer

NAMES = ["id", "earliest", "is_disputed", "events"]
ROWS = [("a", "2021-03-04", 1, 3), ("b", None, None, 0), ("c", date(2022, 1, 1), False, 7)]


def test_dates_and_truths_are_made_of_what_the_engine_gives() -> None:
    assert Answer(NAMES, ROWS).records() == [
        {"id": "a", "earliest": date(2021, 3, 4), "is_disputed": True, "events": 3},
        {"id": "b", "earliest": None, "is_disputed": None, "events": 0},
        {"id": "c", "earliest": date(2022, 1, 1), "is_disputed": False, "events": 7},
    ]


def test_columns_hold_what_records_hold() -> None:
    found = Answer(NAMES, ROWS)
    assert found.cells() == {name: [row[name] for row in found.records()] for name in NAMES}
    assert Answer(NAMES, []).cells() == {name: [] for name in NAMES}
    assert Answer(["events"], [(1,), (0,)]).records() == [{"events": 1}, {"events": 0}]
