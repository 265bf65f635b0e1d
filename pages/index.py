"""Index: every organisation, person, place, border, office, instrument, theme and source by its name."""

from pages.views import things
from pages.views.footnotes import Footnotes
from pages.views.shell import frame

filters = frame.current_filters()
notes = Footnotes()
things.show_index_head(filters, notes)
things.show_index(filters)
notes.show()
