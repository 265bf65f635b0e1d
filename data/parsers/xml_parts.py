"""The XML of an XLSX workbook, gone through before the reader (calamine) sees it.

That reader trusts what a file says of itself: it reserves memory for counts and lays a sheet out from its
first to its last cell, and a number that is too large aborts the whole process.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from data.parsers.limits import Budget, shorten_name, too_many_error
from data.parsers.sheets import UnreadableError

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of a worksheet: cell XFD1048576."""
REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
NUMBER = re.compile(r"[0-9]{1,10}", re.ASCII)
DEEPEST = 100
"""Elements inside one another; a workbook has about ten."""
UNREADABLE = "is no XLSX workbook that can be read"
STRINGS = "xl/sharedstrings.xml"
"""The one place where the reader looks for them, by name in any case."""


class Measure:
    """The size of the parts of one workbook; methods raise UnreadableError for what is not to be read."""

    def __init__(self, file: str, budget: Budget) -> None:
        self.file, self.limits = file, budget.limits
        self.cells = budget.cells
        """Of the rectangles that the parts span, from their first cell to their last."""
        self.characters = budget.characters
        self.strings: list[int] = []
        """Characters of each shared string."""
        self.listed: list[str] = []
        """The relationship of each sheet that the workbook lists."""
        self.targets: list[str] = []

    def check(self, parts: Mapping[str, bytes]) -> None:
        """Go through all parts, the shared strings first because cells refer to them."""
        for name in sorted(parts, key=lambda name: name.casefold() != STRINGS):
            _Part(self).parse(parts[name])
        for names in (self.listed, self.targets):
            if len(set(names)) < len(names):
                raise UnreadableError(self.file, "lists one sheet more than once")
        if len(self.listed) > self.limits.sheets:
            raise too_many_error(self.file, self.limits.sheets, "tables")

    def add_characters(self, characters: int) -> None:
        self.characters += characters
        if self.characters > self.limits.characters:
            raise too_many_error(self.file, self.limits.characters, "characters")

    def unreadable(self, why: str = "", value: str | None = None) -> UnreadableError:
        return UnreadableError(self.file, f"{UNREADABLE}: {why}" if why else UNREADABLE, value=value)


class _Part:
    """One part, read from its beginning to its end."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.path: list[str] = []
        self.row = self.column = self.last_row = self.last_column = 0
        self.text: list[str] | None = None
        """The text of the shared string or value that is open."""
        self.is_shared = False
        self.promised = 0

    def parse(self, part: bytes) -> None:
        if b"\0" in part:  # UTF-16, which this parser knows by its first bytes, and the reader does not
            raise self.measure.unreadable()
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, ValueError):
            raise self.measure.unreadable() from None
        if self.promised > len(self.measure.strings):
            raise self.measure.unreadable("it counts more shared strings than it holds")
        self.measure.cells += self.last_row * self.last_column

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.casefold() not in ("utf-8", "utf8"):
            raise self.measure.unreadable()

    def _doctype(self, *_: object) -> None:
        raise self.measure.unreadable("it declares a document type or entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        self.path.append(kind)
        if len(self.path) > DEEPEST:
            raise self.measure.unreadable(f"it has more than {DEEPEST} levels")
        for count in ("count", "uniqueCount"):
            if count in attributes:
                self._count(kind, count, attributes[count])
        if handler := STARTS.get(kind):
            handler(self, attributes)

    def _count(self, kind: str, name: str, value: str) -> None:
        if not NUMBER.fullmatch(value) or int(value) > self.measure.limits.cells:
            raise self.measure.unreadable(f"{name} is no number within the limits", value)
        if kind == "sst" and name == "uniqueCount":
            self.promised = int(value)

    def _dimension(self, attributes: Mapping[str, str]) -> None:
        for reference in attributes.get("ref", "").split(":"):
            self._cell_of(reference)

    def _row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r")
        if number is None:
            self.row += 1
        elif NUMBER.fullmatch(number) and 0 < int(number) <= LAST_ROW:
            self.row = int(number)
        else:
            raise self.measure.unreadable("a row is outside a worksheet", number)
        self.column = 0

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self.row = self.row or 1
        self.column += 1
        if (reference := attributes.get("r")) is not None:
            self.row, self.column = self._cell_of(reference)
        self.is_shared = attributes.get("t") == "s"
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        limits = self.measure.limits
        if self.measure.cells + self.last_row * self.last_column > limits.cells:
            raise too_many_error(self.measure.file, limits.cells, "cells")

    def _cell_of(self, reference: str) -> tuple[int, int]:
        """Row and column of a reference such as `B7`."""
        found = REFERENCE.fullmatch(reference)
        row, column = (int(found[2]), _column_number(found[1])) if found else (0, 0)
        if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
            raise self.measure.unreadable("a cell is outside A1:XFD1048576", shorten_name(reference))
        return row, column

    def _text(self, _: Mapping[str, str]) -> None:
        self.text = []

    def _sheet(self, attributes: Mapping[str, str]) -> None:
        self.measure.listed += [v for name, v in attributes.items() if name.rpartition(":")[2] == "id"]

    def _relationship(self, attributes: Mapping[str, str]) -> None:
        target = attributes.get("Target", "").removeprefix("/").removeprefix("xl/").casefold()
        if target.startswith("worksheets"):
            self.measure.targets.append(target)

    def _characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _end(self, _: str) -> None:
        kind = self.path.pop()
        if self.text is None or kind not in ("si", "v", "is"):
            return
        text, self.text = "".join(self.text), None
        if kind == "si":
            self.measure.strings.append(len(text))
        elif kind == "v" and self.is_shared:
            self.measure.add_characters(self._length_of_shared(text))
        else:
            self.measure.add_characters(len(text))

    def _length_of_shared(self, number: str) -> int:
        found = number.strip()
        place = int(found) if NUMBER.fullmatch(found) else len(self.measure.strings)
        if place >= len(self.measure.strings):
            raise self.measure.unreadable(
                "a cell refers to a shared string that is not there", shorten_name(number)
            )
        return self.measure.strings[place]


STARTS = {
    "dimension": _Part._dimension,
    "row": _Part._row,
    "c": _Part._cell,
    "si": _Part._text,
    "v": _Part._text,
    "is": _Part._text,
    "sheet": _Part._sheet,
    "Relationship": _Part._relationship,
}


def _column_number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
