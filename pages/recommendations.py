"""Recommendations: what was asked of whom, by whom, and what followed; what else was said."""

import streamlit as st

from data.queries.recommendations import list as queries
from pages.views import recommendations
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import downloads, frame, heading
from pages.views.shell.controls import selection
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
addressee = recommendations.read_addressee()
counts = recommendations.count_recommendations(filters, addressee)
settings = recommendations.list_settings(addressee)
heading.show(
    "Recommendations",
    recommendations.sentence(counts, filters),
    filters,
    downloads.Extract("recommendations-list", counts["recommendations"], settings=settings),
)
chips.show_chips(filters, *recommendations.list_chips(addressee))
recommendations.show_controls(filters, addressee)
pager, page = recommendations.read_page(filters, addressee, counts["recommendations"])
if not counts["recommendations"]:
    recommendations.show_no_match(filters, addressee)
else:
    bars = recommendations.draw_theme_bars(filters, addressee)
    with st.container(horizontal=True, vertical_alignment="center", key="over-bars"):
        markup.show(recommendations.draw_figures(counts, notes))
        recommendations.show_picture_menu(filters, addressee)
    markup.show(bars)
    markup.show(
        markup.tag("p", markup.hint("Select a row to read everything about that recommendation."), "lead")
    )
    recommendations.show_table(page, filters, addressee)
    pager.show("recommendations, newest event first")
chosen = selection.read_record("recommendation", queries.find_recommendation, filters)
if chosen is not None:
    recommendations.show_panel(chosen, recommendations.make_order(pager, page, filters, addressee), notes)
if counts["recommendations"]:
    st.header("Source by source", anchor=False)
    markup.show(recommendations.draw_by_source(filters, addressee, pager, notes))
recommendations.show_statements(filters, notes)
notes.show()
recommendations.listen_to_bars(filters)
