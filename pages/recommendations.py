"""Recommendations: what was asked of whom, by whom, and what followed; what else was said."""

import streamlit as st

from data.queries import asked as queries
from pages.views import (
    address,
    asked,
    asked_card,
    asked_list,
    downloads,
    frame,
    heading,
    markup,
    notices,
    reads,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
found = reads.read(queries.recommendations, filters)
said = reads.read(queries.statements, filters)
heading.show("Recommendations", asked.sentence(found), filters, downloads.of("recommendations-list", found))
frame.chips(filters)
if found.empty:
    notices.nothing_found("recommendations", filters)
else:
    rows = asked.labelled(found)
    asked.figures(found, said, notes)
    asked.picture(filters, rows)
    asked.table(rows, filters)
    chosen = address.selected("recommendation", rows["id"].tolist())
    if chosen:
        asked_card.show(rows.set_index("id", drop=False).loc[chosen], notes)
    else:
        markup.show(markup.tag("p", "Select a row to read everything about that recommendation.", "lead"))
    st.header("In the order of each source", anchor=False)
    asked_list.by_source(rows, notes)
asked_list.statements(said, filters, notes)
notes.show()
