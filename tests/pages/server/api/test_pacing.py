"""No program takes the server from readers or from other programs."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from pages.server.api import pacing
from pages.server.api.application import make_application
from pages.server.api.pacing import Pacing, list_proxies, name_client
from pages.server.api.problems import ProblemError
from tests.pages.server.api.conftest import Program


def test_a_client_that_asks_too_often_is_told_and_no_other() -> None:
    paced = Pacing(at_once=3)
    for _ in range(3):
        paced.count("192.0.2.1")
    with pytest.raises(ProblemError, match="3 requests are answered at once, then 5 a second") as refused:
        paced.count("192.0.2.1")
    assert (refused.value.status, refused.value.headers) == (429, {"retry-after": "1"})
    paced.count("192.0.2.2")


def test_only_the_most_recent_clients_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "MOST_CLIENTS", 2)
    paced = Pacing(at_once=1)
    for client in ("a", "b", "c"):
        paced.count(client)
    assert list(paced._buckets) == ["b", "c"]


def test_two_are_made_at_a_time_and_too_many_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "MOST_WAITING", 3)
    busy, most, said = 0, 0, []

    async def work(paced: Pacing, seconds: float) -> None:
        nonlocal busy, most
        try:
            async with paced.turn():
                busy += 1
                most = max(most, busy)
                await asyncio.sleep(seconds)
                busy -= 1
        except ProblemError as refused:
            said.append(refused.status)

    async def all_of(number: int, seconds: float) -> None:
        paced = Pacing()
        await asyncio.gather(*(work(paced, seconds) for _ in range(number)))

    asyncio.run(all_of(8, 0.01))
    assert (most, said) == (2, [503] * 3)  # two at work, three waited and had their turn
    said.clear()
    monkeypatch.setattr(pacing, "PATIENCE", 0.05)
    asyncio.run(all_of(4, 0.2))
    assert said == [503, 503]  # who waits too long


def test_an_answer_that_fails_by_time_is_not_taken_for_a_busy_server() -> None:
    async def work() -> None:
        async with Pacing().turn():
            raise TimeoutError("a file of the network")

    with pytest.raises(TimeoutError, match="a file of the network"):
        asyncio.run(work())


@pytest.mark.parametrize(
    ("address", "forwarded", "client"),
    [
        ("192.0.2.1", "198.51.100.9", "192.0.2.1"),
        ("127.0.0.1", "198.51.100.9", "198.51.100.9"),
        ("::1", "1.1.1.1, 198.51.100.9", "198.51.100.9"),
        ("127.0.0.1", "x" * 900, "x" * 45),
        ("127.0.0.1", None, "127.0.0.1"),
        ("203.0.113.7", "1.1.1.1, 198.51.100.9", "198.51.100.9"),
        ("203.0.113.7", "198.51.100.9, 2001:db8::5", "198.51.100.9"),
        ("203.0.113.8", "198.51.100.9", "203.0.113.8"),
    ],
)
def test_only_a_trusted_proxy_says_who_asks(
    address: str, forwarded: str | None, client: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_TRUSTED_PROXIES", "203.0.113.7 2001:db8::/64")
    found: list[str] = []

    async def answer(scope: Any, *_: Any) -> None:
        found.append(name_client(Request(scope)))

    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    scope: Any = {"type": "http", "client": (address, 5), "headers": headers}
    asyncio.run(ProxyHeadersMiddleware(answer, list_proxies())(scope, None, None))  # type: ignore[arg-type]
    assert found == [client]


def test_clients_behind_a_proxy_have_a_pace_each(builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    program = Program(make_application(Pacing(at_once=1)))
    for address in ("198.51.100.9", "198.51.100.10", "2001:db8::5"):
        assert program.ask("/api/v1/data", x_forwarded_for=address).status_code == 200
