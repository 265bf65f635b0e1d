"""Events per quarter or year: those that certainly began in it, and those that possibly did."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from data.pictures.packing import day_span


class Period(NamedTuple):
    """A period by its first day, and how many events began in it.

    `share` is what the possible ones weigh: each counts by equal parts in all periods in which it may have
    begun, so that one of many years is no stream of events, and all weights add up to the number of events.
    """

    start: date
    certainly: int
    possibly: int
    share: float


def count_by_period(beginnings: Iterable[Mapping[str, Any]], months: int) -> list[Period]:
    """The periods of `months` (a divisor of 12) from the first to the last in which an event may have begun.

    `beginnings` counts `events` by `earliest` and `begins_by`. An event counts as certain in a period that
    holds both days, and as possible once in each period that it may have begun in. A side that nothing
    bounds reaches a year, as in the lanes, and leaves the event possible.
    """
    certain: Counter[int] = Counter()
    possible: Counter[int] = Counter()
    share: dict[int, float] = defaultdict(float)
    for row in beginnings:
        earliest, begins_by = row["earliest"], row["begins_by"]
        low, high = (_number(date.fromordinal(day), months) for day in day_span(earliest, begins_by))
        if low == high and earliest and begins_by:
            certain[low] += row["events"]
            continue
        for number in range(low, high + 1):
            possible[number] += row["events"]
            share[number] += row["events"] / (high - low + 1)
    seen = [*certain, *possible]
    every = range(min(seen), max(seen) + 1) if seen else ()
    return [
        Period(_start(number, months), certain[number], possible[number], share[number]) for number in every
    ]


def _number(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months


def _start(number: int, months: int) -> date:
    year, month = divmod(number * months, 12)
    return date(year, month + 1, 1)
