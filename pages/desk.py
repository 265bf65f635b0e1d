"""Desk: a document at the left, what it may state at the right, what a curator decides; off unless opened."""

import streamlit as st

from pages.views import desk
from pages.views.shell import frame

filters = frame.current_filters()
desk.refuse_outside()
desk.show_style()
names = desk.list_names()
states = desk.show_head(names, filters)
if not names:
    desk.show_empty()
    st.stop()
sitting = desk.open_sitting(list(states))
desk.show_picker(sitting, states)
desk.show_notes(sitting)
desk.show_alike(sitting)
left, right = st.columns([6, 5], gap="medium")
with left:
    desk.show_document(sitting)
with right:
    desk.show_groups(sitting)
    desk.show_card(sitting)
    desk.show_list(sitting)
    desk.show_addition(sitting)
desk.show_heads(sitting)
desk.show_check(sitting)
desk.listen()
