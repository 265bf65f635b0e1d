"""Extracts: every table under the filters as a file, and what its columns mean."""

from pages.views.extracts import recheck, tables
from pages.views.footnotes.markers import Footnotes
from pages.views.shell import frame, heading

filters = frame.current_filters()
notes = Footnotes()
rows = tables.sizes(filters)
heading.show("Extracts", tables.sentence(rows, filters), filters)
frame.chips(filters)
tables.chosen(rows, filters, notes)
tables.record(filters)
recheck.show(filters)
tables.counted(rows, filters)
tables.columns()
tables.about_files()
notes.show()
