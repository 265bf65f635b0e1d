"""uvicorn's two protocols, with what they lack: bounded reads and times, one line in the log for a fault.

A parser that raises would leave a trace in the log. What uvicorn answers by itself (400 to an illegal
request, a refused handshake) would lack the headers of protection.
"""

import asyncio
import select
from typing import Any

import h11
from streamlit.logger import get_logger
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Response

from pages.server import policy
from pages.server.limits import frames
from pages.server.limits.sockets import Bucket

LOG = get_logger("chegara")
PIECE = 16 * 1024
"""Bytes read at once, where asyncio takes 256 kB: so the smallest frames hold up others for some 40 ms."""
MOST_CONNECTIONS = 600
"""Open at the same time; one more is closed unanswered."""
PATIENCE = 20.0
"""Seconds until a request must be there, its body excepted, and then the next on the same connection."""
AT_ONCE, A_SECOND = 200, 20.0
"""Pings, pongs and parts of messages, which browsers hardly send."""
HEADERS = policy.headers()
CONTENT = {"content-type": "text/plain; charset=utf-8", "connection": "close"}
UNSUPPORTED = 1003


class Http(H11Protocol):
    """HTTP/1.1, until a request asks for a WebSocket."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        setattr(transport, "max_size", PIECE)  # noqa: B010 - an attribute of asyncio's own transports
        if len(self.connections) > MOST_CONNECTIONS:
            LOG.warning("A connection was closed: %d are open", len(self.connections))
            transport.abort()
        self._wait_for_request()

    def data_received(self, data: bytes) -> None:
        try:
            super().data_received(data)
        except Exception as error:
            _give_up(self.transport, error)

    def on_response_complete(self) -> None:
        self._wait_for_request()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        self._stop_waiting()
        super().handle_websocket_upgrade(event)

    def send_400_response(self, msg: str) -> None:
        """Answer an illegal request, or the illegal end of one; where an answer has begun, only end it."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True  # the application is informed that nobody is there
            self.cycle.message_event.set()
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            headers = [*HEADERS.items(), *CONTENT.items(), ("content-length", str(len(msg)))]
            start = h11.Response(status_code=400, headers=headers, reason=b"Bad Request")
            answer = [start, h11.Data(data=msg.encode())]
            self.transport.write(b"".join(self.conn.send(event) or b"" for event in answer))
        self.transport.close()

    def _wait_for_request(self) -> None:
        self._stop_waiting()
        self._late = self.loop.call_later(PATIENCE, self._end_if_idle)

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()

    def _end_if_idle(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()


class Socket(WebSocketsSansIOProtocol):
    """A WebSocket, from its handshake on."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._bucket = Bucket(AT_ONCE, A_SECOND)
        refuse = self.conn.reject

        def refuse_protected(status: Any, text: str) -> Response:
            answer = refuse(status, text)
            answer.headers.update(HEADERS)
            return answer

        setattr(self.conn, "reject", refuse_protected)  # noqa: B010 - all refusals of websockets pass it

    def data_received(self, data: bytes) -> None:
        try:
            super().data_received(data)
        except Exception as error:
            _give_up(self.transport, error)
        if (
            not self.handshake_initiated
        ):  # the handshake comes whole; what is wrong with its form is answered here
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()

    async def receive(self) -> Any:
        """The next message, but for one who has left: while messages wait, nobody reads that."""
        if has_left(self.transport):
            self.transport.abort()
            self._forget()
        return await super().receive()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget()
        super().connection_lost(exc)

    def _forget(self) -> None:
        """Drop the messages that wait; what else is in the queue says how the connection begins or ends."""
        for event in [self.queue.get_nowait() for _ in range(self.queue.qsize())]:
            if event["type"] != "websocket.receive":
                self.queue.put_nowait(event)

    async def send(self, message: Any) -> None:
        await super().send(message)
        if message["type"] == "websocket.http.response.body":
            self.handshake_complete = True  # else uvicorn logs that it is not

    def handle_text(self, event: Frame) -> None:
        del event
        self._end(UNSUPPORTED, "only binary messages are taken")

    def handle_cont(self, event: Frame) -> None:
        if self._is_in_time():
            super().handle_cont(event)

    def handle_ping(self) -> None:
        if self._is_in_time():
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        if self._is_in_time():
            super().handle_pong(event)

    def _is_in_time(self) -> bool:
        if self._bucket.take() and not self.close_sent:
            self._end(frames.FORBIDDEN, "too many frames")
        return not self.close_sent

    def _end(self, code: int, why: str) -> None:
        if not self.close_sent:
            LOG.warning("A WebSocket was closed: %s", why)
            self.conn.fail(code, why)
            self.handle_parser_exception()


def has_left(transport: asyncio.Transport) -> bool:
    """Whether the other side has closed the connection, even where bytes of it are still unread."""
    number = transport.get_extra_info("socket").fileno()
    if number < 0 or not hasattr(select, "poll"):  # as on Windows
        return False
    looked = select.poll()
    looked.register(number, getattr(select, "POLLRDHUP", select.POLLHUP))
    return bool(looked.poll(0))


def _give_up(transport: asyncio.Transport, error: Exception) -> None:
    LOG.warning("A connection was closed: %s: %s", type(error).__name__, error)
    transport.abort()
