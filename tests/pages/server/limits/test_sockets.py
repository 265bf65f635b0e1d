"""Who sends too much waits and is then closed; others are served meanwhile."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from uvicorn.protocols.utils import ClientDisconnected

from bench import raw_client
from bench.raw_client import BINARY, frame, rerun, websocket
from bench.visitor import SOCKET
from pages.server.limits import frames, sockets
from pages.server.limits.sockets import Bucket, Line, Sockets
from tests.pages.server.conftest import Served

SMALL = rerun().SerializeToString()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_lets_some_through_together_and_then_so_many_a_second() -> None:
    clock = Clock()
    bucket = Bucket(3, 10, clock)
    assert [bucket.take() for _ in range(5)] == [0, 0, 0, 0.1, 0.2]
    clock.now = 0.4
    assert bucket.take() == 0
    assert bucket.number == 6
    clock.now = 1000
    assert [bucket.take(2), bucket.take(2)] == [0, 0.1]
    assert bucket.number == 2


def apart(work: Any) -> Any:
    """Run a coroutine in a thread of its own: Playwright keeps a loop in the main thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work)).result()


class Stage:
    """A connection that brings these messages, and keeps what is sent."""

    def __init__(self, *brought: Message) -> None:
        self._brought = list(brought)
        self.sent: list[Message] = []

    async def receive(self) -> Message:
        return self._brought.pop(0)

    async def send(self, message: Message) -> None:
        self.sent.append(message)


def test_after_the_end_nothing_is_received_and_nothing_sent() -> None:
    stage = Stage(
        {"type": "websocket.receive", "text": "no bytes"}, {"type": "websocket.receive", "bytes": SMALL}
    )
    line = Line(stage.receive, stage.send, asyncio.Lock())

    async def use() -> list[Message]:
        await line.send({"type": "websocket.send", "bytes": b"before"})
        found = [await line.receive(), await line.receive()]
        await line.send({"type": "websocket.send", "bytes": b"after"})
        return found

    assert [message["type"] for message in apart(use())] == ["websocket.disconnect"] * 2
    assert [message["type"] for message in stage.sent] == ["websocket.send", "websocket.close"]


def test_one_socket_too_many_is_refused_and_a_place_is_free_again() -> None:
    async def inner(_scope: Scope, receive: Receive, _send: Send) -> None:
        await receive()

    app = Sockets(inner, most=1)
    scope: Scope = {"type": "websocket", "extensions": {"websocket.http.response": {}}}

    async def use() -> list[Stage]:
        stages = [Stage({"type": "websocket.disconnect"}) for _ in range(3)]
        gate = asyncio.Event()

        async def waits() -> Message:
            await gate.wait()
            return {"type": "websocket.disconnect"}

        first = asyncio.create_task(app(scope, waits, stages[0].send))
        await asyncio.sleep(0)
        await app(scope, stages[1].receive, stages[1].send)
        gate.set()
        await first
        await app(scope, stages[2].receive, stages[2].send)
        return stages

    _, refused, later = apart(use())
    assert [message.get("status") for message in refused.sent] == [sockets.CROWDED, None]
    assert later.sent == []


def test_two_thousand_messages_at_once_delay_nobody_else(served: Served) -> None:
    """Without the limit a page takes eighty times as long meanwhile."""
    alone, before = _seconds(served), served.memory()
    with websocket(served.port) as line:
        line.sendall(frame(BINARY, SMALL) * 2000)
        assert _seconds(served) < 2 + 10 * alone
        line.sendall(frame(raw_client.PING) * 2000)  # not read while the others wait
    assert served.memory() < before + 100


def test_what_was_sent_by_those_who_have_left_is_not_done(served: Served) -> None:
    """Before, fifty of them kept all others waiting for half a minute."""
    alone = _seconds(served)
    for _ in range(50):
        with websocket(served.port) as line:
            line.sendall(frame(BINARY, SMALL) * 2000)
    assert _seconds(served) < 3 + 10 * alone


def _seconds(served: Served) -> float:
    """Of three pages, opened one after another."""
    began = time.monotonic()
    for _ in range(3):
        assert served.visitor.ask(SOCKET, "/_stcore/stream", {}).data > 0
    return time.monotonic() - began


def test_who_does_not_stop_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "A_SECOND", 10_000)  # each waits, but not for long
    monkeypatch.setattr(sockets, "SPACING", 0)
    most = sockets.AT_ONCE + sockets.PATIENCE
    stage = Stage(*[{"type": "websocket.receive", "bytes": SMALL}] * (most + 2))
    line = Line(stage.receive, stage.send, asyncio.Lock())

    async def use() -> list[str]:
        now = line._bucket._when
        line._bucket._clock = lambda: now  # however slow the machine is
        return [(await line.receive())["type"] for _ in range(most + 2)]

    assert apart(use()) == ["websocket.receive"] * most + ["websocket.disconnect"] * 2
    assert [message["code"] for message in stage.sent] == [frames.FORBIDDEN]


def test_who_has_left_is_not_sent_to_again() -> None:
    stage = Stage()

    async def gone(message: Message) -> None:
        stage.sent.append(message)
        raise ClientDisconnected

    line = Line(stage.receive, gone, asyncio.Lock())

    async def use() -> Message:
        for _ in range(2):
            await line.send({"type": "websocket.send", "bytes": b""})
        return await line.receive()

    assert apart(use())["type"] == "websocket.disconnect"
    assert len(stage.sent) == 1
    stage = Stage({"type": "websocket.receive", "bytes": b""})
    assert apart(Line(stage.receive, gone, asyncio.Lock()).receive())["type"] == "websocket.disconnect"
