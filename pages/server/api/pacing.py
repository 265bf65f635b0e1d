"""Bounds what one program, and all of them together, may ask for: readers of the dashboard come first."""

import asyncio
import os
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_network

from starlette.requests import Request

from pages.server.api.problems import ProblemError
from pages.server.limits.sockets import Bucket

AT_ONCE, A_SECOND = 60, 5.0
"""Requests of one client: so many together, and so many a second after that."""
MOST_CLIENTS = 1_000
"""Clients that are remembered, the most recent."""
PROXIES = "CHEGARA_TRUSTED_PROXIES"
"""The setting for proxies that are believed."""
HERE = ("127.0.0.1", "::1")
LONGEST_ADDRESS = 45
"""Characters of an address of IPv6."""
MADE_AT_ONCE, MOST_WAITING, PATIENCE = 2, 20, 20.0
"""Answers made at the same time, how many wait for their turn, and for how many seconds."""


class Pacing:
    """Of one process. A client is an address, as the server sees it."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._turns = asyncio.Semaphore(MADE_AT_ONCE)
        self._inside = 0

    def count(self, client: str) -> None:
        """Count a request; ProblemError where there were too many."""
        bucket = self._buckets.pop(client, None) or Bucket(self._at_once, A_SECOND)
        self._buckets[client] = bucket
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        if bucket.is_empty():
            raise ProblemError(
                429,
                f"{self._at_once} requests are answered at once, then {A_SECOND:.0f} a second; wait.",
                {"retry-after": "1"},
            )
        bucket.take()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until an answer may be made; ProblemError where too many wait, or for too long."""
        if self._inside >= MADE_AT_ONCE + MOST_WAITING:
            raise _busy()
        self._inside += 1
        try:
            await self._wait()
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._inside -= 1

    async def _wait(self) -> None:
        try:
            await asyncio.wait_for(self._turns.acquire(), PATIENCE)
        except TimeoutError:
            raise _busy() from None


def name_client(request: Request) -> str:
    """The address of a client: as the connection has it, or as a proxy says that `list_proxies` names."""
    return request.client.host[:LONGEST_ADDRESS] if request.client else ""


def list_proxies() -> list[str]:
    """Those of this machine and of the setting, with a space between; ValueError where one is none."""
    return [*HERE, *map(require_proxy, os.environ.get(PROXIES, "").split())]


def require_proxy(text: str) -> str:
    """The text itself; ValueError where it is neither an address nor a network, or a network of everybody."""
    with suppress(ValueError):
        if ip_network(text).prefixlen:
            return text
    raise ValueError(
        "are addresses and networks with a space between, such as 10.0.0.5 10.1.0.0/16; not of everybody"
    )


def _busy() -> ProblemError:
    return ProblemError(
        503, "The server is busy with other requests; ask again in a moment.", {"retry-after": "5"}
    )
