"""English for briefs: labels, dates, numbers, lists of names; its sentences are beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.brief.languages.english_sentences import SENTENCES
from data.brief.languages.language import Language
from data.values import date_words

SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LABELS = {
    "figures": "In figures",
    "events": "Events",
    "selection": "Selection",
    "offices": "Border Liaison Offices",
    "recommendations": "Recommendations",
    "coverage": "What was not found or read",
    "sources": "Sources",
    "pictures": "Pictures",
    "undated": "Year not known",
    "remark": "Analyst’s note:",
    "question": "Question:",
    "brief": "Brief",
    "paragraph": "para. {n}",
    "read": "read {day}",
    "context": "on the matter:",
    "no_date": "no date",
    "footnotes": "Notes",
    "short_names": "Short names",
    "page": "Page",
}


def join(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def span(row: Mapping[Any, Any]) -> str:
    """When an event took place or an office opened."""
    return date_words.format_span(row, "date not stated")


def number(amount: int) -> str:
    """Below ten in letters; large ones with a sign between thousands."""
    return SPELLED[amount] if 0 <= amount < len(SPELLED) else f"{amount:,}"


ENGLISH = Language(
    "en", SENTENCES, LABELS, join, date_words.format_date, date_words.format_when, span, number
)
