"""Dates and ranges as printed, in English and Russian, as precise as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
RUSSIAN = (
    "янв(?:ар[ьяе])?|фев(?:рал[ьяе])?|март[ае]?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]|июл[ьяе]"
    "|авг(?:уст[ае]?)?|сен(?:тябр[ьяе])?|окт(?:ябр[ьяе])?|ноя(?:бр[ьяе])?|дек(?:абр[ьяе])?"
)
STEMS = (
    ("jan", "янв"),
    ("feb", "фев"),
    ("mar", "март"),
    ("apr", "апр"),
    ("may", "ма"),
    ("jun", "июн"),
    ("jul", "июл"),
    ("aug", "авг"),
    ("sep", "сен"),
    ("oct", "окт"),
    ("nov", "ноя"),
    ("dec", "дек"),
)
MONTH = rf"(?P<{{0}}>{ENGLISH}|{RUSSIAN})(?![^\W\d_])\.?"
DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|-?го)?(?!\d)"
YEAR = r"(?:,?\s+(?:of\s+)?(?P<{0}>(?:19|20)\d\d)(?!\d)(?:\s*(?:года|году|год|г\.))?)?"
TO = r"\s*(?:-|–|—|to|until|till|through|and|&|по|и|до)\s*(?:the\s+)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{text})(?!\w)", re.IGNORECASE)


D1, D2, M1, M2 = DAY.format("d1"), DAY.format("d2"), MONTH.format("m1"), MONTH.format("m2")
Y1, Y2 = YEAR.format("y1"), YEAR.format("y2")
PATTERNS = (
    _pattern(rf"{WEEKDAY}{D1}\s+(?:of\s+)?{M1}{Y1}{TO}{WEEKDAY}{D2}\s+(?:of\s+)?{M2}{Y2}"),
    _pattern(rf"{D1}{TO}{D2}\s+(?:of\s+)?{M1}{Y1}"),
    _pattern(rf"{M1}\s+{D1}{Y1}{TO}{M2}\s+{D2}{Y2}"),
    _pattern(rf"{M1}\s+{D1}{TO}{D2}{Y1}"),
    _pattern(rf"{WEEKDAY}{D1}\s+(?:of\s+)?{M1}{Y1}"),
    _pattern(rf"{WEEKDAY}{M1}\s+{D1}{Y1}"),
    _pattern(r"(?P<y1>(?:19|20)\d\d)-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])"),
    _pattern(
        r"(?P<d1>0?[1-9]|[12]\d|3[01])[./](?P<m1>0?[1-9]|1[0-2])[./](?P<y1>(?:19|20)\d\d)(?:\s*(?:года|г\.))?"
    ),
    _pattern(rf"{M1},?\s+(?:of\s+)?(?P<y1>(?:19|20)\d\d)(?:\s*(?:года|г\.))?"),
)
VERB = re.compile(r"(?i:may|mar|march)$")


@dataclass(frozen=True, slots=True)
class DatePart:
    """A day or a month; 0 where the year or the day is not printed."""

    year: int
    month: int
    day: int

    def text(self, year: int = 0) -> str:
        """As a partial date, with the given year where none is printed; nothing where none is known."""
        known = self.year or year
        if not known:
            return ""
        return f"{known:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@dataclass(frozen=True, slots=True)
class DateMention:
    paragraph: int
    start: int
    end: int
    first: DatePart
    last: DatePart | None

    @property
    def year(self) -> int:
        return self.first.year or (self.last.year if self.last else 0)


def find_dates(number: int, paragraph: str) -> list[DateMention]:
    """All dates of a paragraph, the longest reading of each."""
    found: list[DateMention] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(paragraph):
            is_taken = any(match.start() < other.end and other.start < match.end() for other in found)
            if not is_taken and (mention := _mention(number, match)):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _mention(number: int, match: re.Match[str]) -> DateMention | None:
    part = {name: value for name, value in match.groupdict().items() if value}
    month = _month(part["m1"])
    year = int(part.get("y1") or part.get("y2") or 0)
    first = DatePart(year, month, int(part.get("d1", 0)))
    last = None
    if "d2" in part:
        last = DatePart(
            int(part.get("y2") or year), _month(part["m2"]) if "m2" in part else month, int(part["d2"])
        )
        if not part.get("y1") and last.month < first.month and year:
            first = DatePart(year - 1, month, first.day)  # 29 December to 3 January 2024
    if not all(map(_is_real, filter(None, (first, last)))) or (last and not _follows(first, last)):
        return None
    return DateMention(number, *match.span(), first, last)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    small = word.lower()
    return next(
        number
        for number, stems in enumerate(STEMS, start=1)
        if small.startswith(stems) and not (number == 5 and small.startswith("март"))
    )


def _is_real(part: DatePart) -> bool:
    try:
        date(part.year or 2024, part.month, part.day or 1)
    except ValueError:
        return False
    return True


def _follows(first: DatePart, last: DatePart) -> bool:
    if first.year and last.year and first.year != last.year:
        return last.year > first.year
    return (last.month, last.day) > (first.month, first.day)


def find_all_dates(paragraphs: tuple[str, ...]) -> Iterator[DateMention]:
    for number, paragraph in enumerate(paragraphs, start=1):
        yield from find_dates(number, paragraph)
