"""The first reader of a process finds everything read."""

from pathlib import Path

import pytest

from bench.visitor import Visitor
from pages.views import reads
from tests.reader import opening

PAGES = ("overview", "timeline", "network", "offices", "recommendations", "evidence", "extracts")


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


def test_a_reader_who_comes_after_ready_is_shown_a_page(launched: Visitor) -> None:
    with launched.reading("/_stcore/stream", {}) as shown:
        assert shown.size > 10_000
