"""Evidence: every source, what rests on it, and where sources differ."""

from data.queries import sources as queries
from pages.views import (
    differ,
    downloads,
    evidence_panel,
    frame,
    heading,
    markup,
    notices,
    picked,
    quality,
    source_card,
    totals_panel,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
counts = evidence_panel.counts(filters)
heading.show(
    "Evidence",
    evidence_panel.sentence(counts),
    filters,
    downloads.Extract("sources-list", counts["sources"]),
)
frame.chips(filters)
if not counts["sources"]:
    notices.nothing_found("sources", filters)
else:
    evidence_panel.figures(counts, differ.number(filters), notes)
    evidence_panel.table(filters, counts["sources"])
    chosen = picked.record("source", queries.find_source, filters)
    if chosen is not None:
        source_card.show(chosen)
    else:
        markup.show(
            markup.tag("p", "Select a row to read what rests on that source, in its own words.", "lead")
        )
    taken = totals_panel.show(filters, notes)
    differ.show(filters, taken, notes)
    evidence_panel.publishers(filters)
quality.show()
notes.show()
