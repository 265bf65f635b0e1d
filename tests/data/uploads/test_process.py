import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from data.parsers.limits import PAGE, Limits
from data.parsers.sheets import TooLargeError, UnreadableError
from data.uploads import child_process, process
from data.uploads.child import BROKEN
from data.uploads.process import StoppedError
from tests.data.parsers.attacks import ATTACKS, Attack

CSV = {"events.csv": b"id,title\na,\n\xd0\xb1,x\n"}
CONFINED = """
import os, sys, time
from data.uploads import child, confinement, frames
asked = frames.read(sys.stdin.buffer)
frames.read = lambda _: asked
confinement.confine(asked[1]["memory"], asked[1]["seconds"], asked[2])
out = sys.stdout.buffer
"""
SLOW = "takes more than 2 seconds to be read"
LARGE = "needs more than 512 MB of memory to be read"


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    """No test leaves a child behind, dead or alive."""
    before = list_children()
    yield
    assert list_children() - before == set()


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_what_asks_for_too_much_is_refused_in_seconds(attack: Attack) -> None:
    files = attack.make()
    began = time.monotonic()
    with pytest.raises(UnreadableError) as refused:
        process.read_upload(files)
    assert refused.value.problem.startswith(attack.problem), refused.value
    assert time.monotonic() - began < PAGE.seconds


def test_a_file_comes_back_as_it_is_read_here() -> None:
    seen: list[tuple[int, int]] = []
    found = process.read_upload(CSV, tell=lambda done, total: seen.append((done, total)))
    (sheet,) = found.sheets
    assert (sheet.file, sheet.title, sheet.columns) == ("events.csv", "events", ("id", "title"))
    assert sheet.lines == (2, 3)
    assert sheet.rows == ({"id": "a", "title": None}, {"id": "б", "title": "x"})
    assert seen[0] == (0, 1)


def with_code(code: str, monkeypatch: pytest.MonkeyPatch, **limits: int) -> Limits:
    """Have the child do something else once it is confined; what it was sent waits in its standard input."""
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", CONFINED + code))
    return Limits(**asdict(PAGE) | limits)


@pytest.mark.parametrize(
    ("code", "problem", "is_larger_elsewhere"),
    [
        ("sum(iter(int, 1))", SLOW, True),
        ("time.sleep(60)", SLOW, True),
        ("[frames.write(out, ['progress', 1, 1]) for _ in iter(int, 1)]", SLOW, True),
        ("os.abort()", LARGE, True),
        ("os.kill(os.getpid(), 9)", LARGE, True),
        ("os.kill(os.getpid(), 11)", BROKEN, False),
        ("x = b'x' * 600_000_000", BROKEN, False),  # MemoryError, and nobody turns it into an answer
        ("child.read_extract = lambda *_: b'x' * 600_000_000; child.main()", LARGE, True),
        ("out.write(bytes(100))", BROKEN, False),
        ("out.write(b'\\xff' * 100)", BROKEN, False),
        ("frames.write(out, ['end', 1]); out.flush(); os.close(1); time.sleep(60)", BROKEN, False),
    ],
)
def test_whatever_dies_in_the_child_is_one_error_here(
    code: str, problem: str, is_larger_elsewhere: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableError) as refused:
        process.read_upload(CSV, with_code(code, monkeypatch, seconds=2))
    assert refused.value.problem == problem
    assert (refused.value.file, isinstance(refused.value, TooLargeError)) == (
        "events.csv",
        is_larger_elsewhere,
    )


def test_a_reading_is_stopped_on_request_and_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    began = time.monotonic()
    with pytest.raises(StoppedError):
        process.read_upload(CSV, with_code("time.sleep(60)", monkeypatch), is_stopped=stop.is_set)
    assert time.monotonic() - began < 5


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_the_child_dies_with_the_process_that_started_it(tmp_path: Path) -> None:
    """Killed outright, the parent cannot end its child."""
    note = tmp_path / "pid"
    inside = f"{CONFINED}\nopen({str(note)!r}, 'w')"  # the file stays empty: the child may write nothing
    inside += f"\nos.rename({str(note)!r}, {str(note)!r} + str(os.getpid()))\ntime.sleep(60)"
    code = (
        f"import sys; from data.uploads import process; process.COMMAND = (sys.executable, '-c', {inside!r})"
    )
    code += "; process.read_upload({'a.csv': b'id'})"
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=child_process.HOME)
    child = wait_for_number(note)
    assert is_alive(child)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    give_up = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < give_up:
        time.sleep(0.05)
    assert not is_alive(child)


def test_the_child_sees_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    code = "frames.write(out, ['unreadable', ','.join(os.environ), 'x', None, None, None])"
    with pytest.raises(UnreadableError) as seen:
        process.read_upload(CSV, with_code(code, monkeypatch))
    assert {*seen.value.file.split(",")} <= {*child_process.KEPT, *child_process.FIXED}


def list_children() -> set[str]:
    """The processes that this one has started and not waited for, zombies too; none without /proc."""
    me = [str(os.getpid())]
    return {path.name for path in Path("/proc").glob("[0-9]*") if read_state(path.name)[1:2] == me}


def is_alive(number: str) -> bool:
    """Whether the process is there; one that is dead and not yet waited for is not."""
    return read_state(number)[:1] not in ([], ["Z"], ["X"])


def read_state(number: str) -> list[str]:
    """State, parent and more of a process, as Linux tells it; nothing where there is none."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def wait_for_number(note: Path) -> str:
    """The number that the name of the note ends in once the child has renamed it."""
    give_up = time.monotonic() + 20
    while not (found := [*note.parent.glob(f"{note.name}[0-9]*")]):
        assert time.monotonic() < give_up
        time.sleep(0.05)
    return found[0].name.removeprefix(note.name)
