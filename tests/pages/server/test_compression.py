"""Scripts and style sheets are sent packed to browsers that take them so, and plain to others."""

import gzip

import pytest

from bench.visitor import Visitor
from pages.server import compression, policy

PACKED = {"accept-encoding": "gzip, deflate, br"}
PLAIN = {"accept-encoding": "identity"}
SCRIPT, SHEET = (
    max(
        (path for path in compression._files() if path.endswith(end)),
        key=lambda path: compression._files()[path].stat().st_size,
    )
    for end in compression.TYPES
)
"""The largest of each."""


@pytest.mark.parametrize("path", [SCRIPT, SHEET])
def test_the_same_bytes_come_packed_and_plain(path: str, launched: Visitor) -> None:
    one, other = (launched.ask("GET", path, asked) for asked in (PACKED, PLAIN))
    assert one.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in other.headers
    assert one.body == other.body == compression._files()[path].read_bytes()
    assert int(one.headers["content-length"]) < len(other.body) / 2
    assert "immutable" in one.headers["cache-control"]
    assert one.headers["vary"] == "accept-encoding"
    assert policy.headers().items() <= one.headers.items()


def test_what_is_sent_is_what_was_packed() -> None:
    file = compression._files()[SHEET]
    assert gzip.decompress(compression._compress(file)) == file.read_bytes()


@pytest.mark.parametrize("path", ["/static/js/none.js", "/static/js/%2e%2e/%2e%2e/index.js", "/app.js"])
def test_no_other_file_is_reached(path: str, launched: Visitor) -> None:
    answer = launched.ask("GET", path, PACKED)
    assert "javascript" not in answer.headers.get("content-type", "")


def test_scripts_are_packed_for_no_foreign_host(launched: Visitor) -> None:
    assert launched.ask("GET", SCRIPT, {**PACKED, "Host": "elsewhere.example"}).status == 403
