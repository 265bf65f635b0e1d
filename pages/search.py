"""Search: what has the words that somebody looks for, kind by kind, and where they stand."""

from pages.views import search
from pages.views.footnotes import Footnotes
from pages.views.shell import frame

filters = frame.current_filters()
notes = Footnotes()
counts = search.count_hits(filters)
search.show_head(counts, filters, notes)
search.show_results(counts, filters)
notes.show()
