"""Puts the headers of protection on every answer."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PRIVATE = "/media/"
"""Where the downloads of sessions are: no browser and no proxy is to keep a copy."""


class Headers:
    """Middleware; what it sets wins over what the inner application set."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                answer.update(self.headers)
                if scope["path"].startswith(PRIVATE):
                    answer["cache-control"] = "no-store"
            await send(message)

        await self.app(scope, receive, protected if scope["type"] == "http" else send)
