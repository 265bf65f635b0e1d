"""What the dashboard serves now: which build, and whether it is the newest."""

from functools import lru_cache
from pathlib import Path

from data import engines, store
from data.queries import overview
from pages.views.session import pinning


def current_state() -> dict[str, str]:
    """`status`, unavailable, ok, or degraded where the newest build cannot be served; `build`, `release`."""
    pinned = pinning.find_build()
    if pinned.pin is None:
        return {"status": "unavailable"}
    path = pinned.pin.path
    status = "degraded" if pinned.why else "ok"
    return {"status": status, "build": store.build_id(Path(path)), "release": _release(path)}


@lru_cache(maxsize=3)
def _release(path: str) -> str:
    """The release of a build, which never changes."""
    engine = store.open_read_only(Path(path))
    try:
        return str(engines.read_records(engine, overview.find_release())[0]["release"])
    finally:
        engine.dispose()
