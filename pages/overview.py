"""Overview: what the record is, in figures, and where to go next."""

import streamlit as st

from pages.views import overview
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import chips, downloads, frame, heading, notices

filters = frame.current_filters()
notes = Footnotes()
figures = overview.count_figures(filters)
sentence = (
    "Who met on security and border cooperation in Central Asia, when and where, who spoke, "
    "and which source says so: "
    f"{markup.count_noun(figures['events'], 'event')}, reported by {figures['sources']:,} of "
    f"{overview.count_pages_read()['pages']:,} sources."
)
events = downloads.Extract("events", figures["events"])
heading.show("Overview", sentence, filters, events)
chips.show_chips(filters)
overview.show_headline(filters, notes)
left, right = st.columns([3, 2], gap="large")
with left:
    st.header("Newest events", anchor=False)
    if not figures["events"]:
        notices.no_match("events", filters)
    overview.show_newest(filters, notes)
    st.header("Where sources differ", anchor=False)
    overview.show_disagreements(filters, notes)
with right:
    st.header("Begin here", anchor=False)
    overview.show_ready_views()
    st.header("What was read", anchor=False)
    overview.show_coverage(notes)
notes.show()
