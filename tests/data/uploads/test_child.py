import io
import os
import subprocess
import sys
from dataclasses import asdict

import pytest

from data.parsers.limits import PAGE
from data.uploads import frames, process
from data.uploads.child import BROKEN, UNBOUNDED
from data.uploads.child_process import HOME


def ask(sizes: list[list[object]], content: bytes, parent: int) -> list[object]:
    stream = io.BytesIO()
    frames.write(stream, ["read", asdict(PAGE), parent, sizes])
    done = subprocess.run(
        process.COMMAND, input=stream.getvalue() + content, cwd=HOME, capture_output=True, check=False
    )
    return frames.read(io.BytesIO(done.stdout)) if done.stdout else [done.returncode]


def test_fewer_bytes_than_were_named_are_no_file() -> None:
    assert ask([["a.csv", 100]], b"id", os.getpid())[:3] == ["unreadable", "a.csv", BROKEN]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bound less")
def test_a_file_is_not_read_where_limits_cannot_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = "def refuse(*_): raise ValueError"
    start = "import resource; resource.setrlimit = refuse; from data.uploads import child; child.main()"
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", f"{refused}\n{start}"))
    assert ask([["a.csv", 3]], b"id\n", os.getpid())[:3] == ["unreadable", "a.csv", UNBOUNDED]


def test_a_child_whose_parent_is_gone_does_nothing() -> None:
    assert ask([["a.csv", 3]], b"id\n", 1) == [1]
