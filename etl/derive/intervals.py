"""When an event may have begun and ended, by its dates and their precision."""

from datetime import date
from typing import NamedTuple

from data.schema.vocabulary import DatePrecision
from data.values.dates import first_day, last_day


class Interval(NamedTuple):
    """When an event may have begun and ended; all ends inclusive, None where nothing bounds them.

    `earliest`..`begins_by` is when it began, `ends_from`..`latest` when it ended. An exact date has
    `earliest == begins_by` and `ends_from == latest`. An event is certainly in a range when it began by
    the range's end and ended from the range's start on, whichever of the allowed days is true.
    """

    earliest: date | None
    begins_by: date | None
    ends_from: date | None
    latest: date | None


def make_interval(start: str | None, end: str | None, precision: DatePrecision) -> Interval:
    """The interval of an event that a source dates from `start` to `end` (None: the same as `start`).

    For `before` only `end` is given, for `after` only `start`; for `between` the two are the bounds of
    one unknown day. Raises ValueError where the precision needs another set of dates, or where the
    end lies before the start.
    """
    wanted = {
        DatePrecision.BEFORE: (False, True),
        DatePrecision.AFTER: (True, False),
        DatePrecision.BETWEEN: (True, True),
        DatePrecision.UNKNOWN: (False, False),
    }.get(precision, (True, bool(end)))
    if wanted != (bool(start), bool(end)):
        raise ValueError(f"date_precision {precision} wants {_wanted_words(wanted)}")
    earliest = first_day(start) if start else None
    latest = last_day(end) if end else (last_day(start) if start and precision != "after" else None)
    if earliest and latest and earliest > latest:
        raise ValueError(f"end_on {end} lies before start_on {start}")
    if precision not in (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR) or not start:
        return Interval(earliest, latest, earliest, latest)
    return Interval(earliest, last_day(start), first_day(end or start), latest)


def _wanted_words(wanted: tuple[bool, bool]) -> str:
    return {
        (True, True): "start_on and end_on",
        (True, False): "start_on and no end_on",
        (False, True): "end_on and no start_on",
        (False, False): "neither start_on nor end_on",
    }[wanted]
