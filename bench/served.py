"""A dashboard served for a bench as the browser tests serve it: the command stands in one place, theirs."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import cast

from data import store

PLACE = store.ROOT / "tests" / "e2e" / "serving.py"
PATIENCE = 300

Serving = Callable[[Path, Path, float], AbstractContextManager[str]]


def dashboard(builds: Path, log: Path) -> AbstractContextManager[str]:
    """Serve the builds; the base URL, until the block ends.

    By its file, because an installed package is called `tests` too.
    """
    spec = spec_from_file_location("serving", PLACE)
    if spec is None or spec.loader is None:
        raise ImportError(f"{PLACE} cannot be loaded")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Serving, module.serving)(builds, log, PATIENCE)
