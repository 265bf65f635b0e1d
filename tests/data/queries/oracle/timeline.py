"""When the events that match began: the strip of the timeline, and its lanes of counted events."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from data.filters import CERTAINLY, POSSIBLY
from data.schema.vocabulary import EventKind, label
from tests.data.queries.cases import Case
from tests.data.queries.oracle.events import country_names, organiser_names
from tests.data.queries.oracle.record import Record, Row, matching_events

MOST_LANES = 12
REACH = timedelta(days=365)
"""How far a beginning reaches on a side that nothing bounds."""


def list_beginnings(record: Record, case: Case) -> list[Row]:
    """How many may have begun between two days, widened to months where both are known; in no order."""
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for event, _ in matching_events(record, case.filters):
        low, high = event["earliest"], event["begins_by"]
        if low and high:
            counts[f"{low[:8]}01", _last_of_month(date.fromisoformat(high)).isoformat()] += 1
        elif low or high:
            counts[low, high] += 1
    return [{"earliest": low, "begins_by": high, "events": number} for (low, high), number in counts.items()]


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def count_years(record: Record, case: Case) -> list[Row]:
    """By year the events that match once the range of dates is narrowed to it."""
    found = []
    for year in range(case.since.year, case.until.year + 1):
        since = max(date(year, 1, 1), case.filters.since or date.min)
        until = min(date(year, 12, 31), case.filters.until or date.max)
        within = matching_events(record, replace(case.filters, since=since, until=until))
        if since <= until and within:
            sure = sum(certainty == CERTAINLY for _, certainty in within)
            found.append({"year": year, CERTAINLY: sure, POSSIBLY: len(within) - sure})
    return found


def list_lanes(record: Record, case: Case) -> list[Row]:
    """By lane and period how many certainly and how many possibly began in it."""
    lanes: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for event, certainty in matching_events(record, case.filters):
        if event["earliest"] or event["begins_by"]:
            lanes[_lane(record, event, case.by)].append((event, certainty))
    order = sorted(lanes, key=lambda name: (-len(lanes[name]), name))
    if case.by == "kind":
        order = [name for name in map(label, EventKind) if name in lanes]
    if len(order) > MOST_LANES:
        rest, order = order[MOST_LANES - 1 :], [*order[: MOST_LANES - 1], "All others"]
        lanes["All others"] = [each for name in rest for each in lanes[name]]
    return [row for name in order for row in _periods(name, lanes[name], case)]


def _lane(record: Record, event: Row, by: str) -> str:
    """The kind of the event, or the first of its organisers or countries."""
    if by == "kind":
        return label(EventKind(event["kind"]))
    names = {"organiser": organiser_names, "country": country_names}[by](record, event)
    return names[0] if names else "not stated"


def _periods(lane: str, events: list[tuple[Row, str]], case: Case) -> Iterable[Row]:
    counts = {"of": len(events), "of_certain": sum(certainty == CERTAINLY for _, certainty in events)}
    for period in range(_period(case.since, case.months), _period(case.until, case.months) + 1):
        sure = maybe = 0
        share = 0.0
        for event, _ in events:
            low, high = _beginning(event)
            first, last = _period(low, case.months), _period(high, case.months)
            is_sure = bool(first == last and event["earliest"] and event["begins_by"])
            sure += is_sure and first == period
            if not is_sure and first <= period <= last:
                maybe += 1
                share += 1 / (last - first + 1)
        if sure or maybe:
            start = date(period * case.months // 12, period * case.months % 12 + 1, 1).isoformat()
            yield {
                "lane": lane,
                "start": start,
                CERTAINLY: sure,
                POSSIBLY: maybe,
                "share": round(share, 6),
                **counts,
            }


def _beginning(event: Row) -> tuple[date, date]:
    low, high = (date.fromisoformat(day) if day else None for day in (event["earliest"], event["begins_by"]))
    if low and high:
        return low, high
    known = low or high
    if known is None:
        raise ValueError(f"{event['id']} has no date")
    return low or known - REACH, high or known + REACH


def _period(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months
