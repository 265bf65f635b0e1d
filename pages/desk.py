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
session = desk.open_session(list(states))
desk.show_picker(session, states)
desk.show_notes(session)
desk.show_alike(session)
left, right = st.columns([6, 5], gap="medium")
with left:
    desk.show_document(session)
with right:
    desk.show_groups(session)
    desk.show_card(session)
    desk.show_list(session)
    desk.show_addition(session)
desk.show_metadata(session)
desk.show_check(session)
desk.listen()
