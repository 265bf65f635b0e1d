"""Timeline: who met, when, where, about what; who spoke."""

import streamlit as st

from data.queries import events as queries
from pages.views.coverage import months
from pages.views.events import card
from pages.views.footnotes.markers import Footnotes
from pages.views.session import reads
from pages.views.shell import downloads, frame, heading, notices, selection
from pages.views.timeline import pictures, table

filters = frame.current_filters()
notes = Footnotes()
counts = reads.records(queries.count_events, filters)[0]
heading.show(
    "Timeline",
    pictures.counted(counts, filters, notes),
    filters,
    downloads.Extract("events", counts["events"]),
)
frame.chips(filters)
pictures.legend(counts)
if not counts["events"]:
    notices.nothing_found("events", filters)
else:
    event = selection.record("event", queries.find_event, filters)
    above = st.container()
    if event is not None:
        card.show(event, notes)
    else:
        pictures.hint(counts)
    table.table(counts, filters)
months.show(filters)
notes.show()
if counts["events"]:
    with above:  # last, so that the browser has painted the words when it begins to draw
        pictures.pictures(counts, filters, None if event is None else event["id"])
