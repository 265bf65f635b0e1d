"""Compare: two or three organisations, people, countries, borders, texts, themes or periods side by side."""

import streamlit as st

from pages.views import compare
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import frame

filters = frame.current_filters()
notes = Footnotes()
view = compare.read_view(filters)
compare.show_head(view, notes)
compare.show_picker(view)
if view.is_whole:
    markup.show(compare.draw_counts(view, notes))
    compare.show_events(view, notes)
    left, right = st.columns(2, gap="large")
    with left:
        markup.show(markup.stack((compare.draw_years(view, notes), compare.draw_kinds(view, notes))))
    with right:
        markup.show(markup.stack((compare.draw_themes(view, notes), compare.draw_partners(view, notes))))
    compare.show_requests(view, notes)
notes.show()
