"""Border offices: where the Border Liaison Offices are, how many on each border, since when."""

import streamlit as st

from pages.views import offices
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.shell import frame, heading
from pages.views.shell.filters import chips

filters = frame.current_filters()
notes = Footnotes()
view = offices.read_view(filters)
heading.show("Border Liaison Offices", offices.sentence(view), filters, offices.make_extract(view))
chips.show_chips(filters, *offices.list_chips(view))
offices.show_silent_filters(filters)
left, right = st.columns([7, 3], gap="medium")
with left:
    figures = offices.draw_figures(view, notes)
    markup.show(
        markup.stack((figures, offices.draw_listed(view, notes), offices.draw_statements(view, notes)))
    )
with right:
    offices.show_day_control(view)
left, right = st.columns([7, 3], gap="medium")
with left:
    words = offices.border_words(view, notes)
    offices.show_maps(view, words, filters)
    about = (offices.draw_map_note(view, filters), offices.draw_hint(view), offices.draw_counts(view, notes))
    markup.show(markup.stack(about))
    offices.show_download(view, filters)
with right:
    grid = offices.draw_matrix(view, words, notes)
    lists = (offices.draw_list(view, filters, notes), offices.draw_centres(view, filters, notes))
    markup.show(markup.stack((grid, *lists)))
    offices.show_no_match(view, filters)
offices.show_table(view)
offices.show_panel(view, filters, notes)
notes.show()
offices.listen_to_matrix(view)
