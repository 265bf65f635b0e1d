"""How much a file that is handed in may hold, and how much memory and time reading it may take."""

from collections.abc import Callable
from dataclasses import dataclass, field

from data.parsers.sheets import TooLargeError

LONGEST_NAME = 200
"""Characters of a name that comes from outside: of a file, a sheet or a column."""
MEGABYTE = 1_000_000
Tell = Callable[[int, int], None]
"""Is called with the number of tables that have been read, and how many are known of."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are in bytes; rows, cells, characters and sheets count all sheets of all files together.

    `cells` bounds both the cells of rows and the rectangle that a worksheet spans; `findings` are what a
    re-check says of rows and columns. `memory` is the address space of the child process; `seconds` its CPU
    time, and its wall time from the start of the process.
    """

    file: int
    unpacked: int
    json: int
    members: int
    sheets: int
    rows: int
    cells: int
    characters: int
    findings: int
    memory: int
    seconds: int

    @property
    def lines(self) -> int:
        """Physical lines of CSV files: rows, blank lines, and line ends inside cells."""
        return 10 * self.rows


PAGE = Limits(
    file=25 * MEGABYTE,
    unpacked=50 * MEGABYTE,
    json=5 * MEGABYTE,
    members=500,
    sheets=60,
    rows=50_000,
    cells=500_000,
    characters=15_000_000,
    findings=100_000,
    memory=512 * MEGABYTE,
    seconds=15,
)
"""For a file uploaded to the dashboard, whose memory and processors all readers share."""
COMMAND = Limits(
    file=100 * MEGABYTE,
    unpacked=400 * MEGABYTE,
    json=50 * MEGABYTE,
    members=500,
    sheets=60,
    rows=1_000_000,
    cells=10_000_000,
    characters=200_000_000,
    findings=10_000_000,
    memory=4_000 * MEGABYTE,
    seconds=300,
)
"""For a file named on the command line."""


def ignore_progress(_done: int, _total: int) -> None:
    """Where nobody follows the progress."""


@dataclass(slots=True)
class Budget:
    """What is left of the limits while files are read: each method raises TooLargeError once nothing is."""

    limits: Limits
    tell: Tell = ignore_progress
    expected: int = field(default=0, init=False)
    sheets: int = field(default=0, init=False)
    rows: int = field(default=0, init=False)
    cells: int = field(default=0, init=False)
    characters: int = field(default=0, init=False)
    lines: int = field(default=0, init=False)
    unpacked: int = field(default=0, init=False)

    def expect_sheets(self, number: int) -> None:
        """Say how many tables the file holds that is about to be read."""
        self.expected = self.sheets + number

    def add_sheet(self, file: str) -> None:
        """Count a table that is about to be read."""
        self.tell(self.sheets, max(self.expected, self.sheets + 1))
        self.sheets += 1
        if self.sheets > self.limits.sheets:
            raise too_many_error(file, self.limits.sheets, "tables")

    def add_row(self, file: str, cells: int, characters: int) -> None:
        self.rows += 1
        self.cells += cells
        self.characters += characters
        for found, most, what in (
            (self.rows, self.limits.rows, "rows"),
            (self.cells, self.limits.cells, "cells"),
            (self.characters, self.limits.characters, "characters"),
        ):
            if found > most:
                raise too_many_error(file, most, what)

    def add_lines(self, file: str, lines: int) -> None:
        self.lines += lines
        if self.lines > self.limits.lines:
            raise too_many_error(file, self.limits.lines, "lines")

    def add_unpacked(self, file: str, size: int) -> None:
        self.unpacked += size
        if self.unpacked > self.limits.unpacked:
            raise TooLargeError(file, f"unpacks to more than {self.limits.unpacked // MEGABYTE} MB")

    @property
    def unpacked_left(self) -> int:
        """Bytes that may still be unpacked."""
        return self.limits.unpacked - self.unpacked


def too_many_error(file: str, most: int, what: str) -> TooLargeError:
    """The error for the file with which the count of `what` in all files exceeds `most`."""
    return TooLargeError(file, f"more than {most:,} {what} are given together")


def shorten_name(name: str) -> str:
    """A name from outside as it may be shown: printable, LONGEST_NAME characters at most, the middle cut."""
    half = LONGEST_NAME // 2 - 1
    cut = name if len(name) <= LONGEST_NAME else f"{name[:half]}…{name[-half:]}"
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "\ufffd" for sign in cut)
