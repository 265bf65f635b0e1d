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
        facts = things.draw_identity, things.draw_offices_held, things.draw_offices
        markup.show(markup.stack(draw(thing, notes) for draw in facts))
    with right:
        figures = (things.draw_timeline(thing), things.draw_roles(thing, notes), things.draw_map(thing))
        markup.show(markup.stack(figures))
        things.show_picture_menu(thing)
    markup.show(things.draw_events(thing, notes))
    left, right = st.columns(2, gap="large")
    with left:
        markup.show(things.draw_partners(thing, notes))
    with right:
        markup.show(things.draw_people(thing, notes))
    said = things.draw_recommendations, things.draw_statements
    evidence = things.draw_sources, things.draw_disagreements
    markup.show(markup.stack((draw(thing, notes) for draw in (*said, *evidence)), "below"))
notes.show()
