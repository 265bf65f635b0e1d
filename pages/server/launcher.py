"""The dashboard as an ASGI application: `app.py` behind headers of protection, with a health check.

`python -m pages.server` serves it. Any ASGI server can, without what `limits.connections` adds:
`uvicorn pages.server.launcher:app`.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime import get_instance
from streamlit.runtime.pages_manager import PagesManager

from pages.server import health, metrics, policy
from pages.server.addresses import KnownAddresses
from pages.server.api import Programs
from pages.server.compression import Compression
from pages.server.headers import Headers
from pages.server.limits import downloads, widgets
from pages.server.limits.callers import AllowedCallers
from pages.server.limits.requests import ExpectedRequests
from pages.server.limits.sockets import Sockets

ROOT = Path(__file__).resolve().parents[2]
readiness = health.Readiness()
PagesManager.uses_pages_directory = False
"""Else the folder `pages/` makes each page an app of its own until app.py has run once."""
widgets.install()
downloads.install()


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Serve at once, and warm up beside it: until then `/ready` says no, and a page opened takes longer."""
    warming = asyncio.create_task(readiness.become_warm(get_instance()))
    try:
        yield
    finally:
        await health.stopped(warming)


app = st.App(
    ROOT / "app.py",
    lifespan=lifespan,
    routes=[Route(health.PATH, readiness.answer), Route(metrics.PATH, metrics.answer)],
    middleware=[
        Middleware(Headers, headers=policy.headers(), embedding=policy.embedding_headers()),
        Middleware(AllowedCallers),
        Middleware(ExpectedRequests),
        Middleware(Programs),
        Middleware(Sockets),
        Middleware(Compression),
        Middleware(KnownAddresses),
    ],
)
