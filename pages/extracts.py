"""Extracts: every table under the filters as a file, and what its columns mean."""

from pages.views import extracts
from pages.views.footnotes import Footnotes
from pages.views.shell import frame, heading
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
rows = extracts.count_rows(filters)
heading.show("Extracts", extracts.sentence(rows, filters), filters)
chips.show_chips(filters)
chosen = extracts.read_tables()
extracts.show_chosen_tables(chosen, rows, filters, notes)
extracts.show_record(filters)
extracts.show_recheck(filters)
extracts.show_table_sizes(rows, filters)
extracts.show_columns(chosen)
extracts.show_file_notes()
notes.show()
