"""Dates in English words, as precise as the record has them."""

from calendar import month_name
from collections.abc import Mapping
from typing import Any


def format_date(partial: str | None) -> str:
    """`2022-03-03` as `3 March 2022`, `2022-03` as `March 2022`; nothing as an empty text."""
    if not partial or partial != partial:
        return ""
    year, *rest = str(partial).split("-")
    if not rest:
        return year
    month = month_name[int(rest[0])]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def format_when(partial: str) -> str:
    """`on 3 March 2022`, `in March 2022`, `in 2022`."""
    return f"{'on' if partial.count('-') == 2 else 'in'} {format_date(partial)}"


def format_span(row: Mapping[Any, Any], unknown: str = "not stated") -> str:
    """When an event took place or an office opened, e.g. `3–4 March 2022`, `before 2012`, `not stated`."""
    start, end, precision = (_text(row[name]) for name in ("start_on", "end_on", "date_precision"))
    if precision == "before":
        return f"by {format_date(end)}"
    if precision == "after":
        return f"after {format_date(start)}"
    if precision == "between":
        return f"between {_between(start, end)}"
    if precision == "unknown" or not start:
        return _text(row["date_as_stated"]) or unknown
    return _range(start, end) if end and end != start else format_date(start)


def _between(start: str, end: str) -> str:
    """`1 and 20 May 2021`; ends that are not equally precise are whole."""
    one, other = format_date(start).split(" "), format_date(end).split(" ")
    if len(one) == len(other):
        one = _part(one, other)
    return f"{' '.join(one)} and {format_date(end)}"


def _range(start: str, end: str) -> str:
    """The two ends without what they share: `3–4 March 2022`, `28 February – 2 March 2022`."""
    one, other = format_date(start).split(" "), format_date(end).split(" ")
    own = _part(one, other)
    dash = "–" if len(own) == 1 == len(other) - len(one) + len(own) else " – "
    return f"{' '.join(own)}{dash}{format_date(end)}"


def _part(one: list[str], other: list[str]) -> list[str]:
    """The words of one date without those at its end that the other has too."""
    while min(len(one), len(other)) > 1 and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value)
