"""About: what the record is, how it was made, how to cite it, what it lacks, what its words mean."""

from pages.views import about
from pages.views.footnotes import Footnotes
from pages.views.shell import frame, heading
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
heading.show("About", about.SENTENCE, filters)
chips.show_chips(filters)
about.show_scope(filters)
about.show_record(notes)
about.show_citation()
about.show_glossary()
about.show_acronyms()
notes.show()
