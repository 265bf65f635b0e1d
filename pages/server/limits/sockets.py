"""Bounds what one WebSocket, and all of them, may ask of the server: Streamlit has no limit of its own.

A reader clicks a few times a second; in five seconds of clicking as fast as a browser goes, 12 messages were
measured. Who sends more than that waits, so that others are answered; who goes on is closed.
"""

import asyncio
import time
from collections.abc import Callable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.logger import get_logger

from pages.server.limits import frames

LOG = get_logger("chegara")
MOST_SOCKETS = 200
"""Open at the same time in one process, a tab each. Each takes four file descriptors and, in use, some MB."""
AT_ONCE, A_SECOND = 20, 10.0
"""Messages of one connection: so many together, and so many a second after that."""
FREE, SPACING = 3, 0.02
"""After so many messages a connection takes turns with all others that are as busy, one in so many seconds.

A run that begins holds up the server for 10 ms and more while others run; who has paused need not wait.
"""
PATIENCE = 100
"""Messages beyond AT_ONCE, without a pause of two seconds between them, that close the connection."""
CROWDED = 503


class Bucket:
    """Computes how long to wait so that no more than `size` together and `rate` a second come through."""

    def __init__(self, size: float, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._rate, self._clock = size, rate, clock
        self._level, self._when = size, clock()
        self.number = 0
        """How many were taken since it was last full."""

    def take(self, cost: float = 1) -> float:
        """Seconds to wait until this one may pass; 0 where it may at once."""
        level = self._refill()
        self.number = 1 if level == self._size else self.number + 1
        self._level = level - cost
        return max(0.0, -self._level / self._rate)

    def is_empty(self) -> bool:
        """Whether another one would have to wait."""
        return self._refill() < 1

    def _refill(self) -> float:
        now = self._clock()
        self._level, self._when = min(self._size, self._level + (now - self._when) * self._rate), now
        return self._level


class Sockets:
    """Middleware: 503 for a WebSocket too many; the messages of the others are judged and paced."""

    def __init__(self, app: ASGIApp, most: int = MOST_SOCKETS) -> None:
        self.app = app
        self._most, self._open = most, 0
        self._turn = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
        elif self._open >= self._most:
            LOG.warning("A WebSocket was refused: %d are open", self._open)
            await PlainTextResponse("Too many readers", CROWDED)(scope, receive, send)
        else:
            self._open += 1
            try:
                line = Line(receive, send, self._turn)
                await self.app(scope, line.receive, line.send)
            finally:
                self._open -= 1


class Line:
    """One WebSocket, as the application gets it; `turn` is held in turn by all that are busy."""

    def __init__(self, receive: Receive, send: Send, turn: asyncio.Lock) -> None:
        self._receive, self._send, self._turn = receive, send, turn
        self._bucket = Bucket(AT_ONCE, A_SECOND)
        self._is_closed = False

    async def receive(self) -> Message:
        """The next message that may pass; a disconnect once the connection was closed."""
        while not self._is_closed:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            verdict = frames.judge(message.get("bytes") or b"")
            if verdict.code:
                await self._close(verdict.code, verdict.why)
            elif await self._is_in_time(verdict.cost) and verdict.code is not None:
                return message
        return {"type": "websocket.disconnect", "code": frames.FORBIDDEN}

    async def send(self, message: Message) -> None:
        """Pass it on; what a page still sends after the end is dropped.

        Where the reader has left, the next `receive` says so; an exception here would end in a trace.
        """
        if not self._is_closed:
            try:
                await self._send(message)
            except OSError:
                self._is_closed = True

    async def _is_in_time(self, cost: int) -> bool:
        """Wait where messages come too fast; False where they have for too long."""
        pause = self._bucket.take(cost)
        if self._bucket.number > AT_ONCE + PATIENCE:
            await self._close(frames.FORBIDDEN, "too many messages")
            return False
        await asyncio.sleep(pause)
        if self._bucket.number > FREE:
            async with self._turn:
                await asyncio.sleep(SPACING)
        return True

    async def _close(self, code: int, why: str) -> None:
        LOG.warning("A WebSocket was closed: %s", why)
        await self.send({"type": "websocket.close", "code": code, "reason": why})
        self._is_closed = True
