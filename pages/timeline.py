"""Timeline: who met, when, where, about what; who spoke."""

import streamlit as st

from data.queries import events as queries
from pages.views import (
    coverage_panel,
    downloads,
    event_card,
    frame,
    heading,
    notices,
    picked,
    reads,
    timeline_panel,
    timeline_table,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
counts = reads.records(queries.count_events, filters)[0]
heading.show(
    "Timeline",
    timeline_panel.counted(counts, filters, notes),
    filters,
    downloads.Extract("events", counts["events"]),
)
frame.chips(filters)
timeline_panel.legend(counts)
if not counts["events"]:
    notices.nothing_found("events", filters)
else:
    event = picked.record("event", queries.find_event, filters)
    above = st.container()
    if event is not None:
        event_card.show(event, notes)
    else:
        timeline_panel.hint(counts)
    timeline_table.table(counts, filters)
coverage_panel.show(filters)
notes.show()
if counts["events"]:
    with above:  # last, so that the browser has painted the words when it begins to draw
        timeline_panel.pictures(counts, filters, None if event is None else event["id"])
