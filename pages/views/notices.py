"""What a reader sees when there is nothing to see: what happened, and what to do."""

import streamlit as st

from data.filters import Filters
from pages.views import frame, markup, reads


def nothing_found(what: str, filters: Filters) -> None:
    """Say that no row matches, under which filters, and offer to clear them."""
    words = markup.plain(filters.sentence(reads.names()))
    st.info(f"No {what} in the record match: {words}. Remove a filter above, or clear them all.")
    st.button("Clear all filters", key="clear-nothing", on_click=frame.fill, args=(Filters(),))


def no_store(reason: str) -> None:
    """Say why the store could not be built, and that nothing was lost."""
    st.error(
        "The store could not be built, so there is nothing to show yet. The curated tables are untouched."
    )
    st.code(reason, language=None)
    st.text("Mend the lines named above, then reload this page or run: python -m etl")
