"""Whether the numbers and dates of a value are found in a paragraph; `list_missing` lists those that are not.

A number may be written in digits or, in English, in words: 24 is proven by *24*, *24th*, *twenty-four* and
*twenty-fourth*. Numbers are compared by what they are, so *1,344*, *1 344* and *1344* are one. Where digits
can be read in two ways, each reading counts, since the text does not decide: *1,344* is a whole number in
English and a decimal in French, *3 600* may be two numbers. A number that the value itself spells out is the
curator's wording ("the two days") and is not looked for.

A date is looked for by its parts: year and day as numbers; the month by its name in one of LANGUAGES, or as a
number within a date such as 03.06.2022, never as any number. A short name, which may be another word, counts
only beside a number. The parts need not be next to each other: *on 3 and 4 March 2022* proves 2022-03-03.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from babel.dates import get_month_names

from data.documents import normalise
from data.values.dates import partial_date

if TYPE_CHECKING:
    import inflect

LANGUAGES = ("en", "fr", "ru", "de", "uz", "uz_Cyrl", "tg", "fa", "kk", "ky", "tk")
STYLES = ((",", "."), (".", ","), ("'", "."), (" ", "."), (" ", ","))
"""The sign between thousands, and the one before decimals."""
CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
LARGEST_SPELLED = 999_999_999
SCALES = "hundred|thousand|million"
VERB = "may"
"""The one full name that is another word in small letters; Uzbek writes it small: *5-may*, *5 may 2022*."""

DATE = re.compile(r"(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-])", re.ASCII)
DIGITS = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,']\d+)*")
NUMERIC_DATES = (
    re.compile(r"(?<!\d)(\d{1,4})([./-])(?P<month>\d{1,2})\2\d{2,4}(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})([./-])\d{1,2}\2\d{2,4}(?!\d)"),
    re.compile(r"(?<!\d)\d{4}[/-](?P<month>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})[./-]\d{4}(?!\d)"),
)

Readings = frozenset[Decimal]


def has_numbers(value: str) -> bool:
    """True where the value holds a number or a date in digits."""
    return DIGITS.search(value) is not None


def list_missing(value: str, paragraph: str) -> list[str]:
    """The value's numbers and dates that are not found in the normalised paragraph, in words."""
    dates, rest = _split_dates(normalise(value))
    numbers, spelled = _numbers_in(paragraph), _spelled_in(paragraph)

    def stands(readings: Readings) -> bool:
        return bool(readings & numbers) or any(_spellings(number) & spelled for number in readings)

    missing = [f"the number {shown}" for shown, readings in _numbers(rest) if not stands(readings)]
    for date in dates:
        year, month, day = (*map(int, date.split("-")), None)[:3]
        parts = {
            "year": stands(frozenset({Decimal(year or 0)})),
            "month": _holds_month(paragraph, month or 0),
            "day": day is None or stands(frozenset({Decimal(day)})),
        }
        missing += [f"the {part} of {date}" for part, is_there in parts.items() if not is_there]
    return list(dict.fromkeys(missing))


def _split_dates(value: str) -> tuple[list[str], str]:
    """The dates of a value with a month at least, and the value without them."""
    dates = [found for found in DATE.findall(value) if _is_date(found)]
    for date in dates:
        value = value.replace(date, ";")
    return dates, value


def _is_date(text: str) -> bool:
    try:
        return bool(partial_date(text))
    except ValueError:
        return False


def _numbers(text: str) -> Iterator[tuple[str, Readings]]:
    """Each number in digits, as it is written and as it may be read."""
    for written in DIGITS.findall(text):
        if readings := _readings(written):
            yield written, readings
        else:  # several, such as 03.06.2022
            yield from ((part, frozenset({Decimal(part)})) for part in re.findall(r"\d+", written))


def _readings(written: str) -> Readings:
    found = set()
    for group, point in STYLES:
        whole = rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+|\d+"
        if re.fullmatch(rf"(?:{whole})(?:{re.escape(point)}\d+)?", written):
            found.add(Decimal(written.replace(group, "").replace(point, ".")))
    return frozenset(found)


def _numbers_in(paragraph: str) -> set[Decimal]:
    found: set[Decimal] = set()
    for written, readings in _numbers(paragraph):
        found |= readings
        if " " in written:  # perhaps two numbers side by side
            found |= {reading for part in written.split() for reading in _readings(part)}
    return found


def _holds_month(paragraph: str, month: int) -> bool:
    if any(pattern.search(paragraph) for pattern in _month_names(month)):
        return True
    found = (match["month"] for pattern in NUMERIC_DATES for match in pattern.finditer(paragraph))
    return any(int(number) == month for number in found)


@cache
def _month_names(month: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The full names, which are enough, and the short ones, which need a number beside them."""
    full = _any_of(_names(month, "wide") - {VERB})
    short = _any_of({name.rstrip(".") for name in _names(month, "abbreviated")} - {VERB})
    verb = rf"|\d(?:-{VERB}(?!\w)| {VERB},? \d)" if month == 5 else ""
    after_number = rf"\d(?:st|nd|rd|th)?[ .,/-]{{0,2}}(?:{short})(?!\w)"
    before_number = rf"(?<!\w)(?:{short})[.,]{{0,2}}[ /-]?\d"
    return (
        re.compile(rf"(?<!\w)(?:{full})(?!\w)"),
        re.compile(f"{after_number}|{before_number}{verb}"),
    )


def _any_of(words: set[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _names(month: int, width: Literal["wide", "abbreviated"]) -> set[str]:
    """The month's names as each language writes them, and with capitals."""
    names = {
        normalise(get_month_names(width, context, language)[month])
        for language in LANGUAGES
        for context in CONTEXTS
    }
    return {form for name in names for form in (name, name.capitalize(), name.upper())}


def _spelled_in(paragraph: str) -> set[str]:
    return {_plain(found) for found in _run_of_words().findall(paragraph.lower())}


def _spellings(number: Decimal) -> frozenset[str]:
    """A whole number in English words, as a cardinal and as an ordinal."""
    if number != number.to_integral_value() or number > LARGEST_SPELLED:
        return frozenset()
    return _spell(int(number))


@cache
def _spell(number: int) -> frozenset[str]:
    engine = _engine()
    forms = (engine.number_to_words(str(form)) for form in (number, engine.ordinal(str(number))))
    return frozenset(_plain(str(form)) for form in forms)


def _plain(words: str) -> str:
    """*a hundred and twenty-four* as *one hundred twenty four*."""
    return " ".join(re.findall("[a-z]+", re.sub(r"^a\b|\band\b", lambda m: "one" * (m[0] == "a"), words)))


@cache
def _run_of_words() -> re.Pattern[str]:
    """What finds the whole of each number in words: *six* in "six", not in "six hundred"."""
    small = {form for number in (*range(20), *range(20, 100, 10)) for form in _spell(number)}
    words = "|".join(sorted(small | {f"{scale}{end}" for scale in SCALES.split("|") for end in ("", "th")}))
    word = rf"(?:{words})(?!\w)"
    after_scale = "|".join(f"(?<={scale})" for scale in SCALES.split("|"))
    joint = rf"(?:(?<=ty)[ -]|[ -](?=(?:{SCALES}))|(?:{after_scale})(?:,? and |,? |-))"
    return re.compile(rf"(?<!\w)(?:a(?= (?:{SCALES}))|{word})(?:{joint}{word})*")


@cache
def _engine() -> "inflect.engine":
    import inflect  # here and not above: it takes seconds to load, and a build does not need it

    return inflect.engine()
