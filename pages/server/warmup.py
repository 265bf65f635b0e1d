"""Opens every page once before the first reader does, so that imports are made and caches are full."""

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionClient

from pages.views.session import memory

PATIENCE = 120.0
"""Seconds that one page may take, cold, on a busy machine."""


class Silent(SessionClient):
    """A reader who looks at nothing: it knows only when a page is done, and which pages there are."""

    def __init__(self) -> None:
        self.done = asyncio.Event()
        self.pages: list[str] = []

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Called by the loop of the server."""
        kind = msg.WhichOneof("type")
        if kind == "navigation":
            self.pages = [page.page_script_hash for page in msg.navigation.app_pages]
        elif kind == "script_finished" and msg.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.done.set()


async def pages(runtime: Runtime) -> int:
    """Run all pages without filters, in a session that is then closed; how many there are.

    TimeoutError where one of them does not end. The collector, which Streamlit runs after each rerun, is then
    to leave alone what has come to stay.
    """
    client = Silent()
    session = runtime.connect_session(client, {})
    try:
        await _run(runtime, session, client, "")
        for page in client.pages:
            await _run(runtime, session, client, page)
    finally:
        runtime.close_session(session)
    memory.freeze()
    return len(client.pages)


async def _run(runtime: Runtime, session: str, client: Silent, page: str) -> None:
    client.done.clear()
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    runtime.handle_backmsg(session, message)
    await asyncio.wait_for(client.done.wait(), PATIENCE)
