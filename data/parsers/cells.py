"""Cells of an extract back to the text of the curated files, exactly as in the record."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from data.parsers.limits import LONGEST_NAME, Budget, shorten_name
from data.parsers.sheets import LONGEST_CELL, MOST_COLUMNS, Sheet, UnreadableError

MARK = "'"
"""What an extract puts before a text that a spreadsheet would run, or that begins with it."""


def to_text(value: object) -> str | None:
    """A cell of an extract as text, without the mark; blank is None."""
    return value.removeprefix(MARK) or None if isinstance(value, str) else format_value(value)


def format_value(value: object) -> str | None:
    """A value of the record as text: no needless point, dates as ISO, `true` and `false`; NaN is None too."""
    if value is None or value == "" or value != value:
        return None
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if is_day else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: float) -> str:
    is_whole = value == int(value) if abs(value) < 1e15 else False
    return str(int(value)) if is_whole else repr(value)


def make_sheet(file: str, title: str, rows: Iterable[tuple[int, Sequence[object]]], budget: Budget) -> Sheet:
    """The sheet of `rows`, each with its line; the first holds the names of columns."""
    budget.add_sheet(file)
    lines = iter(rows)
    first, header = next(lines, (1, ()))
    columns = _columns(file, first, [to_text(cell) for cell in header])
    found = []
    for line, cells in lines:
        if any(cell not in (None, "") for cell in cells):
            budget.add_row(file, len(cells), sum(len(cell) for cell in cells if isinstance(cell, str)))
            found.append((line, cells))
    for line, cells in found:
        _check(file, line, columns, cells)
    return Sheet(
        file,
        title,
        tuple(columns),
        tuple(line for line, _ in found),
        tuple(dict(zip(columns, map(to_text, cells), strict=True)) for _, cells in found),
    )


def _columns(file: str, line: int, names: list[str | None]) -> list[str]:
    while names and names[-1] is None:
        names.pop()
    if not names:
        raise UnreadableError(file, "the line of column names is missing", line)
    if len(names) > MOST_COLUMNS:
        raise UnreadableError(file, f"has more than {MOST_COLUMNS} columns", line)
    seen: set[str] = set()
    for position, name in enumerate(names, start=1):
        if name is None:
            raise UnreadableError(file, f"column {position} has no name", line)
        if len(name) > LONGEST_NAME:
            problem = f"the name of the column is longer than {LONGEST_NAME} characters"
            raise UnreadableError(file, problem, line, value=shorten_name(name))
        if name in seen:
            raise UnreadableError(file, "this column is there twice", line, name)
        seen.add(name)
    return [name for name in names if name]


def _check(file: str, line: int, columns: list[str], cells: Sequence[object]) -> None:
    if len(cells) != len(columns):
        problem = f"the row has {len(cells)} cells, the header has {len(columns)}"
        raise UnreadableError(file, problem, line)
    for column, cell in zip(columns, cells, strict=True):
        if isinstance(cell, str) and len(cell) > LONGEST_CELL:
            problem = f"the cell is longer than {LONGEST_CELL} characters"
            raise UnreadableError(file, problem, line, column, cell)
