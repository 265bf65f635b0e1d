"""The parts of the overview: headline figures, newest events, ready views, coverage."""

from typing import Any

import streamlit as st

from data import totals
from data.dictionary import column_words
from data.filters import CERTAINLY, POSSIBLY, Filters, match_words
from data.queries import coverage as coverage_queries
from data.queries import events, offices, overview
from pages.views import address, claim_words, dates, differ, markup, reads, rivals
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes

MOST = 6
"""Disputes shown; the rest stand on the page Evidence."""
COUNTED = (
    "Counted from the rows of this record under the filters; every row names its source (page Extracts)."
)
READ = "Counted from the table of sources, which names each page, its address and how much of it was read."
READY = {
    "The Tashkent conference of 3–4 March 2022": ("pages/timeline.py", {"event": "2022-03-03-tashkent-jpoa"}),
    "The 19 Border Liaison Offices of November 2021": ("pages/offices.py", {"known": "2021-11-30"}),
    "UNODC in Uzbekistan": ("pages/timeline.py", {"org": "unodc", "country": "UZB"}),
}
"""Ready views: words, page, what its address says."""


@contained
def headline(filters: Filters, notes: Footnotes) -> None:
    """Five figures: four counted here, and the offices as a source counted them."""
    counted = reads.read(overview.figures, filters).iloc[0]
    own = notes.own(COUNTED)
    shown = [
        (markup.joined((f"{counted[name]:,}", own)), f"{name}{_parted(name, counted, filters)}")
        for name in ("events", "organisations", "speakers")
    ]
    asked = reads.read(overview.recommendations, filters).iloc[0]
    parted = f": {match_words(int(asked[CERTAINLY]), int(asked[POSSIBLY]))}" if filters.has_dates else ""
    shown.append((markup.joined((f"{asked['recommendations']:,}", own)), f"recommendations{parted}"))
    if stated := totals.offices(reads.records(offices.counts, None)):
        cites = (Cite(stated[0].source_id, "office_counts", each, ("number",)) for each in stated[0].ids)
        value = markup.joined((stated[0].number, notes.mark(*cites)))
        shown.append((value, f"border offices, {dates.words(stated[0].as_of)}"))
    markup.show(markup.figures(shown))


def _parted(name: str, counted: Any, filters: Filters) -> str:
    """Under a range of dates: how many of those counted are certainly in it, and how many possibly."""
    if not filters.has_dates:
        return ""
    certainly = int(counted[f"{name}_certainly"])
    return f": {match_words(certainly, int(counted[name]) - certainly)}"


@contained
def newest(filters: Filters, notes: Footnotes) -> None:
    """The newest events, each leading to its card on the timeline."""
    parameters = address.parameters(filters)
    with st.container(key="newest", gap="xsmall"):
        shown = reads.records(events.newest, filters, 7)
        notes.learn("events", [event["id"] for event in shown])
        for number, event in enumerate(shown):
            place = f", {event['places']}" if event["places"] else ""
            with st.container(horizontal=True, gap="xsmall", key=f"newest-{number}"):
                st.page_link(
                    "pages/timeline.py",
                    label=markup.plain(f"{dates.span(event)}{place}: {event['title']}{dates.doubt(event)}"),
                    query_params={**parameters, "event": event["id"]},
                    width="stretch",
                )
                markup.show(
                    notes.mark(Cite(event["source_id"], "events", event["id"], ("title", "start_on")))
                )


@contained
def ready_views() -> None:
    """Three views to begin with."""
    with st.container(key="ready", gap="xsmall"):
        for words, (page, parameters) in READY.items():
            st.page_link(page, label=words, query_params=parameters, icon=":material/arrow_forward:")


@contained
def differing(filters: Filters, notes: Footnotes) -> None:
    """The values on which sources differ most: one line a field, the preferred value first."""
    disputes = differ.foremost(filters, MOST)
    if not disputes:
        markup.show(markup.tag("p", "No values differ among the events shown.", "small"))
        return
    known = claim_words.names()
    lines = []
    for dispute in disputes:
        each = [rivals.value(claim, notes) for claim in dispute.claims]
        about = claim_words.about(dispute.table, dispute.subject, known)
        lines.append((about, column_words(dispute.field), markup.joined(each, " · ")))
    markup.show(markup.table(["Subject", "Value", "Stated as"], lines))
    every = differ.number(filters)
    if every > len(lines):
        markup.show(markup.tag("p", f"{every} matters in all, on the page Evidence.", "small"))


@contained
def coverage(notes: Footnotes) -> None:
    """What was read of the most-read publishers; what was not read is not zero."""
    every = reads.read(coverage_queries.totals).iloc[0]
    rows = [
        (row["publisher"], f"{row['pages']:,}", _span(row), dates.words(row["read_on"]) or markup.html(None))
        for _, row in reads.read(coverage_queries.most_read, 8).iterrows()
    ]
    markup.show(markup.table(["Publisher", "Read", "Published", "Last checked"], rows))
    read = (markup.number(every["pages"], "source"), markup.number(every["publishers"], "publisher"))
    total = f"{' by '.join(read)} were read, most in excerpt. "
    words = f"{total}A month without an event may be a month not read."
    markup.show(markup.tag("p", markup.joined((words, notes.own(READ))), "small"))


def _span(row: Any) -> str:
    years = [str(day)[:4] for day in (row["first"], row["last"]) if isinstance(day, str)]
    return "–".join(dict.fromkeys(years)) or "not stated"
