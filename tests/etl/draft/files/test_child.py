import io
import os
import sys
from types import SimpleNamespace

import pytest

from data.uploads import confinement, frames
from etl.draft.files import child
from etl.draft.files.file_text import RefusedError

WORDS = (
    "The course was held in Dushanbe on 3 May 2024 and twenty-four officers of the service took part in it."
)


def answer(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[object]:
    """What the child writes for a file, run in this process and without its limits."""
    source, target = io.BytesIO(), io.BytesIO()
    frames.write(source, ["read", os.getpid()])
    source.write(content)
    source.seek(0)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=source))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=target))
    monkeypatch.setattr(confinement, "confine", lambda *_: None)
    child.main()
    target.seek(0)
    return frames.read(target)


def test_the_text_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    kind, told = answer(monkeypatch, WORDS.encode())
    assert (kind, told["text"], told["kind"]) == ("text", WORDS, "txt")  # type: ignore[index]


@pytest.mark.parametrize(
    ("error", "sentence"), [(RefusedError("is a scan"), "is a scan"), (MemoryError(), child.TOO_MUCH)]
)
def test_a_refusal_is_answered(monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str) -> None:
    def fail(_: bytes) -> None:
        raise error

    monkeypatch.setattr(child, "parse", fail)
    assert answer(monkeypatch, b"") == ["refused", sentence]
