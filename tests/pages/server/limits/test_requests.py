"""Requests that no browser makes are refused before anything reads them."""

import pytest

from bench.raw_client import get, send_request
from pages.server import policy
from pages.server.limits.requests import refusal
from tests.pages.server.conftest import Served

REFUSED = {
    "505 another version": b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
    "411 a body in chunks": get(b"/", b"Transfer-Encoding: chunked", method=b"PUT") + b"1\r\nx\r\n" * 100_000,
    "411 both lengths": get(b"/", b"Transfer-Encoding: chunked", b"Content-Length: 5") + b"0\r\n\r\n",
    "413 a body where none is read": get(b"/", b"Content-Length: 100000000", method=b"POST"),
    "416 many ranges": get(
        b"/index.html", b"Range: bytes=" + b",".join(b"%d-%d" % (n, n) for n in range(1500))
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_and_the_connection_ends(case: str, served: Served) -> None:
    answer = send_request(served.port, REFUSED[case])
    assert answer.startswith(b"HTTP/1.1 " + case[:3].encode())
    assert policy.headers()["content-security-policy"].encode() in answer


def test_what_browsers_ask_is_not() -> None:
    asked = {"type": "http", "http_version": "1.1", "method": "GET"}
    for headers in ([], [(b"range", b"bytes=0-99")], [(b"content-length", b"0")]):
        assert refusal({**asked, "headers": headers}) is None
    assert refusal({**asked, "method": "PUT", "headers": [(b"content-length", b"26214400")]}) is None
