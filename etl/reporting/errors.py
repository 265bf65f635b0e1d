"""What is wrong with the data: one Fault per place, all of them together in one BadData."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from etl.reporting.characters import escape_invisible

SHOWN = 50
"""So many faults are written out; the total follows."""
LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: in a cell, in a row (`column` None) or in a file (`line` None)."""

    file: str
    line: int | None
    column: str | None
    value: str | None
    problem: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        parts = [place, self.problem] if self.column is None else [place, self.column, self.problem]
        found = "" if self.value is None else f" (found '{self.quote_value()}')"
        return f"{escape_invisible(': '.join(parts))}{found}"

    def quote_value(self) -> str | None:
        """The value on one line, cut to 80 characters, those that cannot be seen as U+XXXX."""
        if self.value is None:
            return None
        seen = escape_invisible(self.value[: LONGEST_VALUE + 1])
        return seen if len(seen) <= LONGEST_VALUE else f"{seen[:LONGEST_VALUE]}…"

    def place(self) -> tuple[str, int, str, str, str]:
        """What faults are sorted by."""
        return self.file, self.line or 0, self.column or "", self.problem, self.value or ""


@dataclass(slots=True)
class Findings:
    """What the stages have found so far: faults refuse the data, warnings do not."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def refuse_if_any(self, *, is_strict: bool = False) -> None:
        """Raise BadData with all faults, if there are any; if strict, for warnings alone too."""
        if self.faults or (is_strict and self.warnings):
            raise BadData(self.faults, self.warnings)


class BadData(Exception):  # noqa: N818 - the name of STYLE.md
    """The data are refused. Holds every fault of every file, sorted."""

    def __init__(self, faults: Iterable[Fault], warnings: Iterable[Fault] = ()) -> None:
        self.faults = tuple(sorted(set(faults), key=Fault.place))
        self.warnings = tuple(sorted(set(warnings), key=Fault.place))
        super().__init__("\n".join(format_lines(self.faults, "fault")))


class UsageError(Exception):
    """The command or a setting is wrong."""


class MachineError(Exception):
    """The disk, the rights on it or another load prevent it; the data may be correct."""


def format_lines(faults: tuple[Fault, ...], word: str) -> list[str]:
    """The first 50 of `faults` and their total; nothing where there are none."""
    if not faults:
        return []
    files = len({fault.file for fault in faults})
    total = f"{count_noun(len(faults), word)} in {count_noun(files, 'file')}"
    if len(faults) > SHOWN:
        total += f"; the first {SHOWN} are shown"
    return [*map(str, faults[:SHOWN]), total]


def warning_rows(warnings: Iterable[Fault]) -> list[dict[str, Any]]:
    """The rows of the table `warnings`, in the order given."""
    return [
        {
            "position": position,
            "file": fault.file,
            "line": fault.line,
            "column": fault.column,
            "value": fault.quote_value(),
            "problem": fault.problem,
        }
        for position, fault in enumerate(warnings, start=1)
    ]


def count_noun(count: int, word: str) -> str:
    """`1 fault`, `2 faults`."""
    return f"{count} {word}{'' if count == 1 else 's'}"
