"""What was not found or read: pages by publisher, months without any, dates and organisers not stated."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from data.brief.context import Context
from data.brief.document import Paragraph, Section, Sentence
from data.brief.request import Length
from data.schema.vocabulary import DatePrecision
from data.values.dates import first_day, last_day
from data.values.rows import Records

NAMED = 5
"""Publishers named."""


def section(context: Context) -> list[Section]:
    """Of the events that match, or of those of a basket; of a basket no publishers."""
    found = tuple(_sentences(context))
    return [Section(context.label("coverage"), (Paragraph(found),))] if found else []


def _sentences(context: Context) -> Iterator[Sentence]:
    if not context.is_basket:
        yield from _read(context)
    rows = context.events
    undated = sum(row["earliest"] is None and row["latest"] is None for row in rows)
    dates, places = (sum(bool(row[f"is_{what}_inferred"]) for row in rows) for what in ("date", "place"))
    nobody = sum(not row["organisers"] for row in rows)
    counts = {"undated": undated, "inferred_dates": dates, "inferred_places": places, "no_organiser": nobody}
    for name, number in counts.items():
        if number:
            yield context.count(name, number, of=len(rows))


def _read(context: Context) -> Iterator[Sentence]:
    """Of the publishers that report what matches: pages, those undated, last reading, months without any."""
    if not context.publishers:
        return
    is_dated, pages = context.request.filters.has_dates, count_pages(context)
    number = sum(pages.values())
    named = [
        context.say("read_one", publisher=name, pages=f"{own:,}") for name, own in pages.most_common(NAMED)
    ]
    if len(pages) > NAMED:
        named.append(context.say("and_more", len(pages) - NAMED))
    key = "read_in_range" if is_dated else "read"
    yield context.count(key, number, publishers=context.request.language.join(named))
    undated = sum(row["undated"] for row in context.publishers)
    if context.request.length != Length.ONE and undated:
        yield context.count("read_undated_besides" if is_dated else "read_undated", undated, of=number)
    yield from _reading(context)
    yield from _unread(context)


def count_pages(context: Context) -> Counter[str]:
    """Pages read of each publisher that reports what matches; under dates those of their months."""
    if not context.request.filters.has_dates:
        return Counter({row["publisher"]: row["pages"] for row in context.publishers})
    pages = Counter[str]()
    for cell in _cells(context):
        pages[cell["publisher"]] += cell["pages"]
    return pages


def _cells(context: Context) -> Records:
    """The months read of these publishers, within the range of dates."""
    filters, publishers = context.request.filters, {row["publisher"] for row in context.publishers}
    first, last = (day.isoformat()[:7] if day else "" for day in (filters.since, filters.until))
    return [
        cell
        for cell in context.months
        if cell["publisher"] in publishers and first <= cell["month"] and (not last or cell["month"] <= last)
    ]


def _reading(context: Context) -> Iterator[Sentence]:
    """When their pages were last read; of some readings only the month is known."""
    language = context.request.language
    days = sorted({row["read_on"] for row in context.publishers if row["read_on"]})
    if not days:
        return
    first, last = min(days, key=first_day), max(days, key=last_day)
    if first == last:
        yield context.count("read_on", when=language.when(first))
    else:
        between = {"start_on": first, "end_on": last, "date_precision": DatePrecision.BETWEEN}
        yield context.count("read_between", span=language.span(between))


def list_range_months(context: Context) -> list[str]:
    """The months of the range of dates as `YYYY-MM`; none where it is open at an end."""
    since, until = context.request.filters.since, context.request.filters.until
    if not since or not until:
        return []
    first, last = (day.year * 12 + day.month - 1 for day in (since, until))
    return [f"{date(month // 12, month % 12 + 1, 1):%Y-%m}" for month in range(first, last + 1)]


def _unread(context: Context) -> Iterator[Sentence]:
    if months := list_range_months(context):
        number = len(set(months) - {cell["month"] for cell in _cells(context)})
        yield context.count("unread" if len(months) > 1 else "unread_month", number, of=len(months))
