"""Overview: what the record is, in figures, and where to go next."""

import streamlit as st

from pages.views import downloads, frame, heading, markup, notices, overview_panel
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
figures = overview_panel.counts(filters)
sentence = (
    "Who met on security and border cooperation in Central Asia, when and where, who spoke, "
    "and which source says so: "
    f"{markup.number(figures['events'], 'event')}, reported by {figures['sources']:,} of "
    f"{overview_panel.read()['pages']:,} sources."
)
events = downloads.Extract("events", figures["events"])
heading.show("Overview", sentence, filters, events)
frame.chips(filters)
overview_panel.headline(filters, notes)
left, right = st.columns([3, 2], gap="large")
with left:
    st.header("Newest events", anchor=False)
    if not figures["events"]:
        notices.nothing_found("events", filters)
    overview_panel.newest(filters, notes)
    st.header("Where sources differ", anchor=False)
    overview_panel.differing(filters, notes)
with right:
    st.header("Begin here", anchor=False)
    overview_panel.ready_views()
    st.header("What was read", anchor=False)
    overview_panel.coverage(notes)
notes.show()
