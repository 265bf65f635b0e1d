"""Whether a cell that a spreadsheet saved again says what the record says: dates, numbers and truth.

A date such as 3/4/2022 may be read in two ways. A sheet is read in the one in which more of its cells agree
with the record.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from unicodedata import normalize

from data.values.dates import PARTIAL, shift_day

NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", re.ASCII)
NAMED = re.compile(
    r"(?:(\d{1,2})[. /-]*)?"  # day
    r"([^\W\d_]{3,9})\.?(?:[ -]?(\d{1,2}),)?"  # month, and the day after it
    r"[ ./-]*(\d{4}|\d{2})"
)
SERIAL = re.compile(r"[1-9]\d{4}", re.ASCII)
MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?(?: ?AM)?$|[ T]12:00(?::00)? AM$")
FIRST_SERIAL = date(1899, 12, 30)
"""Day 0 of spreadsheets."""
ENGLISH, RUSSIAN = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
)
MONTHS = {name: number for names in (ENGLISH, RUSSIAN) for number, name in enumerate(names.split(), 1)} | {
    "май": 5
}
"""By the first three letters of a name."""
TRUTHS = {
    **dict.fromkeys(("true", "wahr", "vrai", "истина"), "true"),
    **dict.fromkeys(("false", "falsch", "faux", "ложь"), "false"),
}
SHORT_NUMBER = re.compile(r"-?\d(?:\.(\d+))?E\+?\d+", re.ASCII)
"""A number as spreadsheets shorten it: 1.51257E+06."""


class Order(StrEnum):
    """How a date in numbers is read."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def find_order(pairs: Iterable[tuple[str | None, str | None]]) -> Order:
    """The order in which more of the cells agree with the record, each given with the record's own."""
    agreed = dict.fromkeys(Order, 0)
    for cell, now in pairs:
        if cell and now and NUMERIC.match(cell) and PARTIAL.fullmatch(now):
            for order in Order:
                agreed[order] += is_same_date(cell, now, order)
    return max(agreed, key=agreed.__getitem__)


def is_same_cell(cell: str | None, now: str | None, order: Order) -> bool:
    """Whether a cell says what the record says now, though a spreadsheet may have saved it again."""
    if cell == now or cell is None or now is None:
        return cell == now
    if PARTIAL.fullmatch(now) and is_same_date(cell, now, order):
        return True
    cell, now = (normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")) for text in (cell, now))
    if cell == now:
        return True
    if now in ("true", "false"):
        return TRUTHS.get(cell.lower()) == now
    return is_same_number(cell, now)


def is_same_number(cell: str, now: str) -> bool:
    """Whether both are one number: with needless zeros, or shortened to fewer digits."""
    one, other = _number(cell), _number(now)
    if one is None or other is None:
        return False
    if short := SHORT_NUMBER.fullmatch(cell):
        digits = len(short[1] or "")
        return f"{one:.{digits}E}" == f"{other:.{digits}E}"
    return "." in cell + now and one == other


def _number(text: str) -> float | None:
    try:
        return float(text) if text.isascii() and "_" not in text else None
    except ValueError:
        return None


def is_same_date(cell: str, now: str, order: Order) -> bool:
    """Whether a text in another form, or with midnight behind it, is the partial date `now`."""
    text = MIDNIGHT.sub("", cell.strip())
    if text == now or PARTIAL.fullmatch(text):
        return text == now
    if (found := _parts(text, order)) is None:
        return False
    year, *known = map(int, now.split("-"))
    own_year, *rest = (part for part in found if part is not None)
    is_year = own_year == (year if own_year > 99 else year % 100)
    return is_year and known == rest


def _parts(text: str, order: Order) -> tuple[int, int, int | None] | None:
    """Year (of two digits where written so), month, and day if any, of a date in another form."""
    if found := NUMERIC.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        day, month = (first, second) if order == Order.DAY_FIRST else (second, first)
        return (year, month, day) if month <= 12 else (year, day, month)
    if found := YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if SERIAL.fullmatch(text):
        day_of = shift_day(FIRST_SERIAL, int(text))
        return day_of.year, day_of.month, day_of.day
    named = NAMED.fullmatch(text)
    number = MONTHS.get(named[2][:3].lower()) if named else None
    if named is None or number is None:
        return None
    stated = named[1] or named[3]
    return int(named[4]), number, int(stated) if stated else None
