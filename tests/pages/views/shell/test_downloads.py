"""Downloads through Streamlit's own store of media: each is served its own bytes."""

import os
from dataclasses import replace
from functools import partial

import pytest
from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from data.extracts import export
from data.extracts.formats import WRITERS
from data.extracts.request import Release, Request
from data.filters import Filters
from pages.views.shell import downloads

ONE = Request("events", Filters(), Release("4f2a", "2026.11.1", None))
HALF = 2**20
SAMPLE = 2**16


def pair() -> tuple[bytes, bytes]:
    """Two contents of one length over 1 MiB that are the same wherever Streamlit looks."""
    start, end = os.urandom(HALF), os.urandom(HALF)
    cut = HALF - 2 * SAMPLE
    return start + end, start[:cut] + b"x" * 10 + start[cut + 10 :] + end


def served(names: tuple[str, str], contents: tuple[bytes, bytes]) -> list[bytes]:
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    waiting = [
        manager.add_deferred(partial(bytes, content), "text/csv", f"1.{number}", name)
        for number, (name, content) in enumerate(zip(names, contents, strict=True))
    ]
    urls = [manager.execute_deferred(each) for each in waiting]
    return [storage.get_file(url.rsplit("/", 1)[1]).content for url in urls]


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_file_manager, "_get_session_id", lambda: "one")


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, filters=Filters(kinds=("meeting",))),
        replace(ONE, settings=(("known", "2019-01-01"),)),
        replace(ONE, release=replace(ONE.release, build="4f2b")),
        replace(ONE, base="http://127.0.0.1:8501"),
    ],
)
def test_two_large_extracts_that_look_alike_are_served_their_own_bytes(other: Request) -> None:
    contents = pair()
    names = (export.name_file(ONE, "csv"), export.name_file(other, "csv"))
    assert served(names, contents) == list(contents)


def test_under_one_name_the_second_would_be_served_the_first() -> None:
    contents = pair()
    assert served(("a.csv", "a.csv"), contents) == [contents[0]] * 2, (
        "else the digest in the name is not needed"
    )


def test_the_base_of_links_is_where_the_browser_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Context:
        url: str | None = "https://host/below/timeline"

    monkeypatch.setattr("streamlit.context", Context())
    assert downloads.base_address() == "https://host/below"
    Context.url = "http://localhost:8501/"
    assert downloads.base_address() == "http://localhost:8501"
    for unknown in (None, "http://[::1"):
        Context.url = unknown
        assert downloads.base_address() == "http://localhost:8501"


def test_a_format_that_cannot_hold_the_rows_says_why() -> None:
    most = 1_048_575
    over = downloads.Extract("claims", most + 1)
    assert downloads.explain_limit(over, WRITERS["xlsx"]) == (
        "Excel holds at most 1,048,575 rows: take CSV or Parquet"
    )
    assert downloads.explain_limit(over, WRITERS["csv"]) is None
    assert downloads.explain_limit(downloads.Extract("claims", most), WRITERS["xlsx"]) is None
    assert downloads.explain_limit(downloads.Extract("claims+events", most + 1), WRITERS["xlsx"]) is None


def test_streamlit_removes_a_made_file_at_the_second_end_of_a_run() -> None:
    """Why a download under load may have to be pressed twice, as docs/decisions.md says."""
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    waiting = manager.add_deferred(partial(bytes, b"rows"), "text/csv", "1.1", "rows.csv")
    name = manager.execute_deferred(waiting).rsplit("/", 1)[1]
    manager.remove_orphaned_files()
    assert storage.get_file(name).content == b"rows"
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        storage.get_file(name)
    again = manager.execute_deferred(waiting).rsplit("/", 1)[1]
    assert storage.get_file(again).content == b"rows", "the button still works"


def test_the_workbook_of_the_network_holds_both_tables() -> None:
    fits = downloads._fitting((downloads.Extract("network-pairs", 3), downloads.Extract("network", 2)))
    named = {writer.name: extract.dataset for writer, extract in fits.items()}
    pairs = dict.fromkeys(("csv", "parquet", "jsonl"), "network-pairs")
    assert named == pairs | dict.fromkeys(("xlsx", "zip", "graphml", "gexf"), "network")
