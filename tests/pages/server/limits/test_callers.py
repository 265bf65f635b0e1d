"""Who asks under a foreign name is refused, on HTTP as on the WebSocket."""

import pytest
from starlette.datastructures import Headers

from bench.raw_client import HANDSHAKE, get, send_request
from bench.visitor import SOCKET
from pages.server import policy
from pages.server.limits.callers import (
    is_allowed_caller,
    is_allowed_host,
    list_program_origins,
    parse_host,
    parse_origin,
)
from tests.pages.server.conftest import Served

OURS = [
    {"host": "localhost:8501"},
    {"host": "127.0.0.1"},
    {"host": "LOCALHOST:9"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"},
    {"host": "127.0.0.1", "origin": "http://127.0.0.1"},
    {"host": "127.0.0.1", "origin": "http://127.0.0.1:80"},
    {"host": "localhost", "origin": "https://localhost", "x-forwarded-proto": "https"},
]
FOREIGN = [
    {},
    {"host": ""},
    {"host": "rebind.example"},
    {"host": "localhost.rebind.example"},
    {"host": "localhost@rebind.example"},
    {"host": "a@localhost"},
    {"host": "localhost/"},
    {"host": "localhost\x1b"},
    {"host": "localhost, localhost"},
    {"host": "localhost:0"},
    {"host": "localhost:99999"},
    {"host": "localhost:"},
    {"host": "["},
    {"host": "127.0.0.1:8501", "origin": "https://elsewhere.example"},
    {"host": "127.0.0.1:8501", "origin": "null"},
    {"host": "127.0.0.1:8501", "origin": ""},
    {"host": "127.0.0.1:8501", "origin": "http://[::1"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501.evil.example"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501@evil.example"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501/"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8502"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1"},
    {"host": "127.0.0.1:8501", "origin": "http://localhost:8501"},
    {"host": "127.0.0.1:8501", "origin": "https://127.0.0.1:8501"},
    {"host": "127.0.0.1:8501", "origin": "file://127.0.0.1:8501"},
    {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501\x1b[0m"},
    {"host": "localhost", "origin": "http://localhost", "x-forwarded-proto": "https"},
    {"host": "localhost", "origin": "https://localhost", "x-forwarded-proto": "https, http"},
    {"host": "rebind.example", "origin": "http://rebind.example"},
]


@pytest.mark.parametrize("headers", OURS)
@pytest.mark.parametrize("scheme", ["http", "ws"])
def test_ours(scheme: str, headers: dict[str, str]) -> None:
    assert is_allowed_caller(Headers(headers), scheme)


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("scheme", ["http", "ws"])
def test_foreign(scheme: str, headers: dict[str, str]) -> None:
    assert not is_allowed_caller(Headers(headers), scheme)


def test_a_header_that_comes_twice_is_foreign() -> None:
    host, origin = (b"host", b"localhost"), (b"origin", b"http://localhost")
    assert is_allowed_caller(Headers(raw=[host, origin]), "http")
    assert not is_allowed_caller(Headers(raw=[host, host]), "http")
    assert not is_allowed_caller(Headers(raw=[host, origin, origin]), "http")


def test_hosts_and_origins_are_read_whole() -> None:
    assert parse_host("[::1]:8501") == ("::1", 8501)
    assert parse_host("a" * 256) is None
    assert parse_origin("https://Chegara.Example.org") == ("https", "chegara.example.org", 443)


def test_other_names_and_origins_come_from_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {
        "server.allowedHosts": ["a.example", "*.b.example"],
        "server.corsAllowedOrigins": ["https://c.example", "half"],
    }
    monkeypatch.setattr("streamlit.config.get_option", settings.__getitem__)
    assert [
        is_allowed_host(name)
        for name in ("a.example", "x.b.example", "b.example", "xb.example", "x.a.example")
    ] == [
        True,
        True,
        False,
        False,
        False,
    ]
    asked = {"host": "a.example", "origin": "https://c.example"}
    assert is_allowed_caller(Headers(asked), "http")
    assert not is_allowed_caller(Headers(asked | {"origin": "http://c.example"}), "http")


@pytest.mark.parametrize("headers", [{"Host": "rebind.example"}, {"Origin": "https://elsewhere.example"}])
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("GET", "/ready"), (SOCKET, "/_stcore/stream"), ("PUT", "/any")]
)
def test_a_foreign_name_gets_nothing(method: str, path: str, headers: dict[str, str], served: Served) -> None:
    before = served.log.stat().st_size
    assert served.visitor.ask(method, path, headers)[:2] == (403, 0)
    said = served.log.read_text(encoding="utf-8")[before:]
    assert (
        "A request was refused: its Host" in said
    )  # who left the public name out of the settings finds it there
    assert next(iter(headers.values())) in said


@pytest.mark.parametrize(
    "origin", [b"http://[::1", b"http://127.0.0.1:1.evil.example", b"http://localhost:1", b"\xff"]
)
@pytest.mark.parametrize("asked", [get(b"/"), HANDSHAKE + b"\r\n"], ids=["http", "websocket"])
def test_what_cannot_be_parsed_is_refused_with_the_headers(
    asked: bytes, origin: bytes, served: Served
) -> None:
    answer = send_request(served.port, asked.replace(b"\r\n\r\n", b"\r\nOrigin: " + origin + b"\r\n\r\n"))
    assert answer.startswith(b"HTTP/1.1 403")
    assert policy.headers()["content-security-policy"].encode() in answer


def test_pages_that_are_listed_read_what_is_for_programs_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    headers = Headers({"host": "localhost:8501", "origin": "https://map.example"})
    assert not is_allowed_caller(headers, "http", "api/v1/data")
    monkeypatch.setenv("CHEGARA_API_ORIGINS", "https://other.example HTTPS://map.example")
    assert list_program_origins() == ["https://other.example", "https://map.example"]
    assert is_allowed_caller(headers, "http", "api/v1/data")
    assert not is_allowed_caller(headers, "http", "timeline")
    assert not is_allowed_caller(headers, "ws", "_stcore/stream")
    assert not is_allowed_caller(Headers({"host": "localhost", "origin": "null"}), "http", "api/v1/data")
