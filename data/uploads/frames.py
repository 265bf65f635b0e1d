"""What passes between the server and the child that reads files: JSON arrays, each after its length.

JSON, because nothing in it can run, the standard library parses it in C, and a cell is text or null anyway.
Long tables come in many short frames, so that the server never spends long on one of them.
"""

import json
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from data.parsers import sheets
from data.parsers.limits import LONGEST_NAME, Budget, Limits
from data.parsers.sheets import Cells, EarlierExtract, Sheet, TooLargeError, UnreadableError

LENGTH = struct.Struct(">I")
LARGEST = 8_000_000
"""Bytes of a frame."""
MOST_CELLS, MOST_CHARACTERS = 10_000, 1_000_000
"""Of a frame: after so many begins the next one. A character may take six bytes."""
RECEIPT = ("table", "release", "filters", "settings")
"""What of a receipt a re-check needs."""
LONGEST_RECEIPT = 500_000
"""Bytes of that as JSON."""
LONGEST_LINE = 2_000
"""Characters of a sentence, a place or a value in a problem."""


class ProtocolError(Exception):
    """The other side sent what it never sends: it is damaged or was taken over."""


def write(stream: BinaryIO, frame: list[Any]) -> None:
    content = json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode()
    stream.write(LENGTH.pack(len(content)) + content)


def read(stream: BinaryIO) -> list[Any]:
    """The next frame, an array that begins with its kind; ProtocolError for anything else, or at the end."""
    (length,) = LENGTH.unpack(read_exactly(stream, LENGTH.size))
    if length > LARGEST:
        raise ProtocolError(f"a frame of {length} bytes")
    try:
        frame = json.loads(read_exactly(stream, length).decode())
    except (ValueError, RecursionError) as error:
        raise ProtocolError("a frame that is no JSON") from error
    if not (isinstance(frame, list) and frame and isinstance(frame[0], str)):
        raise ProtocolError("a frame without a kind")
    return frame


def read_exactly(stream: BinaryIO, size: int) -> bytes:
    content = stream.read(size)
    if len(content) != size:
        raise ProtocolError("the end came too early")
    return content


def list_frames(earlier: EarlierExtract) -> Iterator[list[Any]]:
    """An extract as frames, the last of them `end`; UnreadableError where its receipt is too long."""
    receipt = {name: earlier.receipt[name] for name in RECEIPT if name in earlier.receipt}
    if len(json.dumps(receipt)) > LONGEST_RECEIPT:
        raise UnreadableError(
            earlier.sheets[0].file, f"has a receipt of more than {LONGEST_RECEIPT:,} characters"
        )
    yield ["receipt", receipt]
    for sheet in earlier.sheets:
        yield ["sheet", sheet.file, sheet.title, list(sheet.columns)]
        for start in range(0, len(sheet.lines), MOST_CELLS):
            yield ["lines", list(sheet.lines[start : start + MOST_CELLS])]
        yield from _cells(sheet)
    yield ["end"]


def _cells(sheet: Sheet) -> Iterator[list[Any]]:
    """All cells, row after row; a frame may end within a row."""
    cells: list[str | None] = []
    characters = 0
    for row in sheet.rows:
        for cell in row.values():
            cells.append(cell)
            characters += len(cell or "")
            if len(cells) >= MOST_CELLS or characters >= MOST_CHARACTERS:
                yield ["cells", cells]
                cells, characters = [], 0
    yield ["cells", cells]


def problem_frame(error: UnreadableError) -> list[Any]:
    """The frame for a file that cannot be read."""
    kind = "too large" if isinstance(error, TooLargeError) else "unreadable"
    parts = (error.file, error.problem, error.line, error.column, error.value)
    return [kind, *(part[:LONGEST_LINE] if isinstance(part, str) else part for part in parts)]


class Collector:
    """The frames of one child, checked like all that comes from outside; ProtocolError where one is wrong."""

    def __init__(self, limits: Limits) -> None:
        self._budget = Budget(limits)
        self._receipt: dict[str, Any] = {}
        self._sheets: list[Sheet] = []
        self._head: tuple[str, str, tuple[str, ...]] | None = None
        self._lines: list[int] = []
        self._cells: list[str | None] = []
        self.progress = (0, 0)
        """Tables that have been read, and how many there are; 0 until that is known."""

    def take(self, frame: list[Any]) -> EarlierExtract | None:
        """The extract once it is complete; raises the UnreadableError that a frame carries."""
        kind, *parts = frame
        match kind, parts:
            case "progress", [int(done), int(total)]:
                self.progress = done, total
            case "receipt", [dict(receipt)] if set(receipt) <= {*RECEIPT}:
                _check_texts([json.dumps(receipt, ensure_ascii=False)], LONGEST_RECEIPT)
                self._receipt = receipt
            case "sheet", [str(file), str(title), list(columns)]:
                self._close_sheet()
                _check_texts([file, title, *columns], LONGEST_LINE)
                self._head = file, title, _columns(columns)
            case "lines", [list(lines)]:
                self._add_lines(lines)
            case "cells", [list(cells)]:
                self._add_cells(cells)
            case (("too large" | "unreadable"), [str(), str(), _, _, _]):
                raise _problem(kind, *parts)
            case "end", []:
                self._close_sheet()
                return EarlierExtract(tuple(self._sheets), self._receipt)
            case _:
                raise ProtocolError(f"a frame of kind {kind[:20]!r}")
        return None

    def _add_lines(self, lines: list[Any]) -> None:
        if not all(type(line) is int and line > 0 for line in lines):
            raise ProtocolError("a line that is no number")
        self._lines += lines
        if len(self._lines) > self._budget.limits.rows:
            raise ProtocolError("too many lines")

    def _add_cells(self, cells: list[Any]) -> None:
        texts = [cell for cell in cells if cell is not None]
        _check_texts(texts, sheets.LONGEST_CELL)
        self._cells += cells
        if len(self._cells) > self._budget.limits.cells:
            raise ProtocolError("too many cells")

    def _close_sheet(self) -> None:
        """Put the rows of the sheet together that is open, if one is."""
        if self._head is None:
            return
        file, title, columns = self._head
        width = len(columns)
        if len(self._cells) != width * len(self._lines):
            raise ProtocolError("a sheet whose cells do not fill its rows")
        try:
            self._budget.add_sheet(file)
            for start in range(0, len(self._cells), width):
                row = self._cells[start : start + width]
                self._budget.add_row(file, width, sum(map(len, filter(None, row))))
        except TooLargeError as error:
            raise ProtocolError("more than the limits allow") from error
        places = iter(self._cells)
        rows: tuple[Cells, ...] = tuple(
            dict(zip(columns, row, strict=True)) for row in zip(*[places] * width, strict=True)
        )
        self._sheets.append(Sheet(file, title, columns, tuple(self._lines), rows))
        self._head, self._lines, self._cells = None, [], []


def _columns(columns: list[Any]) -> tuple[str, ...]:
    if not 0 < len(columns) <= sheets.MOST_COLUMNS or len(set(columns)) < len(columns):
        raise ProtocolError("columns that no sheet has")
    _check_texts(columns, LONGEST_NAME)
    return tuple(columns)


def _check_texts(texts: list[Any], longest: int) -> None:
    """ProtocolError unless all are texts of bounded length that can be written as UTF-8."""
    try:
        if any(len(text) > longest for text in texts):
            raise ProtocolError("a text that is too long")
        "".join(texts).encode()
    except (TypeError, UnicodeEncodeError) as error:
        raise ProtocolError("a text that is none") from error


def _problem(kind: str, file: str, words: str, line: Any, column: Any, value: Any) -> UnreadableError:
    texts = [file, words, *(part for part in (column, value) if part is not None)]
    _check_texts(texts, LONGEST_LINE)
    if not (line is None or type(line) is int):
        raise ProtocolError("a line that is no number")
    error = TooLargeError if kind == "too large" else UnreadableError
    return error(file, words, line, column, value)
