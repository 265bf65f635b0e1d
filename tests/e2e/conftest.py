"""Browser tests: the real record served on this machine, and a browser that tells on the page."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, WebSocket, expect

from data.store import current_build
from pages.server.limits import frames
from tests.e2e.serving import BARE, HOST, ROOT, serving, wait_until
from tests.e2e.waiting import PATIENCE

expect.set_options(timeout=PATIENCE)
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Some violations of the policy (WebAssembly, for one) reach no console by themselves.
TELL = """document.addEventListener("securitypolicyviolation", e =>
  console.error(`violation of ${e.effectiveDirective}: ${e.blockedURI}`));"""
NO_WEBGL = """const get = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return String(kind).startsWith("webgl") ? null : get.call(this, kind, ...rest);
};"""
STILL = """new MutationObserver((_, self) => {
  if (!document.documentElement) return;
  const style = document.createElement("style");
  style.textContent = "*, ::before, ::after { animation: none !important; }";
  document.documentElement.append(style);
  self.disconnect();
}).observe(document, { childList: true });"""
"""What pulses while a page loads is drawn in software, sixty times a second: half of the work of a test."""
# On an address below the root, Streamlit's page first looks for its server there.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    named = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found is None:
        pytest.fail("No Chromium found: run `make chromium`, or name one in CHROMIUM.", pytrace=False)
    return {**browser_type_launch_args, "executable_path": found, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: tests write whole addresses. The plugin's own fixture of this name warns under pytest 9."""


@pytest.fixture(scope="session")
def curated_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one build of the real curated files, made by the first process of a run that needs it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / "store"
    command = [sys.executable, "-m", "etl", "build", "--store", str(folder)]
    with (shared / "store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if current_build(folder) is None:
            built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if built.returncode:
                pytest.fail(f"{' '.join(command)}\n{built.stdout}\n{built.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def server(curated_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a warm dashboard on the real record, under the launcher, shared by all tests."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serving(curated_store, log) as url:
        wait_until(f"{url}/ready")
        yield url
    said = log.read_text(encoding="utf-8")
    assert "Traceback" not in said, f"a part of a page failed: see {log}"
    assert "left out" not in said, f"a value of an honest browser was left out: see {log}"
    assert "did not fit" not in said, f"a selection of an honest browser did not fit: see {log}"


@pytest.fixture
def cold_server(curated_store: Path, tmp_path: Path) -> Iterator[str]:
    """The base URL of a dashboard that nobody has opened yet."""
    with serving(curated_store, tmp_path / "log.txt", BARE) as url:
        yield url


class Witness:
    """What the pages of a browser context asked for and complained about."""

    def __init__(self) -> None:
        self.left_the_machine: list[str] = []
        self.complaints: list[str] = []

    def watch(self, context: BrowserContext, has_webgl: bool) -> None:
        context.set_default_timeout(PATIENCE)
        context.add_init_script(TELL)
        context.add_init_script(STILL)
        if not has_webgl:
            context.add_init_script(NO_WEBGL)
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._watch_sockets)
        context.on("console", lambda message: self._heard(message, has_webgl))
        context.on("weberror", lambda fault: self._complain(str(fault.error), "", has_webgl))

    def judge(self) -> None:
        """Fail for what was seen; the next test begins anew."""
        left, complaints = self.left_the_machine, self.complaints
        self.left_the_machine, self.complaints = [], []
        assert not left, f"requests left this machine: {left}"
        assert not complaints, f"errors in the browser's console: {complaints}"

    def _watch_sockets(self, page: Page) -> None:
        page.on("websocket", self._watch_socket)

    def _watch_socket(self, socket: WebSocket) -> None:
        self._asked(socket.url)
        socket.on("framesent", self._sent)

    def _sent(self, payload: str | bytes) -> None:
        """No browser in honest use comes near the bounds of the server."""
        verdict = frames.judge(payload if isinstance(payload, bytes) else payload.encode())
        if verdict.code != 0 or len(payload) > frames.LARGEST / 10:
            self.complaints.append(f"a message of {len(payload):,} bytes was sent: {verdict}")

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != HOST:
            self.left_the_machine.append(url)

    def _heard(self, message: ConsoleMessage, has_webgl: bool) -> None:
        if message.type == "error":
            self._complain(message.text, message.location["url"], has_webgl)

    def _complain(self, text: str, url: str, has_webgl: bool) -> None:
        if not is_known(text, url, has_webgl):
            self.complaints.append(f"{text} ({url})")


def is_known(text: str, url: str, has_webgl: bool) -> bool:
    """Streamlit's probes, and what deck.gl says where there is no WebGL, which the page says better."""
    if text.removeprefix("deck: ").startswith("Failed to create WebGL context"):
        return not has_webgl
    path = urlsplit(url).path
    return "404" in text and path.endswith(PROBES) and not path.startswith(PROBES)


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext]) -> Iterator[Callable[..., BrowserContext]]:
    """Every context, and so `context`, is watched; the test fails for what was seen.

    A fresh browser in a test is `new_context()`; `browser.new_context()` would go unwatched. One without a
    graphics card is `new_context(has_webgl=False)`.
    """
    witness = Witness()

    def watched(*, has_webgl: bool = True, **settings: Any) -> BrowserContext:
        context = new_context(**settings)
        witness.watch(context, has_webgl)
        return context

    yield watched
    witness.judge()


@pytest.fixture(scope="session")
def warm_context(browser: Browser) -> Iterator[tuple[BrowserContext, Witness]]:
    context, witness = browser.new_context(), Witness()
    witness.watch(context, has_webgl=False)
    yield context, witness
    context.close()


@pytest.fixture
def page(warm_context: tuple[BrowserContext, Witness]) -> Iterator[Page]:
    """A page in a context that stays, so that what every page loads is loaded once; without a graphics card.

    What a test kept in the browser is removed. One that needs another browser asks for `new_context`.
    """
    context, witness = warm_context
    page = context.new_page()
    yield page
    for each in context.pages:
        each.evaluate("() => location.protocol.startsWith('http') && localStorage.clear()")
        each.close()
    context.clear_permissions()
    witness.judge()
