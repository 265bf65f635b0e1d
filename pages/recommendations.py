"""Recommendations: what was asked of whom, by whom, and what followed; what else was said."""

import streamlit as st

from data.queries import recommendations as queries
from pages.views.footnotes.markers import Footnotes
from pages.views.html import markup
from pages.views.recommendations import bars, by_source, card, table
from pages.views.shell import downloads, frame, heading, notices, selection

filters = frame.current_filters()
notes = Footnotes()
counts = table.counts(filters)
heading.show(
    "Recommendations",
    table.sentence(counts, filters),
    filters,
    downloads.Extract("recommendations-list", counts["recommendations"]),
)
frame.chips(filters)
if not counts["recommendations"]:
    notices.nothing_found("recommendations", filters)
else:
    pager, page = table.page(filters, counts["recommendations"])
    markup.show(markup.stacked((table.figures(counts, notes), bars.picture(filters))))
    table.table(page, filters)
    pager.show("recommendations, newest event first")
    chosen = selection.record("recommendation", queries.find_recommendation, filters)
    if chosen is not None:
        card.show(table.labelled([chosen])[0], notes)
    else:
        markup.show(markup.tag("p", "Select a row to read everything about that recommendation.", "lead"))
    st.header("In the order of each source", anchor=False)
    by_source.by_source(page.rows, notes)
by_source.statements(filters, notes)
notes.show()
bars.heard(filters)
