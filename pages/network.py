"""Network: which organisations work together, on what, since when; who stands in the middle."""

import streamlit as st

from pages.views.footnotes.markers import Footnotes
from pages.views.network import card, picture, table
from pages.views.shell import frame, heading, notices

filters = frame.current_filters()
notes = Footnotes()
shown = picture.asked(filters)
heading.show("Organisation network", card.counted(shown, notes), filters, *table.extracts(shown))
picture.keys(filters)
picture.controls(shown)
if not shown.nodes:
    notices.nothing_found("organisations", filters)
else:
    left, right = st.columns([7, 3], gap="medium")
    with left:
        picture.picture(shown)
    with right:
        card.show(shown, notes)
    table.tables(shown)
notes.show()
