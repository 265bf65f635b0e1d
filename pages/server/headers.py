"""Puts the headers of protection on every answer, that to a request which raised included."""

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect
from streamlit.logger import get_logger

from pages.server.addresses import KNOWN, find_route
from pages.views.shell.embedding import has_setting

LOG = get_logger("chegara")
STARTS = ("http.response.start", "websocket.http.response.start")
PRIVATE = "/media/"
"""Where the downloads of sessions are: no browser and no proxy is to keep a copy."""


class Headers:
    """Middleware; what it sets wins over what the inner application set.

    What raises inside ends here, with a trace in the log and 500 where no answer has begun. Who left before
    the end of the answer is no fault.
    """

    def __init__(
        self, app: ASGIApp, headers: dict[str, str], embedding: dict[str, str] | None = None
    ) -> None:
        """`embedding` are the headers of what other pages may frame; None where none may."""
        self.app = app
        self.headers, self.embedding = headers, embedding

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            if message["type"] in STARTS:
                answer = MutableHeaders(scope=message)
                answer.update(self.embedding if self.embedding and _is_embedded(scope) else self.headers)
                if scope["path"].startswith(PRIVATE):
                    answer["cache-control"] = "no-store"
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except (ClientDisconnect, WebSocketDisconnect):
            pass
        except Exception:
            LOG.exception("A request failed: %s", scope["path"])
            if not has_begun:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, send_with_headers)


def _is_embedded(scope: Scope) -> bool:
    """Whether it is the document of a page without the frame of the dashboard."""
    return (
        scope["type"] == "http"
        and find_route(scope["path"]) in KNOWN
        and has_setting(scope["query_string"].decode("latin-1"))
    )
