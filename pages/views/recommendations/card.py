"""The card of one recommendation: who asked whom, what followed, and in which words."""

import streamlit as st

from data.queries.sources import claims as claim_queries
from data.values.rows import Records, Row
from pages.views.footnotes import Footnotes, endnotes
from pages.views.html import dates, markup
from pages.views.recommendations.follow_up import draw_follow_ups, read_follow_ups
from pages.views.recommendations.wording import cite_row, show_event_link, text_or
from pages.views.session import reads
from pages.views.shell.faults import contain


@contain
def show_card(row: Row, notes: Footnotes) -> None:
    """Everything on one recommendation: a row of `add_words`."""
    claims = reads.read_records(claim_queries.list_claims, "recommendations", (row["id"],))
    own = [claim for claim in claims if claim["source_id"] == row["source_id"]]
    with st.container(border=True, key="recommendation-card"):
        mark = notes.mark(cite_row(row, "recommendations"))
        markup.show(markup.tag("div", markup.join((row["text"], mark)), "cardtitle"))
        facts: list[tuple[str, object]] = [
            ("Who asks", markup.join((row["by"], mark))),
            ("Of whom", _addressee(row, notes)),
            ("Themes", text_or(row["themes"], None, " · ")),
            ("Instrument", text_or(row["instrument"], None)),
            *([("Quoted at", _draw_quoting_event(row))] if row["quoted_at_event_id"] else []),
            ("Follow-up", draw_follow_ups(read_follow_ups([row])[row["id"]], notes)),
            ("Order", f"Number {row['position']} in the source's own order"),
            ("Source", markup.link(f"{row['source_publisher']}: {row['source_title']}", row["source_url"])),
            ("In its words", _passages(own)),
        ]
        markup.show(markup.fact_table(facts))
        show_event_link(
            row, f"Open the event in the timeline: {row['event']}, {row['when']}{dates.format_doubt(row)}"
        )


def _addressee(row: Row, notes: Footnotes) -> markup.Safe | None:
    if not isinstance(row["addressee"], str):
        return None
    return markup.join((row["addressee"], notes.mark(cite_row(row, "recommendations", "addressee"))))


def _draw_quoting_event(row: Row) -> markup.Safe:
    event = markup.page_link(row["quoted_at_event"], "timeline", {"event": row["quoted_at_event_id"]})
    return markup.join((event, markup.tag("div", "Quoted there, not made there.", "small")))


def _passages(claims: Records) -> markup.Safe:
    lines = []
    for claim in claims:
        note = endnotes.make_note(claim)
        if words := endnotes.quote_with_paragraph(note, claim["url"], claim["sha256"]):
            where = f" ¶ {note.paragraph}" if note.paragraph else ""
            lines.append(markup.tag("div", markup.join((words, where))))
    return markup.join(lines) if lines else markup.to_html(None)
