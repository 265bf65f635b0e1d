"""Runs a page inside the frame, and tells it which filters are on."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.filters import Filters
from data.links import parameters
from pages.views.shell import basket, menu

FILTERS, RUNNING, STARTED_OVER, PATH = "filters", "running", "started_over", "path"


def run_page(page: StreamlitPage, filters: Filters) -> None:
    """Run the page inside the frame, where `current_filters` returns its filters."""
    st.session_state[FILTERS], st.session_state[RUNNING] = filters, True
    st.session_state[STARTED_OVER], st.session_state[PATH] = False, page.url_path
    shown = f"{page.url_path} {st.query_params.get('id', '')}"
    menu.follow_choice(f"{page.url_path} {parameters(filters)}", shown)
    basket.keep_in_browser()
    try:
        page.run()
    finally:
        st.session_state[RUNNING] = False


def current_filters() -> Filters:
    """The filters that are on; the first call of every page.

    The folder `pages/` makes Streamlit believe, until st.navigation has run once in the process, that each
    page is an app of its own, so a deep link right after a start runs the page without the frame. Then this
    tells Streamlit otherwise and starts over: once a session, whoever else has told Streamlit meanwhile. The
    flag is private.
    """
    if not st.session_state.get(RUNNING):
        from streamlit.runtime.pages_manager import PagesManager

        if not st.session_state.get(STARTED_OVER):
            st.session_state[STARTED_OVER] = True
            PagesManager.uses_pages_directory = False
            st.rerun()
        st.info("This page is part of the dashboard. Start it with `streamlit run app.py`.")
        st.stop()
    filters: Filters = st.session_state[FILTERS]
    return filters


def current_path() -> str:
    """The name in the address of the page that runs: one script may be served under several."""
    return str(st.session_state[PATH])
