"""The box of a page that looks for words and for nothing else."""

from dataclasses import replace

import streamlit as st

from data.filters import Filters
from data.values.text import LONGEST_SEARCH
from pages.views.html import markup
from pages.views.shell.filters import chips, panel

ONLY = "Of the filters only the search bears on this page; the others are left out of account here."


def show_search(filters: Filters, label: str, example: str, key: str) -> None:
    """The chips, a sentence where filters have no say here, and the box; what is typed is the search."""
    chips.show_chips(filters)
    if not replace(filters, words="").is_empty:
        markup.show(markup.tag("p", ONLY, "sentence"))
    st.session_state[key] = filters.words
    st.text_input(
        label,
        key=key,
        max_chars=LONGEST_SEARCH,
        placeholder=example,
        on_change=_search,
        args=(filters, key),
    )


def _search(filters: Filters, key: str) -> None:
    panel.fill_widgets(replace(filters, words=st.session_state[key].strip()))
