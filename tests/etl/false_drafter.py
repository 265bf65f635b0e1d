"""An address of this machine that answers as a drafter does."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

FACTS: list[Any] = [
    {"field": "organisation", "value": "Delta Institute", "paragraph": 3, "anchor": "Delta Institute"},
    {"field": "organisation", "value": "Omega Institute", "paragraph": 3, "anchor": "Delta Institute"},
    {"field": "place", "value": "Tashkent", "paragraph": 2, "anchor": "in the city of Tashkent"},
    {"field": "date", "value": "2024-05-03", "paragraph": 99, "anchor": "3 May 2024"},
    {"field": "date", "value": "2024-05-04", "paragraph": 2, "anchor": "3 May 2024"},
    {"field": "person", "value": "Vera Veraeva", "paragraph": 3, "anchor": "a b c d e f g h i"},
    {"field": "weather", "value": "rain"},
]
"""What the false drafter says: one answer that is proven, six that are not, each in its own way."""


class _FalseDrafter(BaseHTTPRequestHandler):
    said: Any = None
    asked: list[Any]

    def do_POST(self) -> None:
        self.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        said = self.said if self.said is not None else json.dumps({"facts": FACTS})
        body = json.dumps({"choices": [{"message": {"content": said}}]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def false_drafter() -> Iterator[tuple[str, type[_FalseDrafter]]]:
    """An address of this machine that answers as a drafter does, and its handler."""
    handler = type("Handler", (_FalseDrafter,), {"asked": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1", handler
    server.shutdown()
    server.server_close()


@pytest.fixture
def drafter_address(false_drafter: tuple[str, type[_FalseDrafter]]) -> str:
    return false_drafter[0]
