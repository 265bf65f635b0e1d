"""What was not found or read: pages by publisher, months without any, dates and organisers not stated."""

from collections.abc import Iterator
from datetime import date

from data.brief.context import Context
from data.brief.document import Paragraph, Section, Sentence
from data.brief.request import Length
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
    inferred = sum(bool(row["is_date_inferred"]) for row in rows)
    nobody = sum(not row["organisers"] for row in rows)
    for name, number in (("undated", undated), ("inferred_dates", inferred), ("no_organiser", nobody)):
        if number:
            yield context.count(name, number)


def _read(context: Context) -> Iterator[Sentence]:
    """Of the publishers that report what matches: pages, those undated, last reading, months without any."""
    rows = context.publishers
    if not rows:
        return
    named = [context.say("read_one", row["pages"], publisher=row["publisher"]) for row in rows[:NAMED]]
    if len(rows) > NAMED:
        named.append(context.say("and_more", len(rows) - NAMED))
    pages = context.say("n_pages", sum(row["pages"] for row in rows))
    yield context.count("read", pages=pages, publishers=context.request.language.join(named))
    if context.request.length != Length.ONE and (undated := sum(row["undated"] for row in rows)):
        yield context.count("read_undated", undated)
    yield from _reading(context, rows)
    yield from _unread(context, {row["publisher"] for row in rows}, list_range_months(context))


def _reading(context: Context, rows: Records) -> Iterator[Sentence]:
    days, day = sorted({row["read_on"] for row in rows if row["read_on"]}), context.request.language.day
    if len(days) == 1:
        yield context.count("read_on", day=day(days[0]))
    elif days:
        yield context.count("read_between", first=day(days[0]), last=day(days[-1]))


def list_range_months(context: Context) -> list[str]:
    """The months of the range of dates as `YYYY-MM`; none where it is open at an end."""
    since, until = context.request.filters.since, context.request.filters.until
    if not since or not until:
        return []
    first, last = (day.year * 12 + day.month - 1 for day in (since, until))
    return [f"{date(month // 12, month % 12 + 1, 1):%Y-%m}" for month in range(first, last + 1)]


def _unread(context: Context, publishers: set[str], months: list[str]) -> Iterator[Sentence]:
    if months:
        read = {cell["month"] for cell in context.months if cell["publisher"] in publishers}
        yield context.count("unread", len(set(months) - read), of=len(months))
