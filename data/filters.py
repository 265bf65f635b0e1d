"""The filters that an analyst set: one frozen value that every page, query and extract shares."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple
from zlib import crc32

from data.values.text import fold

FilterNames = Mapping[tuple[str, str], str]
"""Words by field and value: one id may stand for an organisation and for a theme."""
DateWords = Callable[[date | None, date | None], str]
"""How a range of dates is worded."""
CERTAINLY, POSSIBLY = "certainly", "possibly"
"""How an event matches a range of dates: whichever of the days it allows is true, or for some of them."""
BEFORE = {
    "roles": "as ",
    "borders": "border: ",
    "forms": "form: ",
    "publishers": "reported by ",
    "follow_ups": "follow-up: ",
}
"""By field what its values are led in by, in sentences and on chips."""
ADDED = ("people", "instruments", "borders", "forms", "publishers", "follow_ups")
"""Fields that came later, as the panel offers them."""
LONGEST = 60
"""Characters of a slug; a longer one is cut and ends in a checksum of the whole."""


class Subject(NamedTuple):
    """One row of the record that has a page of its own: a table of `links.THINGS`, and an id."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means all. Values of one field are alternatives, except organisations under `match_all`.

    Dates are inclusive at both ends. Roles narrow the part that the organisations must have had. An event has
    the follow-up of the recommendations made at it, and the border whose office it opened or was held at.
    `subject` is set by the page of a thing, never by the panel: what has to do with it.
    """

    organisations: tuple[str, ...] = ()
    match_all: bool = False
    roles: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    words: str = ""
    people: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    subject: Subject | None = None

    @property
    def has_dates(self) -> bool:
        return self.since is not None or self.until is not None

    @property
    def is_empty(self) -> bool:
        return self == Filters()

    def sentence(self, names: FilterNames, say_dates: DateWords | None = None) -> str:
        """The filters in words, e.g. `UNODC and OSCE; 2021-01-01 to 2023-12-31`; names by field and id."""

        def list_names(field: str) -> list[str]:
            before = BEFORE.get(field, "")
            return [f"{before}{names.get((field, value), value)}" for value in getattr(self, field)]

        parts = [
            names.get(self.subject, self.subject.id) if self.subject else "",
            (" and " if self.match_all else " or ").join(list_names("organisations")),
            " or ".join(list_names("roles")),
            (say_dates or date_words)(self.since, self.until),
            *(" or ".join(list_names(field)) for field in ("countries", "kinds", "themes", *ADDED)),
            f"“{self.words}”" if self.words else "",
        ]
        return "; ".join(part for part in parts if part) or "the whole record"

    def slug(self) -> str:
        """The filters as part of a file name, ASCII, at most 60 characters; `all` for none."""
        parts: list[str] = ["all-of"] if self.match_all else []
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in ADDED:
                parts += map(_plain, value)
            elif isinstance(value, tuple):
                parts += value[-1:] if field.name == "subject" else value
            elif isinstance(value, date):
                parts.append(f"{'from' if field.name == 'since' else 'to'}-{value.isoformat()}")
            elif field.name == "words" and value:
                parts += [_plain(value) or "search"]
        whole = "_".join(parts).lower().strip("_-")
        if not whole:
            return "all"
        return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 9]}-{crc32(whole.encode()):08x}"


def _plain(text: str) -> str:
    """Text as part of a file name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def match_words(certainly: int, possibly: int) -> str:
    """`31 certainly, 4 possibly`; what there is none of is left out; `none` where both are."""
    counts = ((certainly, CERTAINLY), (possibly, POSSIBLY))
    return ", ".join(f"{number:,} {word}" for number, word in counts if number) or "none"


def date_words(since: date | None, until: date | None) -> str:
    """`2021-01-01 to 2023-12-31`, `from …`, `until …`, or nothing."""
    if since and until:
        return f"{since} to {until}"
    if since:
        return f"from {since}"
    return f"until {until}" if until else ""
