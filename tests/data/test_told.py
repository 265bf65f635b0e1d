from sqlalchemy import Engine

from data import told
from data.told import Matter


def test_the_arrays_are_read_once_for_a_store(engine: Engine) -> None:
    assert told.of(engine) is told.of(engine)


def test_days_of_sources_are_as_precise_as_printed(engine: Engine) -> None:
    arrays = told.of(engine)
    published = arrays.source_published[arrays.source_order].tolist()
    assert published == [20220000, 20210305, 20210300, 0]


def test_each_matter_has_a_sort(engine: Engine) -> None:
    assert sorted(told.of(engine).differing_sort.tolist()) == [Matter.PARTICIPANTS, Matter.OF_EVENT]
