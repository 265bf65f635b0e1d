"""Pauses the garbage collector while rows are processed: they make no cycles, and it would visit each."""

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
    """Exclude what exists now from collections: it would visit all libraries when the process ends."""
    gc.freeze()
