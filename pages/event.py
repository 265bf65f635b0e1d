"""An event: all that the record has on it, and the events before and after it."""

import streamlit as st

from pages.views import events, things
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import frame

filters = frame.current_filters()
notes = Footnotes()
thing = things.read_thing(frame.current_path(), filters)
if thing is not None:
    things.show_head(thing, notes)
    markup.show(events.draw_neighbours(thing.subject.id, filters))
    left, right = st.columns([5, 4], gap="large")
    with left:
        markup.show(events.draw_card(thing.subject.id, notes))
    with right:
        markup.show(events.draw_sources(thing.subject.id, notes))
        markup.show(things.draw_map(thing))
    said = things.draw_recommendations, things.draw_statements, things.draw_disagreements
    markup.show(markup.stack((draw(thing, notes) for draw in said), "below"))
notes.show()
