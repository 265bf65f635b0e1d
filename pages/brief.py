"""Brief: what the filters match, a thing or the basket, as a cited brief to be handed in."""

import streamlit as st

from pages.views import brief
from pages.views.footnotes import Footnotes
from pages.views.shell import frame, heading
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
heading.show("Brief", brief.SENTENCE, filters)
chips.show_chips(filters)
brief.show_shared()
left, right = st.columns([2, 3], gap="large")
with left, st.container(key="settings-of-brief"):
    origin = brief.choose_origin(filters)
    if origin.is_basket:
        brief.show_basket()
    request = brief.show_settings(origin)
    if not origin.is_basket:
        brief.show_filling(origin.filters)
with right:
    brief.show_brief(request)
notes.show()
