"""Somebody at the doors of the server: asks any route over HTTP or the WebSocket, under any name."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

SOCKET = "WS"
"""The method of the WebSocket in lists of routes."""
PATIENCE = 60.0


class Answer(NamedTuple):
    """What came back: the status, how many bytes of a body that was not refused, all headers."""

    status: int
    data: int
    headers: dict[str, str]
    body: bytes = b""


class SessionState(NamedTuple):
    """What a reader's session shows of itself: its id, and the address of a download it has made."""

    session: str
    media: str
    size: int
    cookie: str


class Visitor:
    """At `port` of this machine; `name` is the host asked for, over TLS where `is_tls`."""

    def __init__(self, port: int, name: str = "127.0.0.1", is_tls: bool = False) -> None:
        self.port, self.name, self.is_tls = port, name, is_tls
        self._trust = ssl.create_default_context()
        self._trust.check_hostname, self._trust.verify_mode = False, ssl.CERT_NONE  # made for this run

    def ask(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Answer:
        """One request; redirects are not followed. A `Host` among the headers wins over the name."""
        if method == SOCKET:
            return self._greet(path, headers)
        scheme = "https" if self.is_tls else "http"
        with httpx.Client(verify=self._trust, timeout=PATIENCE) as client:
            address = f"{scheme}://127.0.0.1:{self.port}{path}"
            files = {"file": ("door.csv", body)} if body else None
            named = {"Host": self._host(), **headers}
            more = {"sni_hostname": self.name}
            got = client.request(method, address, headers=named, files=files, extensions=more)
        data = len(got.content) if got.is_success else 0
        return Answer(got.status_code, data, dict(got.headers), got.content)

    def _host(self) -> str:
        return self.name if self.is_tls else f"{self.name}:{self.port}"

    def _greet(self, path: str, headers: dict[str, str]) -> Answer:
        """Open the WebSocket, ask for a page, and count what comes."""
        try:
            with self._connected(path, headers) as stream:
                stream.send(_run())
                return Answer(101, sum(len(part) for part in _until_finished(stream)), _headers(stream))
        except InvalidStatus as refused:
            return Answer(refused.response.status_code, 0, dict(refused.response.headers.raw_items()))

    def _connected(self, path: str, headers: dict[str, str]) -> ClientConnection:
        more = {name: value for name, value in headers.items() if name not in ("Host", "Origin")}
        origin = headers.get("Origin")
        scheme, trust = ("wss", self._trust) if self.is_tls else ("ws", None)
        return connect(
            f"{scheme}://{headers.get('Host') or self._host()}{path}",
            sock=socket.create_connection(("127.0.0.1", self.port), PATIENCE),
            ssl=trust,
            server_hostname=self.name if self.is_tls else None,
            origin=Origin(origin) if origin else None,
            additional_headers=more,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            proxy=None,
        )

    def run(self, path: str, page: str) -> list[bytes]:
        """All messages of a first run of the page of this name."""
        with self._connected(path, {}) as stream:
            message = BackMsg()
            message.rerun_script.page_name = page
            stream.send(message.SerializeToString())
            return _until_finished(stream)

    @contextmanager
    def reading(self, path: str, headers: dict[str, str]) -> Iterator[SessionState]:
        """Open a page as a reader does, open its menu of downloads, press one, and stay."""
        with self._connected(path, headers) as stream:
            session, menu, file, size = "", "", "", 0
            while not file:
                stream.send(_run(menu))
                for part in _until_finished(stream):
                    message = ForwardMsg.FromString(part)
                    size += len(part)
                    session = message.new_session.initialize.session_id or session
                    menu = message.delta.add_block.popover.id or menu
                    file = message.delta.new_element.download_button.deferred_file_id or file
            request = BackMsg()
            request.backend_operation_request.request_id = "door"
            request.backend_operation_request.session_id = session
            request.backend_operation_request.deferred_file.file_id = file
            stream.send(request.SerializeToString())
            url = ""
            while not url:
                answer = ForwardMsg.FromString(stream.recv(PATIENCE, decode=False))
                url = answer.backend_operation_response.deferred_file.url
            yield SessionState(session, url, size, _headers(stream).get("set-cookie", ""))


def _headers(stream: ClientConnection) -> dict[str, str]:
    answer = stream.response
    return {name.lower(): value for name, value in answer.headers.raw_items()} if answer else {}


def _until_finished(stream: ClientConnection) -> list[bytes]:
    """All messages of a run, its end included."""
    parts: list[bytes] = []
    while True:
        parts.append(stream.recv(PATIENCE, decode=False))
        message = ForwardMsg.FromString(parts[-1])
        is_over = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        if message.WhichOneof("type") == "script_finished" and is_over:
            return parts


def _run(menu: str = "") -> bytes:
    """Run the page, with this menu open if one is named."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    if menu:
        message.rerun_script.widget_states.widgets.add(id=menu, bool_value=True)
    payload: bytes = message.SerializeToString()
    return payload
