"""What the garbage collector need not look at: Streamlit runs it after every rerun, over all that lives.

What imports and caches have made stays, so the collector is told to leave it alone (`gc.freeze`). What dies
among it later is found when everything is looked at again, which is seldom.
"""

import gc
import sys
import time
from functools import cache

RUNS = 25
"""After so many runs the collector leaves alone what they have put into caches."""
SECONDS = 60.0
"""After so long it looks at everything."""


def settle() -> None:
    """Look at everything, throw away what is rubbish, and leave the rest alone: for a server that is warm."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _state().update(modules=len(sys.modules), runs=0, settled=time.monotonic())


def tend() -> None:
    """Once per run, at its beginning: the run before has ended with a collection."""
    state = _state()
    state["runs"] += 1
    if time.monotonic() - state["settled"] > SECONDS:
        settle()
    elif state["runs"] >= RUNS or len(sys.modules) > state["modules"]:  # pages import what they draw with
        gc.freeze()
        state.update(modules=len(sys.modules), runs=0)


@cache
def _state() -> dict[str, float]:
    """Of this process: how many modules there were, runs since, and when all was looked at."""
    return {"modules": 0, "runs": 0, "settled": float("-inf")}
