"""Whether this process may be given readers: a good build is served, and every page has been opened once."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import JSONResponse
from streamlit.logger import get_logger
from streamlit.runtime import Runtime

from pages.server import warmup

LOG = get_logger("chegara")
PATH = "/ready"
PAUSE = 1.0
"""Seconds until the next try."""


class Readiness:
    """Of one process: turns true once, when all pages have been opened on a good build."""

    def __init__(self) -> None:
        self.is_warm = False
        self._now: Callable[[], dict[str, str]] | None = None

    async def become_warm(self, runtime: Runtime) -> None:
        """Wait for a good build, then open every page; what fails is logged and tried anew."""
        while not self.is_warm:
            try:
                self._now = await asyncio.to_thread(_import_state)
                if "build" in await asyncio.to_thread(self._now):
                    LOG.info("Ready: %d pages opened", await warmup.pages(runtime))
                    self.is_warm = True
                    return
            except Exception:
                LOG.exception("Not ready: the pages could not be opened")
            await asyncio.sleep(PAUSE)

    def answer(self, request: Request) -> JSONResponse:
        """200 with status, build and release, or 503 where there is no good build or no warmth."""
        del request
        state = self._now() if self._now else {}
        if not state or ("build" in state and not self.is_warm):
            state = {"status": "warming"}
        code = 200 if "build" in state else 503
        return JSONResponse(state, code, headers={"cache-control": "no-store"})


def _import_state() -> Callable[[], dict[str, str]]:
    from pages.server import state  # late, so that the server answers before pandas and the rest are there

    return state.current_state


async def stopped(task: "asyncio.Task[None]") -> None:
    """Cancel it and wait until it is gone."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
