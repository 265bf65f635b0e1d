import gc

import pytest

from etl.collector import freeze_objects, pause_collection


def test_the_collector_is_on_again_even_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), pause_collection():
        _ = 1 / 0
    assert gc.isenabled()


def test_the_collector_is_off_meanwhile() -> None:
    with pause_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with pause_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_settled_is_looked_at_no_more() -> None:
    gc.unfreeze()
    try:
        freeze_objects()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
