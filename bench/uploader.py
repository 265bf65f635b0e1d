"""A reader who hands files in as a browser does, and what the server uses meanwhile."""

import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE = 60.0
PAUSE = 0.5
"""Seconds between two looks at a check that is going on."""
GOING_ON = ("Reading the file", "Comparing each row", "Waiting until")
MEGABYTE = 1024


@dataclass
class PageContent:
    """What a run of a page put on it."""

    alerts: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    bars: list[str] = field(default_factory=list)
    widgets: dict[str, str] = field(default_factory=dict)
    """Ids of the place for files and of buttons, by kind or label."""

    @property
    def is_going_on(self) -> bool:
        return any(words.startswith(GOING_ON) for words in self.bars)

    @property
    def answer(self) -> str:
        """The problem, or the sentence with the numbers; empty where neither is there."""
        checked = [text for text in self.html if 'class="checked"' in text]
        return " ".join(self.alerts) or " ".join(re.sub("<[^>]+>", "", text) for text in checked)


class Uploader:
    """One session, opened on the page Extracts."""

    def __init__(self, url: str, stream: ClientConnection) -> None:
        self.url, self._stream = url, stream
        self._pages: dict[str, str] = {}
        self.session = ""
        self._given: list[tuple[str, str, int]] = []
        with httpx.Client() as client:
            cookie = client.get(f"{url}/_stcore/health").headers["set-cookie"].split(";")[0]
        self._token = {"Cookie": cookie, "X-Xsrftoken": cookie.split("=", 1)[1]}
        self.open("")
        self.page = self.open("extracts")

    def open(self, page: str) -> PageContent:
        """Run a page by the last part of its address."""
        self._here = self._pages.get(page, "")
        return self.run()

    def run(self, press: str = "") -> PageContent:
        """Run the page with the files that were given; `press` is the id of a button."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        message.rerun_script.page_script_hash = self._here
        states = message.rerun_script.widget_states
        if press:
            states.widgets.add(id=press, trigger_value=True)
        if self._given:
            state = states.widgets.add(id=self.page.widgets["files"]).file_uploader_state_value
            for name, key, size in self._given:
                info = state.uploaded_file_info.add(name=name, file_id=key, size=size)
                info.file_urls.file_id = key
        self._stream.send(message.SerializeToString())
        return self._read_page()

    def put(self, name: str, key: str, content: bytes) -> int:
        """Send one file by HTTP alone; the status."""
        with httpx.Client(timeout=PATIENCE) as client:
            return client.put(
                self._address(key), headers=self._token, files={"file": (name, content)}
            ).status_code

    def _address(self, key: str) -> str:
        return f"{self.url}/_stcore/upload_file/{self.session}/{key}"

    def give(self, files: Mapping[str, bytes]) -> PageContent:
        """Hand files in, in place of those before, and run the page."""
        with httpx.Client() as client:
            for _, key, _ in self._given:
                client.delete(self._address(key), headers=self._token)
        self._given = []
        for number, (name, content) in enumerate(files.items()):
            key = f"{time.monotonic_ns()}-{number}"
            self.put(name, key, content)
            self._given.append((name, key, len(content)))
        return self.run()

    def check(self, files: Mapping[str, bytes], patience: float = PATIENCE) -> PageContent:
        """Hand files in and wait until the check has ended, or patience has."""
        give_up = time.monotonic() + patience
        shown = self.give(files)
        while shown.is_going_on and time.monotonic() < give_up:
            time.sleep(PAUSE)
            shown = self.run()
        return shown

    def _read_page(self) -> PageContent:
        shown = PageContent()
        while True:
            message = ForwardMsg.FromString(self._stream.recv(PATIENCE, decode=False))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id or self.session
            elif kind == "navigation":
                self._pages = {p.url_pathname: p.page_script_hash for p in message.navigation.app_pages}
            elif kind == "delta":
                _add(message, shown)
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return shown


def _add(message: ForwardMsg, shown: PageContent) -> None:
    element = message.delta.new_element
    kind = element.WhichOneof("type")
    if kind == "alert":
        shown.alerts.append(element.alert.body)
    elif kind == "html":
        shown.html.append(element.html.body)
    elif kind == "progress":
        shown.bars.append(element.progress.text)
    elif kind == "file_uploader":
        shown.widgets["files"] = element.file_uploader.id
    elif kind == "button":
        shown.widgets[element.button.label] = element.button.id


@contextmanager
def open_session(url: str) -> Iterator[Uploader]:
    """A session of its own, closed with the block."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None) as stream:
        yield Uploader(url, stream)


class Watch(threading.Thread):
    """Looks at a server and its children again and again, and at how long another reader's page takes."""

    def __init__(self, url: str, process: int) -> None:
        super().__init__(daemon=True)
        self._url, self._process = url, process
        self._over = threading.Event()
        self.server = self.child = 0
        """MB in memory at most."""
        self.pages: list[float] = []
        """Seconds of each page of the other reader."""

    def __enter__(self) -> "Watch":
        self._reader = threading.Thread(target=self._read, daemon=True)
        self.start()
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()
        self._reader.join()

    def run(self) -> None:
        while not self._over.wait(0.02):
            self.server = max(self.server, memory(self._process, "VmRSS"))
            found = [memory(child, "VmHWM") for child in children(self._process) if is_reading(child)]
            self.child = max([self.child, *found])

    def _read(self) -> None:
        with open_session(self._url) as reader:
            for page in ("", "timeline") * 10_000:
                began = time.monotonic()
                reader.open(page)
                self.pages.append(time.monotonic() - began)
                if self._over.wait(0.2):
                    return


def memory(process: int, name: str) -> int:
    """MB of a process as Linux reports them under this name; 0 where it is gone."""
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(rf"{name}:\s+(\d+)", text)
    return int(found[1]) // MEGABYTE if found else 0


def is_reading(process: int) -> bool:
    """Whether a child has become the program that reads files: before, it shows the memory of its parent."""
    try:
        return b"data.uploads.child" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def children(process: int) -> list[int]:
    """The processes that one has started and that are there, dead ones too until they are waited for."""
    try:
        tasks = list(Path(f"/proc/{process}/task").glob("*/children"))
        return [int(child) for task in tasks for child in task.read_text(encoding="utf-8").split()]
    except OSError:
        return []
