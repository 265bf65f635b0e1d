"""Who asks under a foreign name is refused, on HTTP as on the WebSocket."""

import pytest
from starlette.datastructures import Headers

from bench.visitor import SOCKET, Visitor
from pages.server.callers import is_ours

OURS = [
    {"host": "localhost:8501"},
    {"host": "127.0.0.1"},
    {"host": "LOCALHOST:9"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"},
]
FOREIGN = [
    {},
    {"host": "rebind.example"},
    {"host": "localhost.rebind.example"},
    {"host": "localhost@rebind.example"},
    {"host": "127.0.0.1:8501", "origin": "https://elsewhere.example"},
    {"host": "127.0.0.1:8501", "origin": "null"},
    {"host": "rebind.example", "origin": "http://rebind.example"},
]


@pytest.mark.parametrize("headers", OURS)
def test_ours(headers: dict[str, str]) -> None:
    assert is_ours(Headers(headers))


@pytest.mark.parametrize("headers", FOREIGN)
def test_foreign(headers: dict[str, str]) -> None:
    assert not is_ours(Headers(headers))


@pytest.mark.parametrize("headers", [{"Host": "rebind.example"}, {"Origin": "https://elsewhere.example"}])
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("GET", "/ready"), (SOCKET, "/_stcore/stream"), ("PUT", "/any")]
)
def test_a_foreign_name_gets_nothing(
    method: str, path: str, headers: dict[str, str], launched: Visitor
) -> None:
    assert launched.ask(method, path, headers)[:2] == (403, 0)
