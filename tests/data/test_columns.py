import numpy as np
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


def test_runs_follow_one_another() -> None:
    starts = np.array([0, 2, 2, 5])
    assert columns.runs(starts, np.array([2, 0])).tolist() == [2, 3, 4, 0, 1]
    assert columns.runs(starts, np.array([1])).tolist() == []
    assert columns.runs(starts, np.array([], np.int64)).tolist() == []


def test_the_extremes_of_each_group() -> None:
    group, values = np.array([2, 0, 2, 0]), np.array([5, 7, 3, 9])
    assert extremes(np.minimum, group, values, 4, -1).tolist() == [7, -1, 3, -1]
    assert extremes(np.maximum, group, values, 4, -1).tolist() == [9, -1, 5, -1]
    assert extremes(np.minimum, group[:0], values[:0], 2, 0).tolist() == [0, 0]
