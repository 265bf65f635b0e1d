"""What a reader sees when there is nothing to see: what happened, and what to do."""

import streamlit as st

from data.filters import Filters
from data.queries import overview
from pages.views.html import labels
from pages.views.session import reads
from pages.views.shell.filters import panel


def no_match(what: str, filters: Filters) -> None:
    """Say that no row matches, under which filters, and offer to clear them."""
    words = labels.escape_markdown(filters.sentence(reads.filter_names()))
    st.info(
        f"No {labels.escape_markdown(what)} in the record match these filters: {words}. "
        "Remove one above, or clear them all."
    )
    st.button("Clear all filters", key="clear-nothing", on_click=panel.fill_widgets, args=(Filters(),))


def no_store(reason: str) -> None:
    """Say why the store could not be built, and that nothing was lost."""
    st.error(
        "The store could not be built, so there is nothing to show yet. The curated tables are untouched."
    )
    st.code(reason, language=None)
    st.text("Correct the lines named above, then reload this page or run: python -m etl")


def older_build(why: str) -> None:
    """Say that the newest build cannot be shown, which one is, and what to do."""
    when = reads.publication_time()
    release = reads.read_records(overview.find_release)[0]["release"]
    shown = (
        f"build {reads.build_id()} of release {release}, published on {when.day} {when:%B %Y at %H:%M} UTC"
    )
    st.warning(
        f"The newest build of the record cannot be shown: {labels.escape_markdown(why)}. You are looking at "
        f"the last good one, {labels.escape_markdown(shown)}. To make the newest again, run: `python -m etl`"
    )


def no_good_build(why: str) -> None:
    """Say that there are builds and none can be shown, and what to run."""
    st.error(
        f"No build of the record can be shown. What is wrong with the newest: {labels.escape_markdown(why)}."
        " The curated tables are untouched. Run this, then reload the page:"
    )
    st.code("python -m etl", language=None)


def unreachable(what: str) -> None:
    """Say that the database does not answer, and that nothing is lost."""
    st.error(
        f"{labels.escape_markdown(what)} could not be read: the database of the record does not answer. "
        "Nothing is lost; reload this page in a moment."
    )


def fault(what: str, number: str) -> None:
    """Say that `what` failed, by the number under which the log holds the trace."""
    st.error(
        f"{labels.escape_markdown(what)} could not be shown. The log of the dashboard says why. "
        f"Reference: **{number}**"
    )
