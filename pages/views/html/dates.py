"""Dates in words, as precise as the record has them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.filters import CERTAINLY, POSSIBLY, match_words
from data.values.date_words import format_date, format_span, format_when

__all__ = ["format_date", "format_span", "format_when"]

MATCH, COUNTS = {"date_match": "In the range"}, {"certainly": "Certainly", "possibly": "Possibly"}
"""Columns of tables under a range of dates: how a row matches it, and how many events do."""


def count_matches(rows: Sequence[Mapping[str, Any]]) -> str:
    """`31 certainly, 4 possibly` for rows under a range of dates, which have `date_match`."""
    certainly = sum(row["date_match"] == CERTAINLY for row in rows)
    return match_words(certainly, len(rows) - certainly)


def format_doubt(row: Any) -> str:
    """` · possibly in the range` where a row matches the range of dates only possibly, else nothing."""
    return f" · {POSSIBLY} in the range" if row.get("date_match") == POSSIBLY else ""


def format_iso(day: date | str | None) -> str:
    """The first ten characters of a day, empty for none: for tables."""
    return "" if day is None or day != day else str(day)[:10]
