import io
import os
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from data.uploads import confinement, frames
from etl.draft.desk import reading_child
from etl.draft.desk.reading_child import SENTENCES, SourceFacts, answer
from etl.draft.files.file_text import RefusedError
from tests.conftest import CURATED
from tests.etl.desk import known_names

WORDS = (
    "The course was held in Alphaville on 3 May 2024 and twenty-four officers of the service took part in it."
)


def test_a_file_is_answered_with_its_candidates() -> None:
    kind, text, found = answer(WORDS.encode(), *known_names(), SourceFacts())
    assert (kind, text["text"], text["kind"]) == ("read", WORDS, "txt")
    assert [each["value"] for each in found["candidates"] if each["field"] == "place"] == ["Alphaville"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (RefusedError("is a scan"), "is a scan"),
        (MemoryError(), "needs more than 1500 MB of memory to be read"),
    ],
)
def test_a_refusal_is_answered(monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str) -> None:
    def fail(_: bytes) -> None:
        raise error

    monkeypatch.setattr(reading_child, "parse", fail)
    assert answer(b"", *known_names(), SourceFacts()) == ["refused", sentence]


def test_files_are_answered_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = io.BytesIO(), io.BytesIO()
    frames.write(source, ["record", str(CURATED), "", "", ""])
    for content in (b"MZ", WORDS.encode()):
        source.write(frames.LENGTH.pack(len(content)) + content)
    source.seek(0)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=source))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=target))
    reading_child.main()
    target.seek(0)
    assert frames.read(target) == ["refused", "is a program, not a document"]
    assert frames.read(target)[0] == "read"


def die() -> list[object]:
    os.kill(os.getpid(), 9)
    return []


def fail() -> list[object]:
    raise ValueError


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes apart")
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: list(iter(int, 1)), "LATE"),
        (die, "TOO_LARGE"),
        (fail, "BROKEN"),
    ],
)
def test_whatever_ends_a_process_is_one_sentence(
    make: Callable[[], list[object]], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_child, "SECONDS", 1)
    monkeypatch.setattr(reading_child, "MEMORY", 10_000_000_000_000)
    target = io.BytesIO()
    reading_child._answer_apart(target, make)
    target.seek(0)
    told = {ending.name: words for ending, words in SENTENCES.items()}
    assert frames.read(target) == ["refused", told[sentence]]


def test_without_processes_apart_it_is_answered_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    monkeypatch.setattr(confinement, "confine", fail)
    target = io.BytesIO()
    reading_child._answer_apart(target, lambda: ["read"])
    target.seek(0)
    assert frames.read(target) == ["read"]
