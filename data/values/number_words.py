"""Numbers in English words, with the bound that their source gives."""

from collections.abc import Mapping
from typing import Any

BARE = ("exact", "not_stated")
"""Bounds that add no word."""


def format_amount(amount: float, bound: str = "exact") -> str:
    """`over 19,500`; where no bound is stated the number alone."""
    words = "" if bound in BARE else f"{bound.replace('_', ' ')} "
    return f"{words}{amount:,.15g}"


def format_count(row: Mapping[str, Any], part: str = "") -> str | None:
    """The number of a row of `office_counts` as its source words it; `part` begins its columns' names."""
    number = row[f"{part}number"]
    return None if number is None else format_amount(number, row[f"{part}bound"])
