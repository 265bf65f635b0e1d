"""Network: which organisations work together, on what, since when; who stands in the middle."""

import streamlit as st

from pages.views import frame, heading, network_card, network_panel, network_table, notices
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
shown = network_panel.asked(filters)
heading.show(
    "Organisation network", network_card.counted(shown, notes), filters, *network_table.extracts(shown)
)
network_panel.keys(filters)
network_panel.controls(shown)
if not shown.nodes:
    notices.nothing_found("organisations", filters)
else:
    left, right = st.columns([7, 3], gap="medium")
    with left:
        network_panel.picture(shown)
    with right:
        network_card.show(shown, notes)
    network_table.tables(shown)
notes.show()
