"""Refuses who asks under a foreign name: one rule for all routes.

Streamlit's own settings `server.allowedHosts` and `server.corsAllowedOrigins` guard the WebSocket alone.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.server_util import is_url_from_allowed_origins
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed


class OnlyOurs:
    """Middleware: 403 for a foreign Host or Origin; a request without Origin passes, as links have none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_ours(Headers(scope=scope)):
            await PlainTextResponse("Forbidden", status_code=403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_ours(headers: Headers) -> bool:
    """Whether Host is among the allowed ones, and Origin, if any, the same host or an allowed one."""
    host, origin = headers.get("host"), headers.get("origin")
    if not is_host_allowed(host):
        return False
    return origin is None or urlsplit(origin).netloc == host or is_url_from_allowed_origins(origin)
