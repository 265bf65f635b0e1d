"""Small CSV files of our own: rows of text with a head line; appending survives a kill between two rows."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.files.replacement import replace_file, sync_path

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
    old = path.read_bytes()[-1:] if path.is_file() else b""
    joint = "\n" if old not in (b"", b"\n") else ""  # a line that a kill cut is ended
    content = joint + format_rows(columns, rows, with_head=not old)
    with path.open("ab", buffering=0) as file:
        file.write(content.encode())
    sync_path(path)


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Cells]) -> None:
    """Replace the file at one moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, format_rows(columns, rows, with_head=True).encode())


def format_rows(columns: Sequence[str], rows: Iterable[Cells], *, with_head: bool = False) -> str:
    """Rows as CSV lines, without a head unless it is wanted."""
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, columns, restval="", extrasaction="ignore", lineterminator="\n")
    if with_head:
        writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()
