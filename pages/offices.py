"""Border offices: where the Border Liaison Offices are, how many on each border, since when."""

import streamlit as st

from pages.views.footnotes.markers import Footnotes
from pages.views.html import markup
from pages.views.offices import as_of, card, headline, list, map, matrix, selection
from pages.views.shell import frame, heading

filters = frame.current_filters()
notes = Footnotes()
shown = selection.asked(filters)
heading.show("Border Liaison Offices", headline.sentence(shown), filters, selection.extract(shown))
frame.chips(filters, *selection.chip(shown))
selection.silent_filters(filters)
left, right = st.columns([7, 3], gap="medium")
with left:
    markup.show(markup.stacked((headline.figures(shown, notes), as_of.around_it(shown, notes))))
with right:
    as_of.control(shown)
left, right = st.columns([7, 3], gap="medium")
with left:
    words = matrix.noted(shown, notes)
    map.pictures(shown, words)
    about = (map.note(shown), card.card(shown, notes), card.counted(shown, notes))
    markup.show(markup.stacked(about))
    card.download(shown, filters)
with right:
    grid = matrix.grid(shown, words, notes)
    markup.show(markup.stacked((grid, list.listed(shown, filters, notes))))
    list.nothing(shown, filters)
list.table(shown)
notes.show()
matrix.heard(shown)
