"""Overview: what the record is, in figures, and where to go next."""

import streamlit as st

from pages.views.footnotes.markers import Footnotes
from pages.views.html import markup
from pages.views.overview import parts
from pages.views.shell import downloads, frame, heading, notices

filters = frame.current_filters()
notes = Footnotes()
figures = parts.counts(filters)
sentence = (
    "Who met on security and border cooperation in Central Asia, when and where, who spoke, "
    "and which source says so: "
    f"{markup.number(figures['events'], 'event')}, reported by {figures['sources']:,} of "
    f"{parts.read()['pages']:,} sources."
)
events = downloads.Extract("events", figures["events"])
heading.show("Overview", sentence, filters, events)
frame.chips(filters)
parts.headline(filters, notes)
left, right = st.columns([3, 2], gap="large")
with left:
    st.header("Newest events", anchor=False)
    if not figures["events"]:
        notices.nothing_found("events", filters)
    parts.newest(filters, notes)
    st.header("Where sources differ", anchor=False)
    parts.differing(filters, notes)
with right:
    st.header("Begin here", anchor=False)
    parts.ready_views()
    st.header("What was read", anchor=False)
    parts.coverage(notes)
notes.show()
