"""What map and matrix say of a border and of an office: numbers, widths, shades, colours.

Pages and files draw from here, so that both say the same.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Self

from data.pictures.drawing.palette import Palette
from data.schema.vocabulary import COMING, Family, OfficeStatus
from data.values.number_words import format_count

COUNTRIES = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG")
"""Rows and columns of the matrix."""
STRONGEST = 5
"""From this number on the shade of a cell is full."""


class CountedBorder(NamedTuple):
    """A border that a source counts or names.

    `number` is of operational offices, None where none is stated; `more` is of those still to come: None
    without any, 0 where their number is not stated. `hint` describes both in words; `bounded` is the number
    with the bound that its source gives.
    """

    id: str
    number: int | None
    more: int | None = None
    hint: str = ""
    bounded: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any], hint: str = "") -> Self:
        """A row of `office_numbers.latest_by_border`."""
        more = (row["more_number"] or 0) if row["more_status"] else None
        return cls(row["id"], row["number"], more, hint, format_count(row) or "")

    @property
    def label(self) -> str:
        """`6`; `6 +` where more are to come, `6 +2` if it is said how many; `+` where none is counted."""
        more = "" if self.more is None else f"+{self.more or ''}"
        number = self.bounded or ("" if self.number is None else str(self.number))
        return " ".join(part for part in (number, more) if part)

    @property
    def width(self) -> int:
        """Units across the line on a wide map."""
        return 1 + (self.number or 1)

    @property
    def shade(self) -> int:
        """How strong its cell is, up to STRONGEST."""
        return min(self.number or 0, STRONGEST)

    def colour(self, palette: Palette) -> str:
        return palette.family[Family.REGIONAL] if self.number else palette.planned


Grid = list[tuple[str, list[CountedBorder | None]]]


def border_id(one: str, other: str) -> str:
    """The id of the border of two countries."""
    return "-".join(sorted((one, other)))


def list_rows(borders: Iterable[CountedBorder]) -> Grid:
    """The rows of the matrix: a country, and its border with each of COUNTRIES where one is counted."""
    known = {border.id: border for border in borders}
    return [(one, [known.get(border_id(one, other)) for other in COUNTRIES]) for one in COUNTRIES]


def office_colour(status: OfficeStatus, palette: Palette) -> str:
    """The colour of an office by its status; a candidate is drawn hollow besides."""
    return palette.planned if status in COMING else palette.dispute
