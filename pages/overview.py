"""Overview: what the record is, in figures, and where to go next."""

import streamlit as st

from pages.views import overview
from pages.views.footnotes import Footnotes
from pages.views.shell import downloads, frame, heading, notices
from pages.views.shell.acronyms import Acronyms
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes, acronyms = Footnotes(), Acronyms()
figures = overview.count_figures(filters)
events = downloads.Extract("events", figures["events"])
heading.show("Overview", overview.sentence(figures, filters), filters, events)
chips.show_chips(filters)
overview.show_headline(filters, notes)
left, right = st.columns([2, 3], gap="large")
with left:
    overview.show_header("Begin here", overview.OWN_FILTERS, filters)
    overview.show_ready_views()
    overview.show_pages(filters)
with right:
    overview.show_header("Newest events", overview.FOLLOWS, filters)
    if not figures["events"]:
        notices.no_match("events", filters)
    overview.show_newest(filters, notes, acronyms)
left, right = st.columns([2, 3], gap="large")
with left:
    overview.show_header("What was read", overview.WHOLE, filters)
    overview.show_coverage(notes, acronyms)
with right:
    overview.show_header("Where sources differ", overview.FOLLOWS, filters)
    overview.show_disagreements(filters, notes, acronyms)
notes.show()
