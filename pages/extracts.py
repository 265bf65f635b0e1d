"""Extracts: every table under the filters as a file, and what its columns mean."""

from pages.views import extract_list, frame, heading
from pages.views.footnotes import Footnotes

filters = frame.current_filters()
notes = Footnotes()
rows, events = extract_list.sizes(filters), extract_list.events(filters)
heading.show("Extracts", extract_list.sentence(rows, filters), filters, ("events", events))
frame.chips(filters)
extract_list.show(rows, events, filters, notes)
extract_list.about_files()
extract_list.columns()
notes.show()
