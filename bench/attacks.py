"""What a stranger may send to the server: each attack is made from a seed, so that it can be made again."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench import raw_client
from bench.raw_client import BINARY, CLOSE, CONT, HANDSHAKE, PING, PONG, TEXT, frame, get
from bench.visitor import Visitor
from pages.server.limits import frames

STREAM = "/_stcore/stream"
PAGES = ("", "timeline", "network", "offices", "recommendations", "evidence", "extracts", "about")
JSON = (
    "{}",
    "[1]",
    '{"selection": 1}',
    '{"selection": {"points": [1]}}',
    '{"selection": {"points": [{"customdata": 1, "x": [], "point_index": -1, "curve_number": 99}]}}',
    '{"selection": {"rows": [-1, 99999], "columns": [1], "cells": [[1]], "objects": {"a": [1]}}}',
    '{"selection": {"rows": ["a"], "indices": 1, "point_indices": [null]}}',
    '{"selection": {"selected": [{"data_type": 1, "data_indices": ["a", -5, 1e300]}], "box": [{"x": [1]}]}}',
    '{"choice": 1}',
    '{"choice": {"a": []}, "rev": "x", "value": [1, {}]}',
    "[" * 20_000,
)
ODD = (
    "",
    "\x1b[31m\nFAKE",
    "\u202e",
    "a" * 5000,
    "[" * 2000,
    "http://[::1",
    "-1",
    "NaN",
    "9" * 400,
    "\0",
    "null",
    "{}",
)
NUMBERS = (0, -1, 1, 2**31, -(2**31), 2**53)
REQUESTS = (
    get(b"/", b"Origin: http://127.0.0.1", b"Cookie: a=b; session=c", b"Range: bytes=0-1"),
    get(b"/media/0123456789abcdef.csv", b"If-None-Match: x", b"Accept-Encoding: gzip, br"),
    get(
        b"/_stcore/upload_file/a/b",
        b"Content-Length: 3",
        b"Content-Type: multipart/form-data; boundary=x",
        method=b"PUT",
    ),
    get(b"/_stcore/health", method=b"HEAD")
    + get(b"/ready", b"Transfer-Encoding: chunked")
    + b"3\r\nabc\r\n0\r\n\r\n",
    HANDSHAKE + b"Origin: http://127.0.0.1\r\nSec-WebSocket-Protocol: streamlit, a, b\r\nCookie: a=b\r\n\r\n",
)
Attack = Callable[[random.Random, "PageState"], bytes]


class PageState:
    """What a page shows of itself to whoever opens it: the ids of its widgets and its pages."""

    def __init__(self, visitor: Visitor) -> None:
        self.widgets: list[str] = []
        self.pages: list[str] = []
        self.session = ""
        for name in PAGES:
            for part in visitor.run(STREAM, name):
                self._learn(ForwardMsg.FromString(part))

    def _learn(self, message: ForwardMsg) -> None:
        self.pages = [page.page_script_hash for page in message.navigation.app_pages] or self.pages
        self.session = message.new_session.initialize.session_id or self.session
        self.widgets += [text for text in _strings(message) if text.startswith("$$ID")]


def _strings(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        for one in value if field.is_repeated else (value,):
            if isinstance(one, Message):
                yield from _strings(one)
            elif isinstance(one, str):
                yield one


def damage_bytes(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, lost, doubled or put in."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.choice((1, 4, 50))]
            case 2:
                found[place:place] = found[: chance.randrange(1, 200)]
            case 3:
                found[place:place] = chance.randbytes(chance.choice((1, 4, 40)))
    return bytes(found)


def _fill(message: Message, chance: random.Random) -> None:
    """Set some fields of a message to odd values."""
    for field in chance.sample(list(message.DESCRIPTOR.fields), k=min(3, len(message.DESCRIPTOR.fields))):
        value: Any = chance.choice(ODD if field.type in (field.TYPE_STRING, field.TYPE_BYTES) else NUMBERS)
        part = getattr(message, field.name)
        with suppress(TypeError, ValueError):
            if field.message_type and not field.is_repeated:
                part.SetInParent()
                _fill(part, chance)
            elif field.is_repeated and not field.message_type:
                part.extend([value] * chance.choice((1, 3, 1000)))
            elif not field.message_type:
                setattr(message, field.name, value.encode() if field.type == field.TYPE_BYTES else value)


def rerun(chance: random.Random, known: PageState) -> bytes:
    """A run of a page, with values of any kind for widgets that are there."""
    message = raw_client.rerun(page_script_hash=chance.choice(known.pages))
    for name in chance.sample(known.widgets, k=chance.randrange(4)):
        widget = message.rerun_script.widget_states.widgets.add()
        _fill(widget, chance)
        if chance.random() < 0.5:
            setattr(widget, chance.choice(("json_value", "json_trigger_value")), chance.choice((*ODD, *JSON)))
        widget.id = name
    names = ("org", "from", "to", "q", "match", "event", "page", "theme", chance.choice(ODD))
    pairs = (f"{chance.choice(names)}={chance.choice(ODD)}" for _ in range(chance.choice((0, 2, 900))))
    message.rerun_script.query_string = "&".join(pairs)
    _fill(message.rerun_script.context_info, chance)
    return frame(BINARY, message.SerializeToString())


def kinds(chance: random.Random, known: PageState) -> bytes:
    """A few messages of any kind, with odd values."""
    sent = b""
    for _ in range(chance.choice((1, 5, 60))):
        message = BackMsg()
        _fill(message, chance)
        if chance.random() < 0.5:
            message.backend_operation_request.session_id = known.session
            message.backend_operation_request.deferred_file.file_id = chance.choice(ODD)
        sent += frame(BINARY, message.SerializeToString())
    return sent


def broken(chance: random.Random, known: PageState) -> bytes:
    """Messages with bytes changed, below the frame or in it."""
    whole = rerun(chance, known)
    return (
        damage_bytes(whole, chance)
        if chance.random() < 0.5
        else frame(BINARY, damage_bytes(whole[8:], chance))
    )


def forms(chance: random.Random, _known: PageState) -> bytes:
    """Frames of any kind, in parts, too large, or none."""
    sent = b""
    for _ in range(chance.choice((1, 3, 30))):
        kind = chance.choice((CONT, TEXT, BINARY, BINARY, CLOSE, PING, PONG, 3, 11))
        length = chance.choice((None, None, None, 0, 125, 70_000, 2**40, 2**63))
        payload = chance.randbytes(chance.choice((0, 1, 50, 70_000, frames.LARGEST)))
        sent += frame(kind, payload, is_last=chance.random() < 0.7, length=length)
    return sent


def floods(chance: random.Random, _known: PageState) -> bytes:
    """The same small frame, thousands of times."""
    small = raw_client.rerun().SerializeToString()
    beat = BackMsg(app_heartbeat=True).SerializeToString()
    one = chance.choice(
        (frame(BINARY, small), frame(BINARY, beat), frame(PING), frame(PONG), frame(CONT), frame(BINARY))
    )
    return one * chance.choice((100, 2000, 20_000))


ATTACKS: dict[str, Attack] = {a.__name__: a for a in (rerun, kinds, broken, forms, floods)}
