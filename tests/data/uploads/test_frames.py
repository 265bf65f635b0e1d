import io
import json
from dataclasses import replace
from typing import Any

import pytest

from data.parsers.limits import PAGE
from data.parsers.sheets import Cells, EarlierExtract, Sheet, TooLargeError, UnreadableError
from data.uploads import frames
from data.uploads.frames import Collector, ProtocolError

SHEET = ["sheet", "a.csv", "a", ["id", "name"]]
SMALL = replace(PAGE, rows=2, cells=4, characters=6, sheets=1)


def extract(rows: int) -> EarlierExtract:
    own = tuple({"id": str(n), "name": None if n % 2 else 'ж\x00"\\'} for n in range(rows))
    receipt = {"release": "1", "sources": ["x"] * 10, "filters": {"words": "ж"}}
    return EarlierExtract((Sheet("a.csv", "a", ("id", "name"), tuple(range(2, rows + 2)), own),), receipt)


@pytest.mark.parametrize("rows", [0, 1, 4_999, 12_345])
def test_an_extract_comes_through_but_for_what_no_one_needs_of_its_receipt(rows: int) -> None:
    stream = io.BytesIO()
    for frame in frames.list_frames(extract(rows)):
        frames.write(stream, frame)
    stream.seek(0)
    collector = Collector(PAGE)
    while (found := collector.take(frames.read(stream))) is None:
        pass
    assert found.sheets == extract(rows).sheets
    assert found.receipt == {"release": "1", "filters": {"words": "ж"}}
    assert stream.read() == b""


def test_long_cells_come_in_frames_of_bounded_length() -> None:
    row: Cells = {str(n): "\x01" * 40_000 for n in range(200)}
    own = EarlierExtract((Sheet("a", "a", tuple(row), (2,), (row,)),))
    sizes = [len(json.dumps(frame)) for frame in frames.list_frames(own)]
    assert len(sizes) > 8
    assert max(sizes) < frames.LARGEST


def test_a_problem_comes_through_with_its_place_and_whether_more_is_possible_elsewhere() -> None:
    for error in (
        UnreadableError("a", "is wrong", 3, "id", "x" * 9_000),
        TooLargeError("a" * 9_000, "is large"),
    ):
        with pytest.raises(UnreadableError) as told:
            Collector(PAGE).take(frames.problem_frame(error))
        assert (type(told.value), told.value.line, told.value.column) == (
            type(error),
            error.line,
            error.column,
        )
        assert told.value.value == error.value
        assert len(str(told.value)) < 2_200


def take_all(sent: list[list[Any]]) -> None:
    collector = Collector(SMALL)
    for frame in sent:
        collector.take(frame)


@pytest.mark.parametrize(
    "sent",
    [
        [["odd"]],
        [["end", 1]],
        [["progress", 1, "x"]],
        [["progress", True]],
        [["receipt", {"sources": []}]],
        [["receipt", {"release": "x" * 600_000}]],
        [["receipt", {"release": "\ud800"}]],
        [["sheet", "a", "a", []]],
        [["sheet", "a", "a", ["x", "x"]]],
        [["sheet", "a", "a", [f"c{n}" for n in range(201)]]],
        [["sheet", "a", "a", ["x" * 201]]],
        [["sheet", "a" * 3_000, "a", ["x"]]],
        [["sheet", "a", "a", [1]]],
        [SHEET, ["lines", [0]]],
        [SHEET, ["lines", [1.5]]],
        [SHEET, ["lines", [True]]],
        [SHEET, ["cells", [1]]],
        [SHEET, ["cells", [["a"]]]],
        [SHEET, ["cells", ["\ud800"]]],
        [SHEET, ["cells", ["x" * 40_001]]],
        [SHEET, ["cells", ["a"] * 5]],
        [SHEET, ["lines", [2]], ["cells", ["a"]], ["end"]],
        [SHEET, ["lines", [2, 3, 4]], ["cells", [None] * 4], ["end"]],
        [SHEET, ["lines", [2]], ["cells", ["a", "xxxxxx"]], ["end"]],
        [SHEET, SHEET, ["end"]],
        [["lines", [2] * 3]],
        [["unreadable", "a", "b", None, None]],
        [["unreadable", "a", "b", "c", None, None]],
        [["unreadable", "a", "b", None, 1, None]],
        [["unreadable", "a", "\ud800", None, None, None]],
    ],
    ids=lambda sent: str(sent)[:60],
)
def test_what_no_child_sends_is_refused(sent: list[list[Any]]) -> None:
    with pytest.raises(ProtocolError):
        take_all(sent)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"\xff\xff\xff\xff",
        b"\x00\x00\x00\x05[1]",
        b"\x00\x00\x00\x01[",
        b"\x00\x00\x00\x02{}",
        b"\x00\x00\x00\x02[]",
        b"\x00\x00\x00\x03[1]",
        b'\x00\x00\x00\x05["\xff"]',
        b"\x00\x01\x00\x00" + b"[" * 65_536,
    ],
)
def test_bytes_that_are_no_frame_are_refused(content: bytes) -> None:
    with pytest.raises(ProtocolError):
        frames.read(io.BytesIO(content))


def test_a_receipt_that_is_too_long_is_told_of_the_file() -> None:
    own = EarlierExtract(extract(0).sheets, {"filters": "x" * frames.LONGEST_RECEIPT})
    with pytest.raises(UnreadableError, match=r"a\.csv: has a receipt of more than 500,000 characters"):
        list(frames.list_frames(own))
