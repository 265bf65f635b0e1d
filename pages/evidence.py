"""Evidence: every source, what rests on it, and where sources differ."""

from data.queries.sources import list as queries
from pages.views import disagreements, sources
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import downloads, frame, heading, notices
from pages.views.shell.controls import selection
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
counts = sources.count_sources(filters)
heading.show(
    "Evidence",
    sources.sentence(counts),
    filters,
    downloads.Extract("sources-list", counts["sources"]),
)
chips.show_chips(filters)
pager, page = sources.read_page(filters, counts["sources"])
if counts["sources"]:
    sources.show_figures(counts, disagreements.count_disagreements(filters), notes)
    markup.show(markup.tag("p", markup.hint(sources.SELECT), "lead"))
    sources.show_table(pager, page, filters)
else:
    notices.no_match("sources", filters)
chosen = selection.read_record("source", queries.find_source, filters)
if chosen is not None:
    sources.show_panel(chosen, sources.make_order(pager, page, filters))
if counts["sources"]:
    taken = disagreements.show_totals(filters, notes)
    disagreements.show_disagreements(filters, taken, notes)
    sources.show_publishers(filters)
sources.show_quality()
notes.show()
