"""The lists of the overview: newest events, ready views, where sources differ, what was read."""

from typing import Any, NamedTuple

from data.filters import Filters
from data.queries import coverage as coverage_queries
from data.queries import events
from data.schema.dictionary import column_words
from pages.views.disagreements import fields
from pages.views.footnotes import Cite, Footnotes, other_values, wording
from pages.views.html import dates, markup
from pages.views.session import reads
from pages.views.shell import address
from pages.views.shell.faults import contain

MOST = 6
"""Disagreements shown; the rest are on the page Evidence."""
READ = "Counted from the table of sources, which names each page, its address and how much of it was read."
READY = {
    "The Tashkent conference of 3–4 March 2022": ("timeline", {"event": "2022-03-03-tashkent-jpoa"}),
    "The 19 Border Liaison Offices of November 2021": ("offices", {"known": "2021-11-30"}),
    "UNODC in Uzbekistan": ("timeline", {"org": "unodc", "country": "UZB"}),
}
"""Ready views: words, page, what its address says."""
SHOWN = 7
"""Events that are listed."""


@reads.cache_per_build
def count_pages_read() -> dict[str, int]:
    """How many `pages` by how many `publishers` were read, whatever the filters."""
    [row] = reads.read_records(coverage_queries.count_pages)
    return row


@contain
def show_newest(filters: Filters, notes: Footnotes) -> None:
    """The newest events, each leading to its card on the timeline."""
    shown = _newest(filters)
    notes.load_claims("events", (event.id for event in shown))
    cites = (Cite(event.source_id, "events", event.id, ("title", "start_on")) for event in shown)
    lines = (
        markup.tag("div", markup.join((event.link, notes.mark(cite))))
        for event, cite in zip(shown, cites, strict=True)
    )
    markup.show(markup.tag("div", markup.join(lines), "ways newest"))


class NewestEvent(NamedTuple):
    """An event of the list, and the link to it."""

    id: str
    source_id: str
    link: markup.Safe


@reads.cache_per_build
def _newest(filters: Filters) -> list[NewestEvent]:
    parameters = address.parameters(filters)
    found = []
    for event in reads.read_records(events.list_newest_events, filters, SHOWN):
        place = f", {event['places']}" if event["places"] else ""
        words = f"{dates.format_span(event)}{place}: {event['title']}{dates.format_doubt(event)}"
        link = markup.page_link(words, "timeline", {**parameters, "event": event["id"]})
        found.append(NewestEvent(event["id"], event["source_id"], link))
    return found


@contain
def show_ready_views() -> None:
    """Three views to begin with."""
    lines = (
        markup.tag("div", markup.page_link(markup.join((markup.icon("arrow_forward"), words)), *view))
        for words, view in READY.items()
    )
    markup.show(markup.tag("div", markup.join(lines), "ways ready"))


@contain
def show_disagreements(filters: Filters, notes: Footnotes) -> None:
    """The values on which sources differ most: one line a field, the preferred value first."""
    disputes = fields.list_foremost(filters, MOST)
    if not disputes:
        markup.show(markup.tag("p", "No values differ among the events shown.", "small"))
        return
    known = wording.row_names()
    lines = []
    for dispute in disputes:
        each = [other_values.draw_value(claim, notes) for claim in dispute.claims]
        about = wording.describe_subject(dispute.table, dispute.subject, known)
        lines.append((about, column_words(dispute.field), markup.join(each, " · ")))
    every = fields.count_disagreements(filters)
    more = f"{every} matters in all, on the page Evidence."
    parts = (
        markup.table(["Subject", "Value", "Stated as"], lines),
        markup.tag("p", more, "small beneath") if every > len(lines) else "",
    )
    markup.show(markup.join(parts))


@contain
def show_coverage(notes: Footnotes) -> None:
    """What was read of the most-read publishers; what was not read is not zero."""
    every = count_pages_read()
    by = (markup.count_noun(every["pages"], "source"), markup.count_noun(every["publishers"], "publisher"))
    total = f"{' by '.join(by)} were read, most in excerpt. "
    words = f"{total}A month without an event may be a month not read."
    told = markup.tag("p", markup.join((words, notes.mark_own(READ))), "small beneath")
    markup.show(markup.join((_most_read(), told)))


@reads.cache_per_build
def _most_read() -> markup.Safe:
    rows = [
        (row["publisher"], f"{row['pages']:,}", _span(row), dates.format_date(row["read_on"]) or None)
        for row in reads.read_records(coverage_queries.list_most_read, 8)
    ]
    return markup.table(["Publisher", "Read", "Published", "Last checked"], rows)


def _span(row: Any) -> str:
    years = [str(day)[:4] for day in (row["first"], row["last"]) if isinstance(day, str)]
    return "–".join(dict.fromkeys(years)) or "not stated"
