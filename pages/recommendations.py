"""Recommendations: what was asked of whom, by whom, and what followed; what else was said."""

import streamlit as st

from data.queries import recommendations as queries
from pages.views import recommendations
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import chips, downloads, frame, heading, notices, selection

filters = frame.current_filters()
notes = Footnotes()
counts = recommendations.count_recommendations(filters)
heading.show(
    "Recommendations",
    recommendations.sentence(counts, filters),
    filters,
    downloads.Extract("recommendations-list", counts["recommendations"]),
)
chips.show_chips(filters)
if not counts["recommendations"]:
    notices.no_match("recommendations", filters)
else:
    pager, page = recommendations.read_page(filters, counts["recommendations"])
    markup.show(
        markup.stack((recommendations.draw_figures(counts, notes), recommendations.draw_theme_bars(filters)))
    )
    recommendations.show_table(page, filters)
    pager.show("recommendations, newest event first")
    chosen = selection.read_record("recommendation", queries.find_recommendation, filters)
    if chosen is not None:
        recommendations.show_card(recommendations.add_words([chosen])[0], notes)
    else:
        markup.show(markup.tag("p", "Select a row to read everything about that recommendation.", "lead"))
    st.header("In the order of each source", anchor=False)
    recommendations.show_by_source(page.rows, notes)
recommendations.show_statements(filters, notes)
notes.show()
recommendations.listen_to_bars(filters)
