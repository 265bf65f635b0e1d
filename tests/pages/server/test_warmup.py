"""The first reader of a process finds everything read."""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.server import warmup
from pages.server.warmup import Silent
from pages.views.session import reads
from tests.reader import opening
from tests.test_app import PAGES


def _misses() -> int:
    """How often a read was not kept yet."""
    return sum(kept.cache_info().misses for kept in (reads._frame, reads._records))


def test_what_one_run_of_each_page_has_read_is_read_no_more(
    builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opening(builds, monkeypatch)
    for kept in (reads._frame, reads._records):
        kept.cache_clear()
    for page in PAGES:
        opened(page)
    before = _misses()
    assert before > len(PAGES)
    for page in PAGES:
        opened(page)
    assert _misses() == before


class Served:
    """A runtime that answers as Streamlit does: with the pages there are, and the end of the run."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.is_closed = False

    def connect_session(self, client: Silent, _: Any) -> str:
        self.client = client
        return "one"

    def handle_backmsg(self, session: str, message: BackMsg) -> None:
        assert (session, self.is_closed) == ("one", False)
        self.opened.append(message.rerun_script.page_script_hash)
        told = ForwardMsg()
        for page in ("a", "b"):
            told.navigation.app_pages.add(page_script_hash=page)
        self.client.write_forward_msg(told)
        for end in (ForwardMsg.FINISHED_EARLY_FOR_RERUN, ForwardMsg.FINISHED_SUCCESSFULLY):
            self.client.write_forward_msg(ForwardMsg(script_finished=end))

    def close_session(self, session: str) -> None:
        assert session == "one"
        self.is_closed = True


def test_every_page_is_opened_once_in_a_session_that_is_closed() -> None:
    served: Any = Served()
    with ThreadPoolExecutor(1) as apart:  # Playwright keeps a loop in the main thread
        assert apart.submit(lambda: asyncio.run(warmup.pages(served))).result() == 2
    assert served.opened == ["", "a", "b"]
    assert served.is_closed
    gc.unfreeze()
