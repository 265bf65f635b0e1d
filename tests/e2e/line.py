"""A line between a browser and a server of this machine that can be cut, or fall silent, and be mended.

Playwright's `set_offline` leaves an open WebSocket as it is, so a page would not notice.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from tests.e2e.serving import HOST

PIECE = 1 << 16


class Line:
    """Passes on what either side sends. `url` is the server's, by way of the line."""

    def __init__(self, url: str) -> None:
        self._server = (HOST, urlsplit(url).port)
        self._door = socket.create_server((HOST, 0))
        self.url = f"http://{HOST}:{self._door.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._is_cut = False
        self._passes = threading.Event()
        self._passes.set()
        self._threads: list[threading.Thread] = []
        self._run(self._accept)

    def cut(self) -> None:
        """End all connections and take no new one, as where a network is gone."""
        self._is_cut = True
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def silence(self) -> None:
        """Hold back what is sent, as where packets are lost."""
        self._passes.clear()

    def mend(self) -> None:
        self._is_cut = False
        self._passes.set()

    def close(self) -> None:
        self.cut()
        self._passes.set()
        self._door.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
        self._door.close()

    def _run(self, work: Callable[..., None], *given: socket.socket) -> None:
        self._threads.append(threading.Thread(target=work, args=given, daemon=True))
        self._threads[-1].start()

    def _accept(self) -> None:
        with suppress(OSError):  # the door is closed: the end
            while True:
                caller, _ = self._door.accept()
                if self._is_cut:
                    caller.close()
                    continue
                server = socket.create_connection(self._server)
                self._open += [caller, server]
                self._run(self._pass_on, caller, server)
                self._run(self._pass_on, server, caller)

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                self._passes.wait()
                target.sendall(piece)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        source.close()


@contextmanager
def line(url: str) -> Iterator[Line]:
    """A line to the server at `url`, until the block ends."""
    made = Line(url)
    try:
        yield made
    finally:
        made.close()
