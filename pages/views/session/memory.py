"""Keeps long-lived objects out of garbage collections.

Objects made by imports and caches are long-lived, so the collector skips them (`gc.freeze`). Those that die
later are found by a full collection, which is seldom. Garbage of runs is found by ordinary collections, so
Streamlit's own collection after each run is switched off (`runner.postScriptGC`).
"""

import gc
import sys
import time
from functools import cache

SECONDS = 300.0
"""Seconds between full collections."""


def freeze() -> None:
    """Collect fully, then skip what is left: for a server that is warm."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _state().update(modules=len(sys.modules), settled=time.monotonic())


def maintain() -> None:
    """Once per run, at its beginning."""
    state = _state()
    if time.monotonic() - state["settled"] > SECONDS:
        freeze()
    elif len(sys.modules) > state["modules"]:  # pages import what they draw with
        gc.freeze()
        state["modules"] = len(sys.modules)


@cache
def _state() -> dict[str, float]:
    """Of this process: how many modules there were, and when it was last collected fully."""
    return {"modules": 0, "settled": float("-inf")}
