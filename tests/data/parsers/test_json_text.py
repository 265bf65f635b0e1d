from dataclasses import replace

import pytest

from data.parsers.json_text import DEEPEST, parse_object
from data.parsers.limits import PAGE
from data.parsers.sheets import UnreadableError


def test_an_object_is_read() -> None:
    assert parse_object("a.json", b'\xef\xbb\xbf{"a": [1, {"b": null}]}', PAGE) == {"a": [1, {"b": None}]}


def nested(levels: int) -> bytes:
    return b'{"a":' * levels + b"1" + b"}" * levels


def test_as_many_levels_as_are_allowed_are_read_and_one_more_is_not() -> None:
    assert parse_object("a.json", nested(DEEPEST), PAGE)
    with pytest.raises(UnreadableError, match=rf"a\.json: is JSON of more than {DEEPEST} levels"):
        parse_object("a.json", nested(DEEPEST + 1), PAGE)


@pytest.mark.parametrize(
    "content", [b'{"a": "\\ud800"}', b'{"\\udfff": 1}', b'{"a": 1e', b"{\xff}", b"[" * 100_000]
)
def test_what_is_no_text_that_can_be_written_again_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="is no JSON text in UTF-8"):
        parse_object("a.json", content, PAGE)


def test_size_is_bounded_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableError, match="is JSON of more than 0 MB"):
        parse_object("a.json", b"[" * 11, replace(PAGE, json=10))
