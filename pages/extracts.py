"""Extracts: every table under the filters as a file, and what its columns mean."""

from pages.views import extract_list, frame, heading, recheck
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
rows = extract_list.sizes(filters)
heading.show("Extracts", extract_list.sentence(rows, filters), filters)
frame.chips(filters)
extract_list.chosen(rows, filters, notes)
extract_list.record(filters)
recheck.show(filters)
extract_list.counted(rows, filters)
extract_list.columns()
extract_list.about_files()
notes.show()
