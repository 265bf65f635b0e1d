"""Sends Streamlit's own scripts and style sheets packed; Streamlit sends them plain, a proxy would pack them.

Each is packed once and kept: a first page takes two fifths of the bytes, the map a quarter.
"""

import asyncio
import gzip
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static"
TYPES = {".js": "application/javascript", ".css": "text/css; charset=utf-8"}
FOREVER = "public, immutable, max-age=31536000"
"""As Streamlit says of the same files: their names change with what is in them."""
GZIP = re.compile(r"(?:^|,)\s*gzip\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))", re.IGNORECASE)
"""In `Accept-Encoding`: gzip, and not with the weight 0, which refuses it."""


class Compression:
    """Middleware: answers for the files of TYPES itself where the browser takes gzip."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = _files().get(scope.get("path", "")) if scope["type"] == "http" else None
        if file is None or scope["method"] != "GET" or not takes_gzip(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        headers = {"content-encoding": "gzip", "vary": "accept-encoding", "cache-control": FOREVER}
        body = await asyncio.to_thread(_compress, file)
        await Response(body, headers=headers, media_type=TYPES[file.suffix])(scope, receive, send)


def takes_gzip(headers: Headers) -> bool:
    """Whether who asks takes an answer packed so."""
    return GZIP.search(headers.get("accept-encoding", "")) is not None


@cache
def _files() -> dict[str, Path]:
    """All that may be requested, by path: nothing is looked up on the disk for a request."""
    every = (path for path in STATIC.rglob("*") if path.suffix in TYPES)
    return {f"/{path.relative_to(STATIC).as_posix()}": path for path in every}


@cache
def _compress(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)
