"""A statement: who says what, where and in which office."""

from pages.views import recommendations, things
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import frame

filters = frame.current_filters()
notes = Footnotes()
thing = things.read_thing(frame.current_path(), filters)
if thing is not None:
    things.show_head(thing, notes)
    markup.show(recommendations.draw_statement(thing.subject.id, notes))
notes.show()
