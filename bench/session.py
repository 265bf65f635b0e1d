"""One reader's browser without the browser: Streamlit's own messages over a WebSocket of this machine."""

import asyncio
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

KEPT = 2
"""Runs for which a browser keeps a message that it need not be sent again."""
FILTERS = ("multiselect", "date_input", "text_input")
"""Kinds of widgets whose values are sent with every run, as a browser does."""
Values = list[str] | str


@dataclass(slots=True)
class Run:
    """What one run of a page sent."""

    seconds: float
    size: int = 0
    """Bytes on the wire."""
    faults: list[str] = field(default_factory=list)
    """Exceptions and error notices on the page, and runs that did not end well."""
    payloads: list[bytes] = field(default_factory=list)
    """Every message, those that the browser kept included."""


class Session:
    """A reader on one page; `open` a page, then `change` filters, `pick` rows, `follow` links."""

    def __init__(self, url: str, patience: float = 60, cookie: str = "") -> None:
        self._url, self._patience = url, patience
        self.cookie = cookie
        """What a proxy set when the WebSocket opened: it names the process that has this session."""
        self._socket: ClientConnection
        self._kept: dict[str, tuple[int, bytes]] = {}
        self._runs = 0
        self._page, self._query = "", ""
        self.elements: dict[str, list[Any]] = {}
        """The content of the page, by kind of element."""
        self.values: dict[str, Values] = {}
        """Of the filter widgets, by key."""
        self.pages: dict[str, str] = {}
        """The hash of each page, by its path."""

    async def open(self, page: str = "", **query: str) -> Run:
        """Connect and let the page of this path run for the first time."""
        address = self._url.replace("http", "ws", 1) + "/_stcore/stream"
        own = {"Cookie": self.cookie} if self.cookie else {}
        self._socket = await connect(
            address, subprotocols=[Subprotocol("streamlit")], max_size=None, additional_headers=own
        )
        answer = self._socket.response
        given = answer.headers.get_all("Set-Cookie") if answer else []
        self.cookie = "; ".join(each.partition(";")[0] for each in given) or self.cookie
        self._query = urlencode(query)
        return await self._run(ClientState(page_name=page))

    async def change(self, **values: Values) -> Run:
        """Give filter widgets other values, by key."""
        return await self._run(ClientState(), **values)

    async def pick(self, table: Any, row: int) -> Run:
        """Select a row of a table on the page."""
        picked = WidgetState(id=table.id)
        picked.string_value = f'{{"selection":{{"rows":[{row}],"columns":[],"cells":[]}}}}'
        return await self._run(ClientState(), picked)

    async def follow(self, page: str) -> Run:
        """Go to another page with the filters that are on, as the navigation does."""
        link = next(link for link in self.elements["page_link"] if link.page == page)
        self._page, self._query = link.page_script_hash, link.query_string
        return await self._run(ClientState())

    async def visit(self, page: str, query: str) -> Run:
        """Go to the page of this hash with a query of its own, as a link within a page does."""
        self._page, self._query = page, query
        return await self._run(ClientState())

    async def close(self) -> None:
        """Leave, if it ever came."""
        if hasattr(self, "_socket"):
            await self._socket.close()

    async def _run(self, asked: ClientState, *states: WidgetState, **values: Values) -> Run:
        asked.query_string = self._query
        asked.page_script_hash = self._page
        asked.cached_message_hashes.extend(self._kept)
        asked.context_info.timezone = "UTC"
        asked.context_info.url = f"{self._url}/{asked.page_name}"
        asked.widget_states.widgets.extend(states)
        self.values |= values
        asked.widget_states.widgets.extend(self._states())
        self._runs += 1
        began = time.monotonic()
        run = Run(0.0)
        await self._socket.send(BackMsg(rerun_script=asked).SerializeToString())
        try:
            async with asyncio.timeout(self._patience):
                await self._receive(run)
        except TimeoutError:
            run.faults.append(f"no answer in {self._patience:.0f} s")
        run.seconds = time.monotonic() - began
        run.faults += [f"exception: {shown.message}" for shown in self.elements.get("exception", ())]
        run.faults += [
            f"notice: {alert.body}" for alert in self.elements.get("alert", ()) if _is_error(alert)
        ]
        return run

    def _states(self) -> Iterator[WidgetState]:
        for kind in FILTERS:
            for widget in self.elements.get(kind, ()):
                if (value := self.values.get(key_of(widget.id))) is not None:
                    state = WidgetState(id=widget.id)
                    if isinstance(value, str):
                        state.string_value = value
                    else:
                        state.string_array_value.data.extend(value)
                    yield state

    async def _receive(self, run: Run) -> None:
        """Take messages until the run has ended for good."""
        has_ended = False
        while not has_ended:
            payload = await self._socket.recv(decode=False)
            run.size += len(payload)
            message = ForwardMsg.FromString(payload)
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                has_ended = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                if has_ended and message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    run.faults.append("the script did not end well")
            else:
                self._take(kind, message, payload, run)
        self._kept = {h: kept for h, kept in self._kept.items() if kept[0] > self._runs - KEPT}

    def _take(self, kind: str | None, message: ForwardMsg, payload: bytes, run: Run) -> None:
        if kind == "new_session":
            self.elements, run.payloads = {}, []
            self._page = message.new_session.page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "ref_hash":
            self._show(self._again(message.ref_hash), run)
        elif kind == "delta":
            if message.metadata.cacheable:
                self._kept[message.hash] = self._runs, payload
            self._show(payload, run)

    def _again(self, identity: str) -> bytes:
        _, payload = self._kept[identity]
        self._kept[identity] = self._runs, payload
        return payload

    def _show(self, payload: bytes, run: Run) -> None:
        run.payloads.append(payload)
        element = ForwardMsg.FromString(payload).delta.new_element
        kind = element.WhichOneof("type")
        if kind is None:
            return
        shown = getattr(element, kind)
        self.elements.setdefault(kind, []).append(shown)
        if kind in FILTERS and shown.set_value:
            value = shown.value if kind == "text_input" else [*_raw(shown)]
            self.values[key_of(shown.id)] = value


def key_of(identity: str) -> str:
    """The key that the program gave a widget, from the id that Streamlit made of it."""
    found = re.fullmatch(r"\$\$ID-[0-9a-f]+-(.*)", identity)
    return found[1] if found else ""


def _raw(widget: Any) -> list[str]:
    return list(widget.raw_values if hasattr(widget, "raw_values") else widget.value)


def _is_error(alert: Any) -> bool:
    return bool(alert.format == alert.ERROR)
