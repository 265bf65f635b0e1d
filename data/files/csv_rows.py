"""CSV text to rows, strictly: what is no CSV is refused and never guessed at."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

LARGEST_FIELD = 131_072
"""Where the parser itself stops: before it swallows a file whose quote is not closed."""
ANY_FIELD = 2**31 - 1
"""More than a file holds."""
LONG = "a cell is too long, or a quote is not closed"
LINE_END = re.compile(r"\r\n|\r|\n")


class NotCsvError(Exception):
    """The text cannot be parsed further: the line on which the row starts, and the problem."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line, self.problem = line, problem


class Rows:
    """The rows of a text, whose lines come with their ends, blank ones too: many at a time."""

    def __init__(self, text: Iterable[str]) -> None:
        csv.field_size_limit(LARGEST_FIELD)  # of the whole process, and some libraries set it too
        self._reader = csv.reader(text, strict=True)
        self._line = 1

    def take(self, most: int) -> tuple[list[int], list[list[str]]]:
        """The next rows, and the physical line on which each starts, from 1; none at the end.

        May raise NotCsvError; the rows of this batch before the one that it names are lost then.
        """
        rows: list[list[str]] = []
        try:
            rows.extend(islice(self._reader, most))
        except csv.Error as error:  # `rows` holds those before it
            *_, line = self._lines(rows, -1)
            raise NotCsvError(line, _problem(str(error))) from None
        *lines, self._line = self._lines(rows, self._reader.line_num + 1)
        return lines, rows

    def _lines(self, rows: list[list[str]], end: int) -> Iterable[int]:
        """Where each row starts, and where the next one does; `end` is the line after the last, if known."""
        if end - self._line == len(rows):
            return range(self._line, end + 1)
        sizes = (1 + len(LINE_END.findall(",".join(row))) for row in rows)
        return accumulate(sizes, initial=self._line)


def read_long_row(text: Iterable[str], line: int) -> list[str]:
    """The row that starts on a line, however long its cells; none where a quote in it is never closed."""
    csv.field_size_limit(ANY_FIELD)
    try:
        return next(csv.reader(islice(text, line - 1, None), strict=True), [])
    except csv.Error:
        return []
    finally:
        csv.field_size_limit(LARGEST_FIELD)


def number_rows(text: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows one by one, each with the line on which it starts; may raise NotCsvError."""
    rows = Rows(text)
    while any(one := rows.take(1)):
        yield from zip(*one, strict=True)


def _problem(error: str) -> str:
    if "field larger" in error:
        return LONG
    if "unexpected end" in error:
        return "a quote is opened here and never closed"
    return "text follows a closing quote, or an earlier quote is not closed"
