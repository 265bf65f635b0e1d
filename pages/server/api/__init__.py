"""The way in for programs: `/api/v1`, read-only rows and feeds beside the dashboard."""

import asyncio
from functools import cache

from starlette.types import ASGIApp, Receive, Scope, Send

from pages.server.addresses import PROGRAMS, find_route


class Programs:
    """Middleware: hands on what programs ask, below the path that the dashboard is served under."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        route = find_route(scope["path"]) if scope["type"] == "http" else ""
        if not route.startswith(PROGRAMS):
            await self.app(scope, receive, send)
            return
        application = await asyncio.to_thread(_make)
        path = f"/{route}"
        await application({**scope, "path": path, "raw_path": path.encode()}, receive, send)


@cache
def _make() -> ASGIApp:
    from pages.server.api import application  # late, so that the server answers before pandas and the rest

    return application.make_application()
