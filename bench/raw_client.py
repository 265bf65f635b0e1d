"""A client that writes raw bytes to a server: requests and frames that no browser sends."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from streamlit.proto.BackMsg_pb2 import BackMsg

CONT, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
"""Kinds of frames, RFC 6455 §11.8."""
PATIENCE = 20.0
HANDSHAKE = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
)


def send_request(port: int, request: bytes, patience: float = PATIENCE) -> bytes:
    """All that comes back for these bytes; TimeoutError where the server neither answers nor closes."""
    with socket.create_connection(("127.0.0.1", port), patience) as line:
        line.sendall(request)
        return _rest(line)


def get(path: bytes, *headers: bytes, host: bytes = b"127.0.0.1", method: bytes = b"GET") -> bytes:
    """The bytes of a request after which the server is to close the connection."""
    lines = [method + b" " + path + b" HTTP/1.1", b"Host: " + host, b"Connection: close", *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def frame(kind: int, payload: bytes = b"", *, is_last: bool = True, length: int | None = None) -> bytes:
    """A masked frame; its header states `length` where that is given, whatever follows."""
    size = len(payload) if length is None else length
    head = bytes([kind | 0x80 * is_last])
    if size < 126:
        head += bytes([0x80 | size])
    elif size < 1 << 16:
        head += bytes([0x80 | 126]) + size.to_bytes(2, "big")
    else:
        head += bytes([0x80 | 127]) + size.to_bytes(8, "big")
    return head + bytes(4) + payload  # the mask 0 leaves the payload as it is


def rerun(**given: object) -> BackMsg:
    """A message that asks for a run of the page; `given` are fields of `rerun_script`."""
    message = BackMsg()
    message.rerun_script.SetInParent()
    for name, value in given.items():
        setattr(message.rerun_script, name, value)
    return message


@contextmanager
def websocket(port: int, *headers: bytes) -> Iterator[socket.socket]:
    """A connection that has been upgraded; ConnectionError where the server does not."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
        line.sendall(HANDSHAKE + b"".join(header + b"\r\n" for header in headers) + b"\r\n")
        answer = b""
        while b"\r\n\r\n" not in answer:
            if not (piece := line.recv(1)):
                break
            answer += piece
        if not answer.startswith(b"HTTP/1.1 101"):
            raise ConnectionError(answer.decode(errors="replace").splitlines()[0] if answer else "closed")
        yield line


def close_code(line: socket.socket, patience: float = PATIENCE) -> int | None:
    """The code with which the server closes the WebSocket, None without one; data are skipped."""
    line.settimeout(patience)
    with suppress(ConnectionError):
        while True:
            kind, payload = _next(line)
            if kind == CLOSE:
                return int.from_bytes(payload[:2], "big")
    return None


def _next(line: socket.socket) -> tuple[int, bytes]:
    head = _exactly(line, 2)
    size = head[1] & 0x7F
    if size > 125:
        size = int.from_bytes(_exactly(line, 2 if size == 126 else 8), "big")
    return head[0] & 0x0F, _exactly(line, size)


def _exactly(line: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        if not (piece := line.recv(size - len(found))):
            raise ConnectionError("closed")
        found += piece
    return found


def _rest(line: socket.socket) -> bytes:
    found = b""
    with suppress(ConnectionError):
        while piece := line.recv(1 << 16):
            found += piece
    return found
