"""What the garbage collector need not look at.

What imports and caches have made stays, so the collector is told to leave it alone (`gc.freeze`). What dies
among it later is found when everything is looked at again, which is seldom. What runs leave behind it finds
by itself, so Streamlit's own collection after each run is switched off (`runner.postScriptGC`).
"""

import gc
import sys
import time
from functools import cache

SECONDS = 300.0
"""After so long it looks at everything."""


def freeze() -> None:
    """Look at everything, throw away what is rubbish, and leave the rest alone: for a server that is warm."""
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
    """Of this process: how many modules there were, and when all was looked at."""
    return {"modules": 0, "settled": float("-inf")}
