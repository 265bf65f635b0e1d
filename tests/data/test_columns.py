from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest
from sqlalchemy import Engine, select

from data import columns, store
from data.columns import extremes
from data.readmodel import ANY_DAY, EVENTS, FACTS, NO_DAY


def test_arrays_hold_what_the_tables_hold(engine: Engine) -> None:
    arrays = columns.of(engine)
    events = store.frame(engine, select(EVENTS).order_by(EVENTS.c.n))
    for bound in ("begins_from", "begins_by", "ends_from", "ends_by"):
        assert getattr(arrays, bound).tolist() == events[bound].tolist()
    facts = store.frame(engine, select(FACTS).order_by(FACTS.c.number, FACTS.c.n))
    assert arrays.fact_events.tolist() == facts["n"].tolist()
    assert arrays.fact_roles.tolist() == facts["roles"].tolist()
    assert events["id"].tolist() == sorted(
        events["id"], key=lambda id_: events["n"][events["id"] == id_].item()
    )
    assert np.argsort(events["id"].to_numpy()).tolist() == np.argsort(arrays.rank).tolist()
    assert (events["begins_from"].tolist()[-1], events["ends_by"].tolist()[-1]) == (NO_DAY, ANY_DAY)


def test_arrays_are_read_once_for_an_engine(engine: Engine) -> None:
    assert columns.of(engine) is columns.of(engine)


def test_words_of_titles_and_forms_stand_in_order(engine: Engine) -> None:
    arrays = columns.of(engine)
    assert arrays.words == sorted(set(arrays.words))
    place = arrays.words.index("table")
    assert arrays.word_events[arrays.word_starts[place] : arrays.word_starts[place + 1]].tolist() == [1]


def test_arrays_that_are_there_do_not_wait_while_those_of_another_store_are_read(engine: Engine) -> None:
    known = columns.of(engine)
    with ThreadPoolExecutor(1) as other, columns._LOCK:
        assert other.submit(columns.of, engine).result(timeout=10) is known


def test_numbers_are_days_but_for_those_that_nothing_bounds() -> None:
    known = [date(1, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(2022, 3, 3)]
    numbers = [NO_DAY, *(each.toordinal() for each in known), ANY_DAY]
    assert columns.dates(np.array(numbers, np.int32)) == [None, *known, None]
    assert [columns.day(number) for number in numbers] == [None, *known, None]
    assert columns.dates(np.empty(0, np.int32)) == []


def test_runs_follow_one_another() -> None:
    starts = np.array([0, 2, 2, 5])
    assert columns.runs(starts, np.array([2, 0])).tolist() == [2, 3, 4, 0, 1]
    assert columns.runs(starts, np.array([1])).tolist() == []
    assert columns.runs(starts, np.array([], np.int64)).tolist() == []


def test_the_extremes_of_each_group() -> None:
    group, values = np.array([2, 0, 2, 0]), np.array([5, 7, 3, 9])
    assert extremes(np.minimum, group, values, 4, 99).tolist() == [7, 99, 3, 99]
    assert extremes(np.maximum, group, values, 4, -1).tolist() == [9, -1, 5, -1]
    assert extremes(np.minimum, group[:0], values[:0], 2, 99).tolist() == [99, 99]


def test_every_two_of_one_event_and_each_with_itself() -> None:
    key, event = columns.pairs(np.array([3, 3, 5, 8, 8, 8]), np.array([0, 2, 1, 0, 1, 2]), 3)
    assert sorted(zip(event.tolist(), key.tolist(), strict=True)) == [
        *[(3, 0), (3, 2), (3, 8), (5, 4)],
        *[(8, 0), (8, 1), (8, 2), (8, 4), (8, 5), (8, 8)],
    ]
    assert [len(each) for each in columns.pairs(np.empty(0, np.int32), np.empty(0, np.int64), 3)] == [0, 0]


@pytest.mark.parametrize("length", [10, 1000])
def test_sets_of_few_numbers_and_of_many_are_joined_alike(length: int) -> None:
    """Among ten all are marked, among a thousand the few are sorted."""
    sets = [np.array([7, 2]), np.array([2, 2]), np.empty(0, np.int64)]
    assert columns.union(sets, length).tolist() == [2, 7]
    numbers = np.array([7, -1, 3, 9])
    assert columns.among(numbers, np.array([2, 7]), length).tolist() == [True, False, False, False]
    assert columns.among(numbers, np.empty(0, np.int64), length).tolist() == [False] * 4


@pytest.mark.parametrize("numbers", [[], [0, 0], [5, 3, 5], [0, 900]])
def test_different_numbers_are_counted(numbers: list[int]) -> None:
    assert columns.distinct(np.array(numbers, np.int32)) == len(set(numbers))
