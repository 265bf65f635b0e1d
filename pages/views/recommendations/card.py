"""The card of one recommendation: who asked whom, what followed, and in which words."""

import streamlit as st

from data.queries import claims as claim_queries
from data.values.rows import Records, Row
from pages.views.footnotes import endnotes
from pages.views.footnotes.markers import Footnotes
from pages.views.html import dates, markup
from pages.views.recommendations.table import cite, either, event_link
from pages.views.session import reads
from pages.views.shell.faults import contained


@contained
def show(row: Row, notes: Footnotes) -> None:
    """Everything on one recommendation: a row of `labelled`."""
    claims = reads.records(claim_queries.on, "recommendations", (row["id"],))
    own = [claim for claim in claims if claim["source_id"] == row["source_id"]]
    with st.container(border=True, key="recommendation-card"):
        mark = notes.mark(cite(row, "recommendations"))
        markup.show(markup.tag("div", markup.joined((row["text"], mark)), "cardtitle"))
        facts: list[tuple[str, object]] = [
            ("Who asks", markup.joined((row["by"], mark))),
            ("Of whom", _addressee(row, notes)),
            ("Themes", either(row["themes"], None, " · ")),
            ("Instrument", either(row["instrument"], None)),
            ("Follow-up", _followed(row, notes)),
            ("Order", f"Number {row['position']} in the source's own order"),
            ("Source", markup.link(f"{row['source_publisher']}: {row['source_title']}", row["source_url"])),
            ("In its words", _passages(own)),
        ]
        markup.show(markup.pairs(facts))
        event_link(row, f"Open the event in the timeline: {row['event']}, {row['when']}{dates.doubt(row)}")


def _addressee(row: Row, notes: Footnotes) -> markup.Safe | None:
    if not isinstance(row["addressee"], str):
        return None
    return markup.joined((row["addressee"], notes.mark(cite(row, "recommendations", "addressee"))))


def _followed(row: Row, notes: Footnotes) -> markup.Safe:
    source = row["follow_up_source_id"]
    note = row["follow_up_note"] if isinstance(row["follow_up_note"], str) else ""
    mark = notes.mark(source) if isinstance(source, str) else ""
    return markup.joined((row["followed"], f". {note}" if note else "", mark))


def _passages(claims: Records) -> markup.Safe:
    lines = []
    for claim in claims:
        note = endnotes.note_of(claim)
        if words := endnotes.unfolding(note, claim["url"], claim["sha256"]):
            where = f" ¶ {note.paragraph}" if note.paragraph else ""
            lines.append(markup.tag("div", markup.joined((words, where))))
    return markup.joined(lines) if lines else markup.html(None)
