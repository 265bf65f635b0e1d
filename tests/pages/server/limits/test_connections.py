"""Bytes that are no request, frames out of form: an answer with the headers, a line in the log, no trace."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from threading import Thread

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from bench import raw_client
from bench.raw_client import BINARY, CLOSE, CONT, HANDSHAKE, PING, TEXT, frame, get, send_request, websocket
from pages.server import policy
from pages.server.limits import connections
from pages.server.limits.connections import Http, Socket, has_left
from tests.e2e.serving import free_port
from tests.pages.server.conftest import Served

REQUESTS = {
    "400 noise": b"\x16\x03\x01\x00noise\r\n\r\n",
    "400 no host": b"GET / HTTP/1.1\r\n\r\n",
    "400 two hosts": get(b"/", b"Host: 127.0.0.1"),
    "400 a byte in the path": get(b"/\xff"),
    "400 headers of 70 kB": get(b"/", b"X: " + b"a" * 70_000),
    "400 5,000 headers": get(b"/", *[b"X%d: 1" % number for number in range(5000)]),
    "400 length below 0": get(b"/", b"Content-Length: -1"),
    "400 length of 40 digits": get(b"/", b"Content-Length: " + b"9" * 40),
    "400 an unknown encoding": get(b"/", b"Transfer-Encoding: gzip"),
    "400 a bad chunk": get(b"/_stcore/upload_file/a/b", b"Transfer-Encoding: chunked", method=b"PUT")
    + b"zz\r\n",
    "400 a zero in the path": get(b"/%00"),
    "404 a line break in the path": get(b"/ready%0d%0aFAKE"),
    "404 bytes in the path of a download": get(b"/media/%ff%fe.csv"),
    "400 a download from above": get(b"/media/../../app.py"),
    "404 a bad range": get(b"/media/none", b"Range: bytes=9-1"),
    "416 a range of 30 digits": get(b"/index.html", b"Range: bytes=" + b"9" * 30 + b"-"),
    "404 bytes in the path": get(b"/%ff%fe"),
    "404 half an escape": get(b"/%zz%"),
    "200 cookies of rubbish": get(b"/", b"Cookie: ;;=\xff\xfe;session=%%;a=b=c;_streamlit_user=\xff"),
    "200 dates of rubbish": get(b"/index.html", b"If-Modified-Since: \xff", b"If-None-Match: \xff"),
    "405 an unknown method": get(b"/", method=b"FOO"),
    "404 a path of a proxy": get(b"http://elsewhere.example/"),
    "403 the first line of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "400 a handshake without a key": HANDSHAKE.replace(b"Sec-WebSocket-Key", b"X") + b"\r\n",
    "400 a handshake of another version": HANDSHAKE.replace(b": 13", b": 12") + b"\r\n",
    "405 a handshake by POST": HANDSHAKE.replace(b"GET", b"POST") + b"\r\n",
    "403 a handshake elsewhere": HANDSHAKE.replace(b"stream", b"none") + b"\r\n",
    "431 a handshake with a cookie of 9 kB": HANDSHAKE + b"Cookie: " + b"a" * 9000 + b"\r\n\r\n",
    "431 a handshake with 200 headers": HANDSHAKE + b"".join(b"X%d: 1\r\n" % n for n in range(200)) + b"\r\n",
    "400 a handshake with a bad protocol": HANDSHAKE + b"Sec-WebSocket-Protocol: a\xff\r\n\r\n",
}
FRAMES = {
    "1003 text": frame(TEXT, b"hello"),
    "1003 text that is none": frame(TEXT, b"\xff"),
    "1002 a part before its beginning": frame(CONT, b"a"),
    "1002 an unknown kind": frame(3),
    "1002 reserved bits": b"\xf2\x80\0\0\0\0",
    "1002 no mask": b"\x82\x01a",
    "1002 a long ping": frame(PING, b"a" * 200),
    "1002 half a code": frame(CLOSE, b"a"),
    "1002 a code that is none": frame(CLOSE, b"\x00\x01"),
    "1007 a reason that is no text": frame(CLOSE, b"\x03\xe8\xff"),
    "1009 40 MB that never come": frame(BINARY, b"x", length=40_000_000),
    "1009 the largest length": b"\x82\xff" + b"\xff" * 8 + bytes(4),
    "1009 parts that are too large together": frame(BINARY, b"a" * 200_000, is_last=False)
    + frame(CONT, b"a" * 99_999),
    "1008 pings without end": frame(PING) * 5000,
    "1008 parts without end": frame(BINARY, is_last=False) + frame(CONT, is_last=False) * 5000,
}


@pytest.mark.parametrize("case", REQUESTS)
def test_an_answer_and_the_headers_for_any_bytes(case: str, served: Served) -> None:
    answer = send_request(served.port, REQUESTS[case])
    assert answer.startswith(b"HTTP/1.1 " + case[:3].encode()), answer[:100]
    for name, value in policy.headers().items():
        assert f"{name}: {value}".encode() in answer


@pytest.mark.parametrize("case", FRAMES)
def test_a_code_for_any_frame(case: str, served: Served) -> None:
    with websocket(served.port) as line:
        line.sendall(FRAMES[case])
        assert raw_client.close_code(line) == int(case[:4])


def test_who_leaves_in_the_middle_is_no_fault(served: Served) -> None:
    """An upload, half a frame, a page that is running: the fixture looks for traces in the end."""
    half = get(b"/_stcore/upload_file/a/b", b"Content-Length: 1000", method=b"PUT")
    for sent in (half, HANDSHAKE + b"\r\n" + frame(BINARY, b"a", length=1000), HANDSHAKE + b"\r\n"):
        with socket.create_connection(("127.0.0.1", served.port)) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # reset, no farewell
            line.sendall(sent)
    assert served.visitor.ask("GET", "/ready", {}).status == 200


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server that has room for five and waits for a tenth of a second."""
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 5)
    monkeypatch.setattr(connections, "PATIENCE", 0.1)
    port = free_port()
    answer = PlainTextResponse("here")
    settings = uvicorn.Config(answer, port=port, http=Http, ws=Socket, lifespan="off", log_config=None)
    server = uvicorn.Server(settings)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield port
    server.should_exit = True
    thread.join()


def test_who_does_not_end_a_request_is_not_waited_for(small: int) -> None:
    with socket.create_connection(("127.0.0.1", small), 5) as line:
        line.sendall(b"GET / HTTP/1.1\r\n")
        assert line.recv(1) == b""
    with socket.create_connection(("127.0.0.1", small), 5) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET")
        assert raw_client._rest(line).endswith(b"here")


def test_one_connection_too_many_is_closed(small: int) -> None:
    with ExitStack() as stack:
        lines = [stack.enter_context(socket.create_connection(("127.0.0.1", small), 5)) for _ in range(5)]
        assert len(lines) == 5
        assert send_request(small, b"") == b""
    assert b"here" in send_request(small, get(b"/"))


def test_who_has_left_is_seen_though_nobody_reads() -> None:
    one, other = socket.socketpair()

    class Transport:
        def get_extra_info(self, _: str) -> socket.socket:
            return one

    with one, other:
        other.sendall(b"still unread")
        assert not has_left(Transport())  # type: ignore[arg-type]
        other.close()
        assert has_left(Transport())  # type: ignore[arg-type]
    assert not has_left(Transport())  # type: ignore[arg-type]
