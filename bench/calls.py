"""Function calls of one rerun of each page, seen before: `python -m bench.calls`.

Unlike CPU seconds they are the same in every hour. The server runs in this process, nobody else is there.
"""

import asyncio
import cProfile
import os
import pstats
import sys
import tempfile
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.util import calc_hash

from bench.load import builds
from bench.people import PAGES
from bench.things import list_busiest
from pages.server.launcher import app, readiness
from pages.server.warmup import Silent

VISITS = 3
"""Of a page, of which the last is counted."""
_run_script: Any = getattr(ScriptRunner, "_run_script")  # noqa: B009 - private
_counted: list[int] = []


def _count(self: ScriptRunner, *arguments: object) -> None:
    profile = cProfile.Profile()
    profile.runcall(_run_script, self, *arguments)
    _counted.append(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


async def count_calls(pages: list[tuple[str, str]]) -> list[int]:
    """The calls of the last visit to each page, by path and query."""
    while not readiness.is_warm:
        await asyncio.sleep(0.1)
    runtime, reader = get_instance(), Silent()
    session = runtime.connect_session(reader, {})
    found = []
    for page, query in pages:
        for _ in range(VISITS):
            reader.done.clear()
            message = BackMsg()
            message.rerun_script.page_script_hash = calc_hash(page)
            message.rerun_script.query_string = query
            runtime.handle_backmsg(session, message)
            await asyncio.wait_for(reader.done.wait(), 60)
        found.append(_counted[-1])
    return found


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="chegara-calls-") as place:
        folder = builds(Path(place))
        os.environ["CHEGARA_STORE"] = str(folder)
        pages = [(page, "") for page in PAGES]
        pages += [(page, f"id={ids[0]}") for page, ids in list_busiest(folder, 1).items() if ids]
        setattr(ScriptRunner, "_run_script", _count)  # noqa: B010
        with TestClient(app) as client:
            portal: Any = client.portal
            found = portal.call(count_calls, pages)
    for (page, query), calls in zip(pages, found, strict=True):
        print(f"{page or 'overview':<16}{query:<44}{calls:>8,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
