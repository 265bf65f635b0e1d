"""Evidence: every source, what rests on it, and where sources differ."""

from data.queries import evidence as queries
from pages.views import (
    address,
    differ,
    downloads,
    evidence_panel,
    frame,
    heading,
    markup,
    notices,
    quality,
    reads,
    source_card,
    totals_panel,
)
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
found = reads.read(queries.sources, filters)
heading.show("Evidence", evidence_panel.sentence(found), filters, downloads.of("sources-list", found))
frame.chips(filters)
if found.empty:
    notices.nothing_found("sources", filters)
else:
    sources = evidence_panel.labelled(found)
    evidence_panel.figures(sources, differ.number(filters), notes)
    evidence_panel.table(sources, filters)
    chosen = address.selected("source", sources["id"].tolist())
    if chosen:
        source_card.show(sources.set_index("id", drop=False).loc[chosen])
    else:
        markup.show(
            markup.tag("p", "Select a row to read what rests on that source, in its own words.", "lead")
        )
    taken = totals_panel.show(filters, notes)
    differ.show(filters, taken, notes)
    evidence_panel.publishers(filters)
quality.show()
notes.show()
