"""A cursor is good for one build and one question."""

import pytest

from data.extracts.request import Release, Request
from data.filters import Filters
from pages.server.api.cursors import LONGEST, read_cursor, write_cursor
from pages.server.api.problems import ProblemError

ASKED = Request("events", Filters(), Release("4e4d02cbca71", "2026.11.1", None))
ALPHA = Request("events", Filters(organisations=("alpha",)), ASKED.release)
NEWER = Request("events", Filters(), Release("ffffffffffff", "2026.11.1", None))


def test_a_cursor_is_read_as_it_was_written() -> None:
    cursor = write_cursor(ASKED, 200)
    assert cursor.startswith("4e4d02cbca71-")
    assert len(cursor) < LONGEST
    assert read_cursor(ASKED, cursor) == 200
    assert read_cursor(ASKED, "") == 0


@pytest.mark.parametrize(
    ("cursor", "asked", "status", "words"),
    [
        (
            write_cursor(ASKED, 5),
            NEWER,
            410,
            "it is of build 4e4d02cbca71, and the record is build ffffffffffff now",
        ),
        (write_cursor(ASKED, 5), ALPHA, 422, "it belongs to another data set, or to other filters"),
        ("5", ASKED, 422, "this is none that an answer gave"),
        ("4e4d02cbca71-000000000000--5", ASKED, 422, "this is none that an answer gave"),
        ("4e4d02cbca71-000000000000-9999999999", ASKED, 422, "this is none that an answer gave"),
    ],
)
def test_a_cursor_of_something_else_is_refused(cursor: str, asked: Request, status: int, words: str) -> None:
    with pytest.raises(ProblemError, match=words) as refused:
        read_cursor(asked, cursor)
    assert refused.value.status == status


def test_rows_beyond_the_last_are_none() -> None:
    assert read_cursor(ASKED, write_cursor(ASKED, 999_999_999)) == 999_999_999
