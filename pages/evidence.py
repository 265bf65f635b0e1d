"""Evidence: every source, what rests on it, and where sources differ."""

from data.queries import sources as queries
from pages.views.disagreements import fields, totals
from pages.views.footnotes.markers import Footnotes
from pages.views.html import markup
from pages.views.shell import downloads, frame, heading, notices, selection
from pages.views.sources import card, quality, table

filters = frame.current_filters()
notes = Footnotes()
counts = table.counts(filters)
heading.show(
    "Evidence",
    table.sentence(counts),
    filters,
    downloads.Extract("sources-list", counts["sources"]),
)
frame.chips(filters)
if not counts["sources"]:
    notices.nothing_found("sources", filters)
else:
    table.figures(counts, fields.number(filters), notes)
    table.table(filters, counts["sources"])
    chosen = selection.record("source", queries.find_source, filters)
    if chosen is not None:
        card.show(chosen)
    else:
        markup.show(
            markup.tag("p", "Select a row to read what rests on that source, in its own words.", "lead")
        )
    taken = totals.show(filters, notes)
    fields.show(filters, taken, notes)
    table.publishers(filters)
quality.show()
notes.show()
