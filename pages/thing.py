"""A thing: all that the record has on one organisation, person, border or other thing with a name.

`app.py` serves it under the name of each kind; `id` in the address says which.
"""

import streamlit as st

from pages.views import things
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import frame

filters = frame.current_filters()
notes = Footnotes()
thing = things.read_thing(frame.current_path(), filters)
if thing is not None:
    things.show_head(thing, notes)
    left, right = st.columns([5, 4], gap="large")
    with left:
        markup.show(things.draw_identity(thing, notes))
        things.show_offices_held(thing, notes)
        things.show_offices(thing, notes)
    with right:
        figures = (things.draw_timeline(thing), things.draw_roles(thing, notes), things.draw_map(thing))
        markup.show(markup.stack(figures))
        things.show_picture_menu(thing)
    things.show_events(thing, notes)
    left, right = st.columns(2, gap="large")
    with left:
        things.show_partners(thing, notes)
    with right:
        things.show_people(thing, notes)
    things.show_recommendations(thing, notes)
    things.show_statements(thing, notes)
    things.show_sources(thing, notes)
    things.show_disagreements(thing, notes)
notes.show()
