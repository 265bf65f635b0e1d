"""Whether this process may be given readers: a good build is served, and every page has been opened once."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse
from streamlit.logger import get_logger
from streamlit.runtime import Runtime

from data import store
from data.queries import overview
from pages.server import warm

if TYPE_CHECKING:
    from pages.views.serving import Pinned

LOG = get_logger("chegara")
PATH = "/ready"
PAUSE = 1.0
"""Seconds until the next try."""


class Readiness:
    """Of one process: turns true once, when all pages have been opened on a good build."""

    def __init__(self) -> None:
        self.is_warm = False
        self._releases: dict[str, str] = {}

    async def become_warm(self, runtime: Runtime) -> None:
        """Wait for a good build, then open every page; what fails is logged and tried anew."""
        while not self.is_warm:
            try:
                if (await asyncio.to_thread(_served)).pin:
                    LOG.info("Ready: %d pages opened", await warm.pages(runtime))
                    self.is_warm = True
                    return
            except Exception:
                LOG.exception("Not ready: the pages could not be opened")
            await asyncio.sleep(PAUSE)

    def answer(self, request: Request) -> JSONResponse:
        """200 and ok, or degraded where the newest build cannot be served; 503 without a build or warmth."""
        del request
        pinned = _served()
        if pinned.pin is None or not self.is_warm:
            return _said(503, "unavailable" if pinned.pin is None else "warming")
        status = "degraded" if pinned.why else "ok"
        build = store.build_id(path := Path(pinned.pin.path))
        if build not in self._releases:
            engine = store.open_read_only(path)
            self._releases = {build: str(store.records(engine, overview.release())[0]["release"])}
            engine.dispose()
        return _said(200, status, build=build, release=self._releases[build])


def _served() -> "Pinned":
    from pages.views import serving  # late: its caches want a running server, and it brings pandas

    return serving.served()


def _said(code: int, status: str, **more: str) -> JSONResponse:
    return JSONResponse({"status": status, **more}, code, headers={"cache-control": "no-store"})


async def stopped(task: "asyncio.Task[None]") -> None:
    """Cancel it and wait until it is gone."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
