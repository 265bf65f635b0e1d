"""Small CSV files of the desk: rows of text with a head line; appending survives a kill between two rows."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

Cells = dict[str, str]


def read_rows(path: Path) -> list[Cells]:
    """All whole rows; none where there is no file. A last line that a kill cut is left out."""
    if not path.is_file():
        return []
    text = path.read_text(encoding="utf-8")
    whole = text[: text.rfind("\n") + 1]
    return [row for row in csv.DictReader(io.StringIO(whole, newline="")) if None not in row.values()]


def append_rows(path: Path, columns: Sequence[str], rows: Iterable[Cells]) -> None:
    """Add rows at the end, in one write that reaches the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.is_file() or not path.stat().st_size
    with path.open("a+b") as file:
        if not is_new:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":  # cut by a kill
                file.write(b"\n")
        file.write(_text(columns, rows, with_head=is_new).encode())
        file.flush()
        os.fsync(file.fileno())


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Cells]) -> None:
    """Replace the file at one moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_text(_text(columns, rows, with_head=True), encoding="utf-8", newline="")
    beside.replace(path)


def format_rows(columns: Sequence[str], rows: Iterable[Cells]) -> str:
    """Rows as CSV lines without a head."""
    return _text(columns, rows, with_head=False)


def _text(columns: Sequence[str], rows: Iterable[Cells], *, with_head: bool) -> str:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, columns, restval="", extrasaction="ignore", lineterminator="\n")
    if with_head:
        writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()
