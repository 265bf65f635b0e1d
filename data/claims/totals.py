"""Totals of what sources state, under a choice among the values on which they differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from data.claims.values import DateRange, Number, parse_value
from data.schema.vocabulary import CountBound, OfficeStatus, Rank
from data.values.dates import last_day

OPEN = (CountBound.OVER, CountBound.AT_LEAST)
WORDINGS = (CountBound.EXACT, CountBound.AT_LEAST, CountBound.OVER, CountBound.ABOUT)
"""How a sum is worded, by `encode_bound`: *about* as soon as one part is, else by its most open part."""
COUNTS_OF_OFFICES = "office_counts"
"""Their numbers hold for different borders and dates, so they have no sum."""
Claim = Mapping[str, Any]
"""A row of `queries.sources.claims`."""


class Choice(StrEnum):
    """Which of the values of one field counts."""

    PREFERRED = "preferred"
    LOWEST = "lowest"
    HIGHEST = "highest"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Total:
    """The sum over the rows of one table, of events those of one kind, of the numbers of one field and unit.

    On `contested` of the `rows`, sources contradict each other. `preferred` and `chosen` are the sums under
    the preferred values and under the choice.
    """

    table: str
    field: str
    unit: str
    event_kind: str
    rows: int
    contested: int
    preferred: Number
    chosen: Number


class OfficeTotal(NamedTuple):
    """A number of all offices together, as a source states it; `planned` of them not yet open."""

    number: int
    planned: int
    as_of: str
    source_id: str
    ids: tuple[str, ...]
    """The rows of `office_counts` that it is taken from."""
    bound: str = CountBound.EXACT


def choose_claim(claims: Sequence[Claim], choice: Choice) -> Claim:
    """The claim that the choice takes among those on one field; deprecated ones only if there are no others.

    Where none is preferred, and for words under *lowest* and *highest*, the latest stands for it: the
    one whose source was published last; a source without a date comes before all dated ones, and of sources
    of one date the one with the larger number comes last. *Over 200* is higher than *about 200*.
    """
    able = [claim for claim in claims if claim["rank"] != Rank.DEPRECATED] or list(claims)
    latest = max(able, key=lambda claim: (claim["published_on"] or "", claim["amount"] or 0, claim["value"]))
    preferred = next((claim for claim in able if claim["rank"] == Rank.PREFERRED), latest)
    if choice == Choice.PREFERRED:
        return preferred
    if choice == Choice.LATEST:
        return latest
    if any(_size(claim, choice) is None for claim in able):
        return preferred
    ordered = sorted(able, key=lambda claim: (_size(claim, choice), claim["bound"] in OPEN, claim["value"]))
    return ordered[0 if choice == Choice.LOWEST else -1]


def affects_field(claim: Claim, choice: Choice) -> bool:
    """Whether the choice applies to the field: *lowest* and *highest* do not apply to words."""
    return choice == Choice.LATEST or (choice != Choice.PREFERRED and _size(claim, choice) is not None)


def choose_by_rule(claims: Sequence[Claim]) -> dict[Choice, Claim]:
    """What each choice takes of the claims on one field; numbers that can all be true stay as preferred."""
    is_rival = any(claim["is_disputed"] for claim in claims)
    return {choice: choose_claim(claims, choice if is_rival else Choice.PREFERRED) for choice in Choice}


def encode_bound(bound: str) -> int:
    """How a number is worded, as a place in WORDINGS: the greatest among the parts of a sum words the sum."""
    return {CountBound.AT_LEAST: 1, CountBound.OVER: 2, CountBound.ABOUT: 3, CountBound.UP_TO: 3}.get(
        CountBound(bound), 0
    )


def sum_bounds(bounds: Iterable[str]) -> CountBound:
    """How the sum of numbers so worded is worded."""
    return WORDINGS[max(map(encode_bound, bounds), default=0)]


def list_office_totals(counts: Iterable[Claim]) -> list[OfficeTotal]:
    """What sources state of all offices together since the last statement that counts border by border.

    The newest leads, so it is the one that is preferred. A source that counts open offices and others
    under way gives two: the open ones, and both together as planned. Empty where no source counts by border.
    """
    rows = [row for row in counts if row["number"] is not None and row["number"] == row["number"]]
    opened = [row for row in rows if row["status"] == OfficeStatus.OPERATIONAL]
    by_border = [row for row in opened if row["border_id"]]
    if not by_border:
        return []
    base = max(by_border, key=lambda row: last_day(row["as_of"]))
    since = [row for row in opened if row["is_total"] and last_day(row["as_of"]) >= last_day(base["as_of"])]
    found = [_office_total(row) for row in since]
    for row in rows:
        if row["is_total"] and row["status"] == OfficeStatus.ESTABLISHING:
            found += [_office_total(own, row) for own in since if own["source_id"] == row["source_id"]]
    newest_first = sorted(found, key=lambda stated: last_day(stated.as_of), reverse=True)
    return sorted(newest_first, key=lambda stated: stated.planned > 0)


def choose_office_total(stated: Sequence[OfficeTotal], choice: Choice) -> OfficeTotal:
    """The number that the choice takes; among equals the first by date. `stated` is not empty."""
    match choice:
        case Choice.LOWEST:
            return min(stated, key=lambda s: s.number)
        case Choice.HIGHEST:
            return max(stated, key=lambda s: s.number)
    return stated[0]


def _office_total(row: Claim, *under_way: Claim) -> OfficeTotal:
    planned = sum(int(more["number"]) for more in under_way)
    rows = (row, *under_way)
    ids, bound = tuple(each["id"] for each in rows), sum_bounds(each["bound"] for each in rows)
    return OfficeTotal(int(row["number"]) + planned, planned, row["as_of"], row["source_id"], ids, bound)


def _size(claim: Claim, choice: Choice) -> float | None:
    """What *lowest* and *highest* go by: the number, or the day; None for words."""
    value = parse_value(claim["table"], claim["field"], claim["value"])
    if isinstance(value, Number):
        return value.amount
    if isinstance(value, DateRange):
        day = (value.first or value.last) if choice == Choice.LOWEST else (value.last or value.first)
        return float(day.toordinal()) if day else None
    return None
