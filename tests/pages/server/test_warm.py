"""The first reader of a process finds everything read."""

import re

from bench.visitor import Visitor


def _misses(launched: Visitor) -> int:
    """How often a cached read was not there yet."""
    text = launched.ask("GET", "/_stcore/metrics?families=cache_lookups", {}).body.decode()
    found = re.findall(
        r'^cache_lookups_total\{cache="pages\.views\.reads[^}]*"miss"\} (\d+)', text, re.MULTILINE
    )
    assert found
    return sum(map(int, found))


def test_a_page_opened_after_ready_reads_nothing_anew(launched: Visitor) -> None:
    before = _misses(launched)
    assert before > 0
    with launched.reading("/_stcore/stream", {}) as shown:
        assert shown.size > 10_000
    assert _misses(launched) == before
