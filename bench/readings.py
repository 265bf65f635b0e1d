"""What pages read: each page is run once without a browser, and its reads are noted, to be done again.

So a bench measures what the page does today, not what somebody once wrote down.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from sqlalchemy import Engine
from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from bench.sizes import current_build
from data import engines, store
from data.filters import Filters
from data.queries.events import list as events
from data.queries.network import shared_events
from pages.views.session import reads
from pages.views.shell.filters import address

PAGES = ("overview", "timeline", "network", "offices", "recommendations", "evidence", "extracts", "about")
PATIENCE = 300


class Reading(NamedTuple):
    """One read: the query with its arguments, and whether as a frame or as plain records."""

    ask: Callable[..., Any]
    arguments: tuple[Any, ...]
    is_frame: bool

    def again(self, engine: Engine) -> int:
        """Build the query, run it, fetch its rows; how many."""
        fetch = engines.read_frame if self.is_frame else engines.read_records
        return len(fetch(engine, self.ask(*self.arguments)))


Noted = dict[tuple[str, tuple[Any, ...], bool], Reading]
"""By name of the query, arguments, and whether as a frame."""


def read_again(engine: Engine, asked: Iterable[Reading]) -> int:
    """Read all of it as if nobody had asked before; how many rows."""
    shared_events.forget_counts(engine)
    return sum(reading.again(engine) for reading in asked)


def list_readings(builds: Path, page: str, filters: Filters) -> list[Reading]:
    """The reads of the page (a name in PAGES) on the store in `builds`, each once, in their order.

    What it reads on the first day of the record too is read once a build, before anybody comes, and left
    out. RuntimeError where the page reads nothing, as when the build is refused: no work is no good figure.
    """
    noted, standing = _note_reads(builds, page, filters), _note_standing(builds, page)
    if not noted:
        raise RuntimeError(f"{page} read nothing: is the build in {builds} served?")
    return [reading for key, reading in noted.items() if key not in standing]


@cache
def _note_standing(builds: Path, page: str) -> Noted:
    """The reads under a filter that finds what no other one that is measured finds."""
    engine = store.open_read_only(current_build(builds))
    first = engines.read_records(engine, events.find_bounds())[0]["first"]
    engine.dispose()
    return _note_reads(builds, page, Filters(until=first))


def _note_reads(builds: Path, page: str, filters: Filters) -> Noted:
    noted: Noted = {}

    def note(ask: Callable[..., Any], arguments: tuple[Any, ...], is_frame: bool) -> None:
        key = (f"{ask.__module__}.{ask.__name__}", arguments, is_frame)
        noted.setdefault(key, Reading(ask, arguments, is_frame))

    with _patch_reads(note), patch.dict(os.environ, {"CHEGARA_STORE": str(builds)}):
        _open(page, filters)
    return noted


@contextmanager
def _patch_reads(note: Callable[[Callable[..., Any], tuple[Any, ...], bool], None]) -> Iterator[None]:
    def noting(name: str) -> Callable[..., Any]:
        read = getattr(reads, name)

        def noted(ask: Callable[..., Any], *arguments: Any) -> Any:
            note(ask, arguments, name == "read_frame")
            return read(ask, *arguments)

        return noted

    set_log_level("error")  # it wonders at each run that there is no server
    _forget()
    with ExitStack() as stack:
        for name in ("read_frame", "read_records", "read_uncached"):
            stack.enter_context(patch.object(reads, name, noting(name)))
        yield


def _forget() -> None:
    """Empty all that `reads` keeps, but for open stores: what is kept above a read would hide it."""
    gc.unfreeze()  # what is frozen is not among the objects
    for each in gc.get_objects():
        is_ours = isinstance(each, _lru_cache_wrapper) and each.__module__ == reads.__name__
        if is_ours and each is not reads._engine:
            each.cache_clear()


def _open(page: str, filters: Filters) -> None:
    app = AppTest.from_file(store.ROOT / "app.py", default_timeout=PATIENCE)
    for name, values in address.parameters(filters).items():
        app.query_params[name] = values
    if page != PAGES[0]:
        app.switch_page(f"pages/{page}.py")
    app.run()
    if app.exception:
        raise RuntimeError(f"{page}: {app.exception[0].value}")
