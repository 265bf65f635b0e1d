"""Network: which organisations work together, on what, since when; which are central."""

import streamlit as st

from pages.views import network
from pages.views.footnotes import Footnotes
from pages.views.shell import frame, heading, notices

filters = frame.current_filters()
notes = Footnotes()
view = network.read_network(filters)
heading.show(
    "Organisation network", network.sentence_with_note(view, notes), filters, *network.list_extracts(view)
)
network.show_keys(filters)
network.show_controls(view)
if not view.nodes:
    notices.no_match("organisations", filters)
else:
    left, right = st.columns([7, 3], gap="medium")
    with left:
        network.show_picture(view)
    with right:
        network.show_card(view, notes)
    network.show_table(view)
network.show_panel(view, notes)
if view.nodes:
    with left:  # last, so that nobody waits for it
        network.show_paper(view)
notes.show()
