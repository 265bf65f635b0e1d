"""Recommendations: what was asked of whom, by whom, and what followed; what else was said."""

import streamlit as st

from data.queries import recommendations as queries
from pages.views import (
    asked,
    asked_bars,
    asked_card,
    asked_list,
    downloads,
    frame,
    heading,
    markup,
    notices,
    picked,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
counts = asked.counts(filters)
heading.show(
    "Recommendations",
    asked.sentence(counts, filters),
    filters,
    downloads.Extract("recommendations-list", counts["recommendations"]),
)
frame.chips(filters)
if not counts["recommendations"]:
    notices.nothing_found("recommendations", filters)
else:
    pager, page = asked.page(filters, counts["recommendations"])
    markup.show(markup.stacked((asked.figures(counts, notes), asked_bars.picture(filters))))
    asked.table(page, filters)
    pager.show("recommendations, newest event first")
    chosen = picked.record("recommendation", queries.find_recommendation, filters)
    if chosen is not None:
        asked_card.show(asked.labelled([chosen])[0], notes)
    else:
        markup.show(markup.tag("p", "Select a row to read everything about that recommendation.", "lead"))
    st.header("In the order of each source", anchor=False)
    asked_list.by_source(page.rows, notes)
asked_list.statements(filters, notes)
notes.show()
asked_bars.heard(filters)
