"""Lists page by page: the number of the page is in the address, like every other setting."""

import re
from dataclasses import dataclass
from functools import partial

import streamlit as st

from pages.views.html import markup
from pages.views.shell.filters import address

NUMBER = re.compile(r"[1-9][0-9]{0,8}")
BUTTON = 46
"""Pixels of a number or an arrow: of a pager without a width Streamlit shows the number of one page alone."""


@dataclass(frozen=True, slots=True)
class Pager:
    """A page of a list of `rows`, `size` on each, counted from 1; `name` is the parameter of the address."""

    name: str
    rows: int
    size: int
    page: int

    @property
    def first(self) -> int:
        """The place of the first row of the page, from 0."""
        return (self.page - 1) * self.size

    def turn(self, page: int) -> None:
        """Make the address name another page."""
        address.select(self.name, None if page == 1 else str(page))

    def show(self, what: str) -> None:
        """Which rows of how many, e.g. `51 to 100 of 1,409 sources`, and the way to the others, if any."""
        if self.rows <= self.size:
            return
        key = f"pager-{self.name}"
        st.session_state[key] = self.page
        last = min(self.first + self.size, self.rows)
        with st.container(horizontal=True, key=f"pages-{self.name}", vertical_alignment="center"):
            pages = _pages(self.rows, self.size)
            width = BUTTON * (min(pages, 7) + 2)
            st.pagination(pages, key=key, width=width, on_change=partial(_turn_page, self, key))
            words = f"{self.first + 1:,} to {last:,} of {self.rows:,} {what}"
            markup.show(markup.tag("span", words, "small"))


def read_pager(name: str, rows: int, size: int, filters: object) -> Pager:
    """The page that the address names, else the first; a change of what narrows it begins again at the first.

    One that there is not is named on the page.
    """
    shown = f"pager-filters-{name}"
    if st.session_state.get(shown, filters) != filters:
        address.select(name, None)
    st.session_state[shown] = filters
    asked = st.query_params.get(name, "1")
    is_number = bool(NUMBER.fullmatch(asked)) and int(asked) <= _pages(rows, size)
    known = [asked] if is_number else []
    return Pager(name, rows, size, int(address.read_selection(name, known) or 1))


def _pages(rows: int, size: int) -> int:
    return max(-(-rows // size), 1)


def _turn_page(pager: Pager, key: str) -> None:
    pager.turn(int(st.session_state[key]))
