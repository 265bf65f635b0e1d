"""Refuses requests for or from a foreign name: one rule for all routes, HTTP and the WebSocket.

Names are compared whole. Streamlit's own checks, which come after, guard the WebSocket alone and take any
port of localhost, and any origin that begins like ours, for ours.
"""

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.logger import get_logger

from pages.server.addresses import PROGRAMS, find_route

LOG = get_logger("chegara")
ORIGINS = "CHEGARA_API_ORIGINS"
HOST = re.compile(r"(?P<name>[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?")
"""A name or address in lower case, and a port."""
ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<host>[^/?#@\s]+)")
LONGEST = 255
"""Characters of a host, which is all that DNS allows."""
PORTS = {"http": 80, "https": 443}
SCHEMES = {"ws": "http", "wss": "https"}
"""What a WebSocket is upgraded from."""


class Host(NamedTuple):
    """`port` is None where it is not written."""

    name: str
    port: int | None


class AllowedCallers:
    """Middleware: 403 for a foreign Host or Origin; a request without Origin passes, as links have none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or is_allowed_caller(
            headers := Headers(scope=scope), scope["scheme"], find_route(scope["path"])
        ):
            await self.app(scope, receive, send)
        else:
            named = headers.get("host"), headers.get("origin")
            LOG.warning("A request was refused: its Host %.200a or Origin %.200a is not allowed", *named)
            await PlainTextResponse("Forbidden", status_code=403)(scope, receive, send)


def is_allowed_caller(headers: Headers, scheme: str, place: str = "") -> bool:
    """Whether Host is among the allowed ones, and Origin, if any, the address asked or an allowed one.

    `place` is the path: pages of `list_program_origins` may read what is for programs, and nothing else.
    """
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    host = parse_host(hosts[0]) if len(hosts) == 1 else None
    if host is None or not is_allowed_host(host.name):
        return False
    if not origins:
        return True
    scheme = read_scheme(headers, scheme)
    ours = {
        (scheme, host.name, host.port or PORTS.get(scheme)),
        *_parse_all(config.get_option("server.corsAllowedOrigins") or ()),
    }
    if place.startswith(PROGRAMS):
        ours |= _parse_all(list_program_origins())
    return len(origins) == 1 and parse_origin(origins[0]) in ours


def read_scheme(headers: Headers, scheme: str) -> str:
    """`http` or `https`, as the browser knows it."""
    return headers.get("x-forwarded-proto", SCHEMES.get(scheme, scheme))


def list_program_origins() -> list[str]:
    """Setting `CHEGARA_API_ORIGINS`: origins, with a space between, whose pages may read `/api/v1`."""
    return read_origins(ORIGINS)


def read_origins(setting: str) -> list[str]:
    """The origins of a setting, with a space between; ValueError where one of them is none."""
    return [require_origin(each) for each in os.environ.get(setting, "").lower().split()]


def require_origin(text: str) -> str:
    """The text itself; ValueError where it is no whole origin."""
    if parse_origin(text.lower()) is None:
        raise ValueError(
            "are origins with a space between, such as https://other.example or http://other.example:8080"
        )
    return text


def require_allowed_host(text: str) -> str:
    """The text itself; ValueError for an entry of `server.allowedHosts` that no name can equal."""
    name = text.strip().lower().removeprefix("*.")
    host = parse_host(f"[{name}]" if ":" in name else name)
    if host is None or host.name != name:
        raise ValueError(
            "are names with a space between, without scheme and port, such as localhost *.example.org"
        )
    return text


def parse_host(text: str) -> Host | None:
    """Name and port of a Host header; None where it is not exactly that."""
    found = HOST.fullmatch(text.lower()) if len(text) <= LONGEST else None
    if found is None:
        return None
    port = int(found["port"]) if found["port"] else None
    return Host(found["name"].strip("[]"), port) if port is None or 0 < port < 65536 else None


def parse_origin(text: str) -> tuple[str, str, int] | None:
    """Scheme, name and port of an Origin header; None where it is not exactly that, such as `null`."""
    found = ORIGIN.fullmatch(text)
    host = parse_host(found["host"]) if found else None
    return (found["scheme"], host.name, host.port or PORTS[found["scheme"]]) if found and host else None


def is_allowed_host(name: str) -> bool:
    """Whether `server.allowedHosts` holds the name; `*.example.org` there stands for every name below it."""
    allowed = [entry.strip().lower() for entry in config.get_option("server.allowedHosts")]
    return any(name == entry or (entry.startswith("*.") and name.endswith(entry[1:])) for entry in allowed)


def _parse_all(origins: Iterable[str]) -> set[tuple[str, str, int]]:
    return {found for each in origins if (found := parse_origin(each.lower()))}
