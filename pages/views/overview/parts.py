"""The parts of the overview: headline figures, newest events, ready views, coverage."""

from typing import Any, NamedTuple

from data.claims import totals
from data.filters import CERTAINLY, POSSIBLY, Filters, match_words
from data.queries import coverage as coverage_queries
from data.queries import events, offices, overview
from data.schema.dictionary import column_words
from pages.views.disagreements import fields
from pages.views.footnotes import other_values, wording
from pages.views.footnotes.markers import Cite, Footnotes
from pages.views.html import dates, markup
from pages.views.session import reads
from pages.views.shell import address
from pages.views.shell.faults import contained

MOST = 6
"""Disputes shown; the rest stand on the page Evidence."""
COUNTED = (
    "Counted from the rows of this record under the filters; every row names its source (page Extracts)."
)
READ = "Counted from the table of sources, which names each page, its address and how much of it was read."
READY = {
    "The Tashkent conference of 3–4 March 2022": ("timeline", {"event": "2022-03-03-tashkent-jpoa"}),
    "The 19 Border Liaison Offices of November 2021": ("offices", {"known": "2021-11-30"}),
    "UNODC in Uzbekistan": ("timeline", {"org": "unodc", "country": "UZB"}),
}
"""Ready views: words, page, what its address says."""
SHOWN = 7
"""Events that are listed."""


@reads.per_build
def counts(filters: Filters) -> dict[str, int]:
    """The numbers of `overview.count_figures` and `overview.count_recommendations` by their names."""
    found = [reads.records(ask, filters) for ask in (overview.count_figures, overview.count_recommendations)]
    return {name: number for [row] in found for name, number in row.items()}


@reads.per_build
def read() -> dict[str, int]:
    """How many `pages` by how many `publishers` were read, whatever the filters."""
    [row] = reads.records(coverage_queries.count_pages)
    return row


@contained
def headline(filters: Filters, notes: Footnotes) -> None:
    """Five figures: four counted here, and the offices as a source counted them."""
    counted = counts(filters)
    own = notes.own(COUNTED)
    shown = [
        (markup.joined((f"{counted[name]:,}", own)), f"{name}{_parted(name, counted, filters)}")
        for name in ("events", "organisations", "speakers")
    ]
    parted = f": {match_words(counted[CERTAINLY], counted[POSSIBLY])}" if filters.has_dates else ""
    shown.append((markup.joined((f"{counted['recommendations']:,}", own)), f"recommendations{parted}"))
    if stated := _stated():
        cites = (Cite(stated[0].source_id, "office_counts", each, ("number",)) for each in stated[0].ids)
        value = markup.joined((stated[0].number, notes.mark(*cites)))
        shown.append((value, f"border offices, {dates.words(stated[0].as_of)}"))
    markup.show(markup.figures(shown))


@reads.per_build
def _stated() -> list[totals.Stated]:
    return totals.offices(reads.records(offices.counts, None))


def _parted(name: str, counted: dict[str, int], filters: Filters) -> str:
    """Under a range of dates: how many of those counted are certainly in it, and how many possibly."""
    if not filters.has_dates:
        return ""
    certainly = counted[f"{name}_certainly"]
    return f": {match_words(certainly, counted[name] - certainly)}"


@contained
def newest(filters: Filters, notes: Footnotes) -> None:
    """The newest events, each leading to its card on the timeline."""
    shown = _newest(filters)
    notes.learn("events", (event.id for event in shown))
    cites = (Cite(event.source_id, "events", event.id, ("title", "start_on")) for event in shown)
    lines = (
        markup.tag("div", markup.joined((event.link, notes.mark(cite))))
        for event, cite in zip(shown, cites, strict=True)
    )
    markup.show(markup.tag("div", markup.joined(lines), "ways newest"))


class New(NamedTuple):
    """An event of the list, and the link to it."""

    id: str
    source_id: str
    link: markup.Safe


@reads.per_build
def _newest(filters: Filters) -> list[New]:
    parameters = address.parameters(filters)
    found = []
    for event in reads.records(events.list_newest_events, filters, SHOWN):
        place = f", {event['places']}" if event["places"] else ""
        words = f"{dates.span(event)}{place}: {event['title']}{dates.doubt(event)}"
        link = markup.page(words, "timeline", {**parameters, "event": event["id"]})
        found.append(New(event["id"], event["source_id"], link))
    return found


@contained
def ready_views() -> None:
    """Three views to begin with."""
    lines = (
        markup.tag("div", markup.page(markup.joined((markup.icon("arrow_forward"), words)), *view))
        for words, view in READY.items()
    )
    markup.show(markup.tag("div", markup.joined(lines), "ways ready"))


@contained
def differing(filters: Filters, notes: Footnotes) -> None:
    """The values on which sources differ most: one line a field, the preferred value first."""
    disputes = fields.foremost(filters, MOST)
    if not disputes:
        markup.show(markup.tag("p", "No values differ among the events shown.", "small"))
        return
    known = wording.names()
    lines = []
    for dispute in disputes:
        each = [other_values.value(claim, notes) for claim in dispute.claims]
        about = wording.about(dispute.table, dispute.subject, known)
        lines.append((about, column_words(dispute.field), markup.joined(each, " · ")))
    every = fields.number(filters)
    more = f"{every} matters in all, on the page Evidence."
    parts = (
        markup.table(["Subject", "Value", "Stated as"], lines),
        markup.tag("p", more, "small beneath") if every > len(lines) else "",
    )
    markup.show(markup.joined(parts))


@contained
def coverage(notes: Footnotes) -> None:
    """What was read of the most-read publishers; what was not read is not zero."""
    every = read()
    by = (markup.number(every["pages"], "source"), markup.number(every["publishers"], "publisher"))
    total = f"{' by '.join(by)} were read, most in excerpt. "
    words = f"{total}A month without an event may be a month not read."
    told = markup.tag("p", markup.joined((words, notes.own(READ))), "small beneath")
    markup.show(markup.joined((_most_read(), told)))


@reads.per_build
def _most_read() -> markup.Safe:
    rows = [
        (row["publisher"], f"{row['pages']:,}", _span(row), dates.words(row["read_on"]) or None)
        for row in reads.records(coverage_queries.list_most_read, 8)
    ]
    return markup.table(["Publisher", "Read", "Published", "Last checked"], rows)


def _span(row: Any) -> str:
    years = [str(day)[:4] for day in (row["first"], row["last"]) if isinstance(day, str)]
    return "–".join(dict.fromkeys(years)) or "not stated"
