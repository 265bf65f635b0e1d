"""A program that asks the way in, in this process, of the store of the invented rows."""

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from pages.server.api.application import make_application
from pages.server.api.pacing import Pacing

BASE = "http://localhost:8501"


class Program:
    """Asks an application one request after another."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def ask(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
                named = {name.replace("_", "-"): text for name, text in headers.items()}
                return await client.request(method, path, headers={"accept-encoding": "", **named})

        return asyncio.run(send())

    def refusal(self, path: str, method: str = "GET") -> tuple[int, str]:
        """Status and sentence of what is refused."""
        answer = self.ask(path, method)
        assert answer.headers["content-type"] == "application/problem+json"
        return answer.status_code, answer.json()["detail"]

    def read(self, path: str) -> Any:
        """What a page of JSON holds."""
        answer = self.ask(path)
        assert answer.status_code == 200, answer.text
        return json.loads(answer.content)


@pytest.fixture
def program(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Asks as often as it likes."""
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    return Program(make_application(Pacing(at_once=10**9)))
