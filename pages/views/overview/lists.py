"""The lists of the overview: newest events, where sources differ, what was read."""

from typing import Any

from data.filters import Filters
from data.queries.events import list as events
from data.queries.sources import coverage as coverage_queries
from data.schema.dictionary import column_words
from data.values.rows import Row
from pages.views.disagreements import fields
from pages.views.footnotes import Cite, Footnotes, other_values
from pages.views.footnotes import wording as claim_wording
from pages.views.html import dates, markup
from pages.views.overview import wording
from pages.views.overview.headline import count_pages_read
from pages.views.session import reads
from pages.views.shell.acronyms import Acronyms
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

MOST = 6
"""Disagreements shown; the rest are on the page Evidence."""
READ = "Counted from the table of sources, which names each page, its address and how much of it was read."
SHOWN = 7
"""Events that are listed."""


@contain
def show_newest(filters: Filters, notes: Footnotes, acronyms: Acronyms) -> None:
    """The newest events, each leading to its page."""
    shown = reads.read_records(events.list_newest_events, filters, SHOWN)
    notes.load_claims("events", (event["id"] for event in shown))
    lines = []
    for event in shown:
        words = acronyms.spell_out(_describe(event))
        link = markup.page_link(words, "event", {"id": event["id"]}, keeps="all")
        cite = Cite(event["source_id"], "events", event["id"], ("title", "start_on"))
        lines.append(markup.tag("div", markup.join((link, notes.mark(cite)))))
    markup.show(markup.tag("div", markup.join(lines), "ways newest"))


def _describe(event: Row) -> str:
    place = f", {event['places']}" if event["places"] else ""
    return f"{dates.format_span(event)}{place}: {event['title']}{dates.format_doubt(event)}"


@contain
def show_disagreements(filters: Filters, notes: Footnotes, acronyms: Acronyms) -> None:
    """The values on which sources differ most: one line a field, the preferred value first."""
    disputes = fields.list_foremost(filters, MOST)
    known = claim_wording.row_names()
    lines = []
    for dispute in disputes:
        each = [other_values.draw_value(claim, notes) for claim in dispute.claims]
        about = claim_wording.describe_subject(dispute.table, dispute.subject, known)
        lines.append((acronyms.spell_out(about), column_words(dispute.field), markup.join(each, " · ")))
    table = markup.table(["Subject", "Value", "Stated as"], lines) if lines else ""
    more = wording.more_disagreements(len(lines), fields.count_disagreements(filters))
    evidence = markup.page_link(wording.EVIDENCE, "evidence", address.parameters(filters), "inline")
    words = markup.join(part if part != wording.EVIDENCE else evidence for part in more)
    markup.show(markup.join((table, markup.tag("p", words, "small beneath"))))


@contain
def show_coverage(notes: Footnotes, acronyms: Acronyms) -> None:
    """What was read of the most-read publishers; what was not read is not zero."""
    every = count_pages_read()
    by = (markup.count_noun(every["pages"], "source"), markup.count_noun(every["publishers"], "publisher"))
    total = f"{' by '.join(by)} were read, most in excerpt. "
    words = f"{total}A month without an event may be a month not read."
    told = markup.tag("p", markup.join((words, notes.mark_own(READ))), "small beneath")
    markup.show(markup.join((_most_read(acronyms), told)))


def _most_read(acronyms: Acronyms) -> markup.Safe:
    rows = [
        (
            acronyms.spell_out(row["publisher"]),
            f"{row['pages']:,}",
            _span(row),
            dates.format_date(row["read_on"]) or None,
        )
        for row in reads.read_records(coverage_queries.list_most_read, 8)
    ]
    return markup.table(["Publisher", "Read", "Published", "Last checked"], rows, "read")


def _span(row: Any) -> str:
    years = [str(day)[:4] for day in (row["first"], row["last"]) if isinstance(day, str)]
    return "–".join(dict.fromkeys(years)) or "not stated"
