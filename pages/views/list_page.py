"""A long list page by page: the page's number is in the address, and goes when the filters change."""

from functools import partial

import streamlit as st

from data.filters import Filters
from pages.views import address, markup

NAME, KEY, SHOWN = "page", "list-page", "list-filters"


def number(rows: int, size: int, filters: Filters) -> int:
    """The page that the address asks for, counted from 0; the first where that one does not exist."""
    if st.session_state.get(SHOWN, filters) != filters:
        address.select(NAME, None)
    st.session_state[SHOWN] = filters
    known = [str(page + 1) for page in range(_pages(rows, size))]
    return int(address.selected(NAME, known) or 1) - 1


def show(rows: int, size: int, shown: int) -> None:
    """Which rows these are, and the way to the others; nothing where all rows stand on one page."""
    pages = _pages(rows, size)
    if pages == 1:
        return
    st.session_state[KEY] = shown + 1
    with st.container(horizontal=True, vertical_alignment="center", key="list-pages"):
        st.pagination(pages, key=KEY, on_change=partial(_turned, KEY))
        last = min((shown + 1) * size, rows)
        markup.show(markup.tag("span", f"{shown * size + 1:,} to {last:,} of {rows:,}", "small"))


def _pages(rows: int, size: int) -> int:
    return max(1, -(-rows // size))


def _turned(key: str) -> None:
    turned_to = int(st.session_state[key])
    address.select(NAME, None if turned_to == 1 else str(turned_to))
