"""CSV text to rows, strictly: what is no CSV is refused and never guessed at."""

import csv
from collections.abc import Iterable, Iterator

LARGEST_FIELD = 131_072
"""Where the parser itself stops: before it swallows a file whose quote is not closed."""
LONG = "a cell is too long, or a quote is not closed"


class NotCsvError(Exception):
    """Where the rest of a text cannot be told apart: the line on which the row starts, and the problem."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line, self.problem = line, problem


def numbered(text: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the physical line on which it starts, from 1, blank ones too; may raise NotCsvError."""
    csv.field_size_limit(LARGEST_FIELD)  # of the whole process, and some libraries set it too
    reader = csv.reader(text, strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotCsvError(line, _problem(str(error))) from None


def _problem(error: str) -> str:
    if "field larger" in error:
        return LONG
    if "unexpected end" in error:
        return "a quote is opened here and never closed"
    return "text follows a closing quote, or an earlier quote is not closed"
