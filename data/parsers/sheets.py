"""An earlier extract as it was read: tables of text cells, the receipt, and why a file was not read."""

from dataclasses import dataclass, field
from typing import Any

LONGEST_VALUE = 80
MOST_COLUMNS = 200
LONGEST_CELL = 40_000
"""Characters; a spreadsheet holds 32,767 in a cell."""

Cells = dict[str, str | None]
"""One row by its columns; what is not stated is None."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of an extract. `title` is what the file calls it; `lines` are the lines of the rows."""

    file: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[int, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class EarlierExtract:
    """An extract as read back; the receipt is empty where the file has none."""

    sheets: tuple[Sheet, ...]
    receipt: dict[str, Any] = field(default_factory=dict)


class UnreadableError(Exception):
    """Why a file cannot be read as an extract: one problem, at the place where it was met."""

    def __init__(
        self,
        file: str,
        problem: str,
        line: int | None = None,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        self.file, self.problem, self.line, self.column = file, problem, line, column
        self.value = value if value is None or len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}…"
        super().__init__(file, problem, line, column, value)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [place, self.problem] if self.column is None else [place, self.column, self.problem]
        found = "" if self.value is None else f" (found {self.value!r})"
        return f"{': '.join(parts)}{found}"


class TooLargeError(UnreadableError):
    """A file that exceeds a limit of size, number, memory or time; the command line has higher ones."""
