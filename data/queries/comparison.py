"""Two or three things, or periods, side by side: each is a value of filters; by year, and what they share."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Engine

from data.engines.answers import Answer
from data.filters import Filters, Subject
from data.queries.events.list import Ask
from data.queries.matching import match_events

KINDS = {
    "organisation": "organisations",
    "person": "people",
    "country": "countries",
    "border": "borders",
    "instrument": "instruments",
    "theme": "themes",
}
"""Kind of what is compared, as the address names it → its table; a field of Filters has the same name."""
PERIOD = "period"
MOST = 3
BETWEEN = "~"
"""Parts the ids in an address; no id of the record has it."""
YEARS = re.compile(r"([12][0-9]{3})(?:-([12][0-9]{3}))?")
"""A period: `2021` or `2019-2021`, whole years."""
Part = tuple[int, ...]
"""Places of sides: the events of all of these and of no other."""


class Side(NamedTuple):
    """What is compared, by its id, and the filters that its events match."""

    id: str
    filters: Filters


def read_period(text: str) -> tuple[date, date] | None:
    """The first and the last day of a period; None where the text is none."""
    found = YEARS.fullmatch(text)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def split_ids(text: str) -> tuple[str, ...]:
    """The ids that an address joins, each once and at most three."""
    return tuple(dict.fromkeys(filter(None, text.split(BETWEEN, MOST * 4)[: MOST * 4])))[:MOST]


def list_sides(kind: str, ids: Iterable[str], filters: Filters) -> list[Side]:
    """The sides; periods stand in the place of the range of dates. What is no period is left out."""
    if kind != PERIOD:
        return [Side(each, replace(filters, subject=Subject(KINDS[kind], each))) for each in ids]
    spans = [(each, span) for each in ids if (span := read_period(each))]
    return [Side(each, replace(filters, since=span[0], until=span[1])) for each, span in spans]


def narrow_to_year(filters: Filters, year: int) -> Filters | None:
    """The filters within one year; None where their range of dates leaves it out."""
    since = max(date(year, 1, 1), filters.since or date.min)
    until = min(date(year, 12, 31), filters.until or date.max)
    return replace(filters, since=since, until=until) if since <= until else None


def count_years(filters: Filters, first: int, last: int) -> Ask:
    """By `year` from `first` to `last` the events that `certainly` or `possibly` took place in it.

    They are those that match once the range of dates is narrowed to the year. Years without any are left out.
    """
    spans = [
        (year, within.since, within.until)
        for year in range(first, last + 1)
        if (within := narrow_to_year(filters, year)) and within.since and within.until
    ]

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        if not spans:
            return Answer(["year", "certainly", "possibly"], [])
        values: dict[str, int] = {}
        for year, since, until in spans:
            values |= {f"from{year}": since.toordinal(), f"to{year}": until.toordinal()}
        listed = " UNION ALL ".join(f"SELECT {y}, :from{y}, :to{y}" for y, _, _ in spans)
        sql = f"""{found.head("e.begins_from", "e.begins_by", "e.ends_from", "e.ends_by")},
years (year, since, until) AS ({listed})
SELECT year, count(*) FILTER (WHERE begins_by <= until AND ends_from >= since) AS certainly,
  count(*) FILTER (WHERE NOT (begins_by <= until AND ends_from >= since)) AS possibly
FROM years JOIN found ON begins_from <= until AND ends_by >= since GROUP BY 1 ORDER BY 1"""
        return found.select(sql, **values)

    return answer


def list_numbers(filters: Filters) -> Ask:
    """The number `n` of each event that matches, newest first."""

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        return found.select(
            f"{found.head('e.newest', 'e.rank')} SELECT n FROM found ORDER BY newest DESC, rank"
        )

    return answer


def part_numbers(sides: Sequence[Iterable[int]]) -> dict[Part, list[int]]:
    """The numbers by the sides that have them, each in the order of the first of these sides."""
    within: dict[int, list[int]] = defaultdict(list)
    for place, numbers in enumerate(sides):
        for number in numbers:
            within[number].append(place)
    parts: dict[Part, list[int]] = defaultdict(list)
    for number, places in within.items():
        parts[tuple(places)].append(number)
    return dict(parts)
