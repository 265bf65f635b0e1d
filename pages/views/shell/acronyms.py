"""Acronyms of organisations, each with its full name at the first place on a page."""

import re
from collections.abc import Iterable

from data.queries import facets
from pages.views.html import glossary, markup
from pages.views.session import reads

ACRONYM = re.compile(r"[A-Z]{2,}(?:[ -][A-Z]{2,})*")
"""A short name that spells nothing by itself."""


class Acronyms:
    """Spells out each acronym of a page once, at its first place."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def spell_out(self, text: str) -> markup.Safe:
        """The text with the full name after each acronym that was not met before."""
        full_names, pattern = _known()
        parts = pattern.split(text)
        return markup.join(
            part if number % 2 == 0 else self._name(part, full_names) for number, part in enumerate(parts)
        )

    def _name(self, short: str, full_names: dict[str, str]) -> markup.Safe:
        if short in self._met:
            return markup.to_html(short)
        self._met.add(short)
        return markup.join((short, markup.tag("span", f" ({full_names[short]})", "small")))


def list_all() -> list[tuple[str, str]]:
    """Every acronym with its full name, in alphabetical order."""
    return sorted(_known()[0].items())


def list_acronyms(texts: Iterable[str | None]) -> list[tuple[str, str]]:
    """The acronyms in the texts with their full names, in alphabetical order."""
    full_names, pattern = _known()
    met = {short for text in texts if text for short in pattern.findall(text)}
    return [(short, full_names[short]) for short in sorted(met)]


@reads.cache_per_build
def _known() -> tuple[dict[str, str], re.Pattern[str]]:
    """Full names by acronym, and what finds an acronym in a text: the longest that fits."""
    rows = reads.read_records(facets.list_organisations)
    names = {row["name"]: row["full_name"] for row in rows if row["name"] != row["full_name"]}
    known = glossary.ACRONYMS | {name: full for name, full in names.items() if ACRONYM.fullmatch(name)}
    longest_first = sorted(known, key=len, reverse=True)
    return known, re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b")
