"""The frame of the dashboard: its pages, its filter panel, and the page that runs in it."""

from copy import copy
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data import links, store
from data.drafts.folders import is_open
from etl import pipeline
from etl.reporting.errors import BadData, MachineError, UsageError
from pages.views import embeds
from pages.views.session import pinning, runs, uploads
from pages.views.shell import embedding, faults, frame, notices, theme
from pages.views.shell.filters import panel

st.set_page_config(page_icon="🛂", layout="wide")


def make_pages() -> tuple[list[StreamlitPage], list[StreamlitPage]]:
    """The pages of the menu, and the others; those of things come most kinds from one script."""
    listed = links.PAGES | (links.DESK if is_open() else {})
    menu = [
        st.Page(f"pages/{name}.py", title=title, default=number == 0)
        for number, (name, title) in enumerate(listed.items())
    ]
    unlisted = [
        st.Page(f"pages/{name}.py", title=title, visibility="hidden")
        for name, title in links.UNLISTED.items()
    ]
    things = [
        st.Page(f"pages/{script}.py", title=one.capitalize(), url_path=one, visibility="hidden")
        for one, script in links.THING_SCRIPTS.items()
    ]
    return menu, [*unlisted, *things]


def take_pages() -> list[list[StreamlitPage]]:
    """The pages as `make_pages` has them, for this run alone.

    They are made once a session, since Streamlit looks for the file of each on the disk. But it notes on a
    page that it was run, and an older run of the same session may still be about to run its page: copies.
    """
    if "pages" not in st.session_state:
        st.session_state["pages"] = make_pages()
    return [[copy(page) for page in pages] for pages in st.session_state["pages"]]


def first_build() -> None:
    """Build the store on a clone that has none, with a bar on the page; stop with the reason if it fails."""
    bar = st.progress(0.0, "Building the store from the curated tables…")

    def advance(stage: str, done: int, total: int) -> None:
        bar.progress(done / max(total, 1), f"Building the store: {stage}")

    try:
        pipeline.build(store.CURATED, store.folder(), advance)
    except (BadData, MachineError, UsageError) as error:
        notices.no_store(str(error))
        st.stop()
    bar.empty()


listed, others = take_pages()
page = st.navigation([*listed, *others], position="hidden")
theme.show_style()
uploads.bound_uploads()
with runs.measure(page.url_path), faults.catch("The rest of this page"):
    pinned = pinning.pin_build()
    if pinned == (None, None) and isinstance(store.find_place_to_read(), Path):
        first_build()
        pinned = pinning.pin_build()
    if pinned.pin is None:
        notices.no_good_build(pinned.why or "there is none yet")
        st.stop()
    if pinned.why:
        notices.older_build(pinned.why)
    if embedding.is_asked():
        embeds.show(page.url_path)
    else:
        frame.run_page(page, panel.show_filter_panel(listed, page))
