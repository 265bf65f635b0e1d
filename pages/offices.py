"""Border offices: where the Border Liaison Offices are, how many on each border, since when."""

import streamlit as st

from pages.views import (
    frame,
    heading,
    markup,
    office_card,
    office_head,
    office_known,
    office_list,
    office_map,
    office_matrix,
    office_panel,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
shown = office_panel.asked(filters)
heading.show("Border Liaison Offices", office_head.sentence(shown), filters, office_panel.extract(shown))
frame.chips(filters, *office_panel.chip(shown))
office_panel.silent_filters(filters)
left, right = st.columns([7, 3], gap="medium")
with left:
    markup.show(markup.stacked((office_head.figures(shown, notes), office_known.around_it(shown, notes))))
with right:
    office_known.control(shown)
left, right = st.columns([7, 3], gap="medium")
with left:
    words = office_matrix.noted(shown, notes)
    office_map.pictures(shown, words)
    about = (office_map.note(shown), office_card.card(shown, notes), office_card.counted(shown, notes))
    markup.show(markup.stacked(about))
    office_card.download(shown, filters)
with right:
    grid = office_matrix.grid(shown, words, notes)
    markup.show(markup.stacked((grid, office_list.listed(shown, filters, notes))))
    office_list.nothing(shown, filters)
office_list.table(shown)
notes.show()
office_matrix.heard(shown)
