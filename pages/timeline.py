"""Timeline: who met, when, where, about what; who spoke."""

from data.queries import events as queries
from pages.views import (
    address,
    coverage_panel,
    downloads,
    event_card,
    frame,
    heading,
    markup,
    notices,
    reads,
    timeline_panel,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
events = timeline_panel.labelled(reads.read(queries.events, filters))
heading.show(
    "Timeline",
    timeline_panel.counted(events, filters, notes),
    filters,
    downloads.of("events", reads.read(queries.events, filters)),
)
frame.chips(filters)
timeline_panel.legend()
if events.empty:
    notices.nothing_found("events", filters)
else:
    chosen = address.selected("event", events["id"].tolist())
    timeline_panel.pictures(events, filters, chosen)
    if chosen:
        event_card.show(events.set_index("id", drop=False).loc[chosen], notes)
    else:
        markup.show(
            markup.tag(
                "p", "Select a dot, a bar or a row to read who took part and which source says so.", "lead"
            )
        )
    timeline_panel.table(events, filters)
coverage_panel.show(filters)
notes.show()
