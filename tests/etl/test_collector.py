import gc

import pytest

from etl.collector import resting


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
