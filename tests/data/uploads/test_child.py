import io
import os
import subprocess
from dataclasses import asdict

from data.uploads import frames, process
from data.uploads.child import BROKEN
from data.uploads.limits import PAGE


def ask(sizes: list[list[object]], content: bytes, parent: int) -> list[object]:
    stream = io.BytesIO()
    frames.write(stream, ["read", asdict(PAGE), parent, sizes])
    done = subprocess.run(
        process.COMMAND, input=stream.getvalue() + content, cwd=process.HOME, capture_output=True, check=False
    )
    return frames.read(io.BytesIO(done.stdout)) if done.stdout else [done.returncode]


def test_fewer_bytes_than_were_named_are_no_file() -> None:
    assert ask([["a.csv", 100]], b"id", os.getpid())[:3] == ["unreadable", "a.csv", BROKEN]


def test_a_child_whose_parent_is_gone_does_nothing() -> None:
    assert ask([["a.csv", 3]], b"id\n", 1) == [1]
