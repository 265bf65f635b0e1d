import gc

import pytest

from etl.collector import resting, settle


def test_the_collector_is_on_again_even_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), resting():
        _ = 1 / 0
    assert gc.isenabled()


def test_the_collector_is_off_meanwhile() -> None:
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_settled_is_looked_at_no_more() -> None:
    gc.unfreeze()
    try:
        settle()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
