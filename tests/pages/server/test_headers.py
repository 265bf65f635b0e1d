"""Every kind of answer bears the headers of protection; downloads are kept nowhere."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect

from bench.visitor import Visitor
from pages.server import headers, policy

KINDS = {
    "page": ("GET", "/timeline?org=alpha", 200),
    "health": ("GET", "/_stcore/health", 200),
    "ready": ("GET", "/ready", 200),
    "settings of the page": ("GET", "/_stcore/host-config", 200),
    "missing download": ("GET", "/media/none.csv", 404),
    "missing part": ("GET", "/component/none/index.html", 404),
    "refused upload": ("PUT", "/_stcore/upload_file/nobody/file", 403),
    "refused path": ("GET", "/static/..%2f..%2fapp.py", 400),
    "wrong method": ("POST", "/ready", 405),
    "foreign host": ("GET", "/", 403),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_is_protected(kind: str, launched: Visitor) -> None:
    method, path, status = KINDS[kind]
    answer = launched.ask(method, path, {"Host": "elsewhere.example"} if kind == "foreign host" else {})
    assert answer.status == status
    assert policy.headers().items() <= answer.headers.items()
    assert "server" not in answer.headers
    assert answer.headers.get("access-control-allow-origin") is None


def test_a_script_is_protected_and_may_be_kept(launched: Visitor) -> None:
    page = launched.ask("GET", "/", {}).body.decode()
    script = page.split('src="./', 1)[1].split('"', 1)[0]
    answer = launched.ask("GET", f"/{script}", {})
    assert policy.headers().items() <= answer.headers.items()
    assert "immutable" in answer.headers["cache-control"]


def test_a_download_is_kept_nowhere(launched: Visitor) -> None:
    with launched.reading("/_stcore/stream", {}) as shown:
        answer = launched.ask("GET", shown.media, {})
    assert answer.status == 200
    assert b"2021-03-03-alphaville-roundtable" in answer.body
    assert answer.headers["cache-control"] == "no-store"
    assert policy.headers().items() <= answer.headers.items()


def test_no_foreign_page_may_send_messages_to_ours(launched: Visitor) -> None:
    assert b'"allowedOrigins":[]' in launched.ask("GET", "/_stcore/host-config", {}).body


@pytest.mark.parametrize("has_begun", [False, True])
def test_what_raises_inside_is_answered_with_the_headers(
    has_begun: bool, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(_scope: Scope, _receive: Receive, send: Send) -> None:
        if has_begun:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ValueError("ours")

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    monkeypatch.setattr(headers.LOG, "propagate", True)
    app = headers.Headers(fails, {"x-protection": "on"})
    with ThreadPoolExecutor(1) as apart:  # Playwright keeps a loop in the main thread
        apart.submit(lambda: asyncio.run(app({"type": "http", "path": "/p"}, None, send))).result()  # type: ignore[arg-type]
    assert sent[0]["status"] == (200 if has_begun else 500)
    assert (b"x-protection", b"on") in sent[0]["headers"]
    assert len(sent) == (1 if has_begun else 2)
    assert "ValueError: ours" in caplog.text


@pytest.mark.parametrize("gone", [ClientDisconnect(), WebSocketDisconnect(1006)])
def test_who_has_left_is_no_fault(
    gone: Exception, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise gone

    monkeypatch.setattr(headers.LOG, "propagate", True)
    app = headers.Headers(fails, {})
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(app({"type": "http", "path": "/p"}, None, None))).result()  # type: ignore[arg-type]
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("path", "query", "is_framed"),
    [
        ("/timeline", b"org=alpha&embed=1", True),
        ("/", b"embed=1", True),
        ("/timeline", b"", False),
        ("/timeline", b"embed=true", False),
        ("/media/x.csv", b"embed=1", False),
        ("/api/v1/data", b"embed=1", False),
    ],
)
def test_only_a_page_without_its_frame_may_be_framed(path: str, query: bytes, is_framed: bool) -> None:
    async def inside(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("a page")(scope, receive, send)

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    guarded = headers.Headers(inside, {"x-frame-options": "DENY"}, {"framed": "yes"})
    scope = {"type": "http", "path": path, "query_string": query, "method": "GET", "headers": []}
    asyncio.run(guarded(scope, receive, send))
    names = {name for name, _ in sent[0]["headers"]}
    assert (b"framed" in names, b"x-frame-options" in names) == (is_framed, not is_framed)
