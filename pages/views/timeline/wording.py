"""The words of the timeline: whole sentences with named gaps."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.filters import CERTAINLY, POSSIBLY, Filters
from pages.views.html import markup

PERIODS = {1: "month", 3: "quarter", 12: "year"}
COUNTED = "Counted from the events of this record; each links to its sources."
MATCHED = "Counted from the events that match the filters; each links to its sources."
COUNTS = (
    "There are too many events to draw each. A bar counts those that began in a {period}; every lane has a "
    "scale of its own, with the height of its highest bar printed on it. Click a bar to set the dates."
)
PAGES = "The table has {pages} pages: turn them beneath it. The pictures show all events."
PAGE = "events, {order}: {span}. Sorting by a column sorts this page only."
AS_LIST = "Read the events as a list"
LIST = "In order of date. A title leads to the page of the event, Card opens its card beside the list."
OLDEST, CERTAIN = "oldest first", "those certainly in the range first"
ACRONYMS = "Acronyms in this table"
SIDEWAYS = "Scroll the table sideways for form, documents, originators and words."
SELECT = "Select {marks} to read who took part and which source says so."
STRIP = (
    "Events by the quarter in which they began, {first} to {last}: solid where that is certain, hatched "
    "where it is possible. Drag over a span to set the dates."
)
LANES = "{events} events in lanes by {lanes}; the table on this page lists the same events."
BARS = (
    "Events by the {period} in which they began, in lanes by {lanes}: solid where that is certain, hatched "
    "where it is possible. The table on this page lists the events."
)
SOLID, OUTLINED, DIFFER = "began then", "outlined: date not exact", "sources differ"
HATCHED = "hatched: may have begun in this {period}"


def sentence(counts: Any, filters: Filters) -> str:
    """What the page shows, with its numbers; `counts` is the row of `queries.events.count_events`."""
    events, undated = counts["events"], counts["undated"]
    if not events:
        return "No event matches."
    years = _years(counts["first"], counts["last"])
    text = f"{markup.count_noun(events, 'event')}{_in_range(counts, years) if filters.has_dates else years}."
    if undated:
        one = undated == 1
        has, are = ("has", "is") if one else ("have", "are")
        text += f" {undated:,} {has} no date and {are} not in the pictures."
    return text


def span(events: Sequence[Mapping[str, Any]]) -> str:
    """The years of a page of events: those of its first and last day that are known."""
    days = [day for event in events for day in (event["earliest"], event["latest"]) if day]
    return _years(min(days, default=None), max(days, default=None)).removeprefix(", ") or "without dates"


def _in_range(counts: Any, years: str) -> str:
    """How many are certainly in the range of dates, in which years, and how many only possibly."""
    certainly, possibly = counts[CERTAINLY], counts[POSSIBLY]
    why = "because its date is not exact" if possibly == 1 else "because their dates are not exact"
    if not possibly:
        return f", {'' if certainly == 1 else 'all '}certainly in the selected range{years}"
    if not certainly:
        return f", only possibly in the selected range, {why}"
    return f": {certainly:,} certainly in the selected range{years}, and {possibly:,} possibly, {why}"


def _years(first: date | None, last: date | None) -> str:
    years = dict.fromkeys(str(day.year) for day in (first, last) if day)
    return f", {'–'.join(years)}" if years else ""
