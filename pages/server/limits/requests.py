"""Refuses HTTP requests that no browser makes of this server, before anything reads them."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

VERSIONS = ("1.0", "1.1")
WITH_BODY = "PUT"
"""The method of an upload, the only request with a body."""


class ExpectedRequests:
    """Middleware: an error and the end of the connection for a request that is out of form."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wrong = refusal(scope) if scope["type"] == "http" else None
        if wrong is None:
            await self.app(scope, receive, send)
        else:
            code, why = wrong
            answer = PlainTextResponse(why, code, headers={"connection": "close"})
            await answer(scope, receive, send)


def refusal(scope: Scope) -> tuple[int, str] | None:
    """Status and reason where a request is refused.

    A body in chunks has no length to check, and its smallest chunks take a thousand times the work of their
    bytes; many ranges of a file are an answer put together piece by piece.
    """
    headers = Headers(scope=scope)
    if scope["http_version"] not in VERSIONS:
        return 505, "HTTP Version Not Supported"
    if "transfer-encoding" in headers:
        return 411, "Length Required"
    if scope["method"] != WITH_BODY and headers.get("content-length", "0").strip("0"):
        return 413, "Content Too Large"
    if "," in headers.get("range", ""):
        return 416, "Range Not Satisfiable"
    return None
