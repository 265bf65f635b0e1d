"""What the dashboard serves now: which build, and whether it is the newest."""

from functools import lru_cache

from streamlit.logger import get_logger

from data import engines, store
from data.queries import overview
from pages.views.session import pinning, reads

LOG = get_logger("chegara")


def current_state() -> dict[str, str]:
    """`status`, unavailable, ok, or degraded where the newest build cannot be served; `build`, `release`."""
    try:
        pinned = pinning.find_build()
        tell(pinned.why or ("" if pinned.pin else "there is none yet"))
        if pinned.pin is None:
            return {"status": "unavailable"}
        status = "degraded" if pinned.why else "ok"
        return {"status": status, "build": pinned.pin.build.id, "release": _release(pinned.pin)}
    except store.UnreachableError as error:
        tell(f"its database does not answer: {error}")
        return {"status": "unavailable"}


@lru_cache(maxsize=1)
def tell(why: str) -> None:
    """Say in the log why the newest build is not served, once until it changes."""
    if why:
        LOG.warning("The newest build is not served: %s", why)


@lru_cache(maxsize=3)
def _release(pin: reads.Pin) -> str:
    """The release of a build, which never changes."""
    return str(engines.read_records(reads.open_engine(pin), overview.find_release())[0]["release"])
