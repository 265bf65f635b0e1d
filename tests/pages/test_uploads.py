"""Files handed in to a running server: none ends it, slows another reader or leaves a trace in its log."""

import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from bench import uploader
from data.parsers.limits import MEGABYTE
from pages.views.session.uploads import ALL_BYTES, SESSION_BYTES, SESSION_FILES
from tests.data.parsers.attacks import ATTACKS, sheet, workbook
from tests.e2e.serving import running, wait_until

MOST_MEMORY = 600
"""MB of the server, and of the process that reads files."""
SMALL = {"events.csv": b"id,title\nx,y\n"}


class Served(NamedTuple):
    """A dashboard of the invented record that is ready: its address, process and log."""

    url: str
    process: int
    log: Path


@pytest.fixture(scope="module")
def served(builds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    log = tmp_path_factory.mktemp("uploads") / "log.txt"
    with running(builds, log) as (url, process):
        wait_until(f"{url}/ready")
        yield Served(url, process, log)
    said = log.read_text(encoding="utf-8")
    assert not re.search("Traceback|panicked|Fault |memory allocation", said), said


def slow() -> dict[str, bytes]:
    """A workbook within the limits of size that takes many seconds."""
    return {"events.xlsx": workbook(sheet("<x/>" * 8_000_000))}


@pytest.mark.parametrize("group", ["workbook", "archive", "sheets", "time"])
def test_no_file_harms_the_server_or_another_reader(served: Served, group: str) -> None:
    starts = {
        "workbook": "row",
        "archive": "bzip2",
        "sheets": "listed often",
        "time": "line ends",
        "": "files",
    }
    names = [attack.name for attack in ATTACKS]
    following = list(starts.values())[list(starts).index(group) + 1]
    for attack in ATTACKS[names.index(starts[group]) : names.index(following)]:
        files = attack.make()
        with uploader.Watch(served.url, served.process) as watch, uploader.open_session(served.url) as reader:
            began = time.monotonic()
            answer = reader.check(files).answer.replace("\\", "").replace("\u2060", "")
            took = time.monotonic() - began
        assert f": {attack.problem}" in answer, attack.name
        assert took < 20, attack.name
        assert statistics.median(watch.pages) < 1, attack.name
        assert (watch.server < MOST_MEMORY, watch.child < MOST_MEMORY) == (True, True), attack.name
    with uploader.open_session(served.url) as reader:
        assert reader.check(SMALL).answer.startswith("Events, 1 row: 0 unchanged, 0 corrected, 1 withdrawn")
    assert uploader.children(served.process) == []


def test_readers_are_checked_one_after_another_and_who_cancels_makes_room(served: Served) -> None:
    with uploader.open_session(served.url) as first, uploader.open_session(served.url) as second:
        shown = first.give(slow())
        assert shown.bars[0].startswith("Reading the file: ")
        waiting = second.give(SMALL)
        assert waiting.bars == ["Waiting while files of other readers are checked: 1 before yours."]
        assert len(uploader.children(served.process)) == 1
        cancelled = first.run(press=shown.widgets["Cancel"])
        first.run()
        give_up = time.monotonic() + 60
        while (found := second.run()).is_going_on and time.monotonic() < give_up:
            time.sleep(0.1)
        assert found.answer.startswith("Events, 1 row")
        assert "You cancelled the check. No row was checked." in (cancelled.alerts or first.run().alerts)
    assert uploader.children(served.process) == []


def stored(url: str) -> int:
    """Bytes of uploads in memory by the server's own count, which it makes anew at most every few seconds."""
    time.sleep(6)
    text = httpx.get(f"{url}/_stcore/metrics").text
    return sum(
        int(n) for n in re.findall(r"^cache_memory_bytes\{[^}]*Upload[^}]*\} (\d+)", text, re.MULTILINE)
    )


def test_what_is_uploaded_is_bounded_and_the_reader_is_told(served: Served) -> None:
    with uploader.open_session(served.url) as first, uploader.open_session(served.url) as second:
        before = stored(served.url)  # of sessions that ended, for two minutes
        for number in range(6):
            assert first.put("a.csv", f"a{number}", bytes(20 * MEGABYTE)) == 204
        assert stored(served.url) - before <= SESSION_BYTES
        for number in range(SESSION_FILES + 40):
            second.put("b.csv", f"b{number}", b"1" * 1_000_000)
        assert stored(served.url) <= ALL_BYTES
        (notice,) = second.run().alerts
        assert notice.startswith("The server removed 71 files that you uploaded. ")
        shown = second.check(SMALL)
        assert "Events, 1 row" in "".join(shown.html)
