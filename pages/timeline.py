"""Timeline: who met, when, where, about what; who spoke."""

import streamlit as st

from data.queries.events import list as queries
from pages.views import coverage, events, timeline
from pages.views.footnotes import Footnotes
from pages.views.session import reads
from pages.views.shell import downloads, frame, heading, notices
from pages.views.shell.controls import selection
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
counts = reads.read_records(queries.count_events, filters)[0]
heading.show(
    "Timeline",
    timeline.sentence_with_note(counts, filters, notes),
    filters,
    downloads.Extract("events", counts["events"]),
)
chips.show_chips(filters)
is_list = timeline.choose_view()
page = timeline.read_page(counts, filters, is_list=is_list)
with st.container(key="events"):  # on a phone the table comes before the pictures
    above = st.container(key="pictures")
    if not is_list:
        with above:
            timeline.show_legend(counts, filters)
    if not counts["events"]:
        notices.no_match("events", filters)
    elif is_list:
        timeline.show_list(page, filters)
    else:
        timeline.show_hint(counts)
        timeline.show_table(page, filters)
event = selection.read_record("event", queries.find_event, filters)
if event is not None:
    events.show_panel(event, timeline.make_order(page, filters), notes)
coverage.show_coverage(filters)
notes.show()
if counts["events"] and not is_list:
    with above:  # last, so that the browser has painted the words when it begins to draw
        timeline.show_pictures(counts, filters, None if event is None else event.row["id"])
