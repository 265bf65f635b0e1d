"""Overview: what the record is, in figures, and where to go next."""

import streamlit as st

from pages.views import frame, heading

filters = frame.current_filters()
heading.show("Overview", "What this is.", filters)
frame.chips(filters)
st.text("x")
