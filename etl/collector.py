"""The garbage collector rests while rows go through: they make no cycles, and it would look at each."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collection() -> Iterator[None]:
    """Turn the collector off, and on again if it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def freeze_objects() -> None:
    """Leave out for good what is there now: it would look at all libraries when the process ends."""
    gc.freeze()
