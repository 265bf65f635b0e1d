"""Lists page by page: the number of the page stands in the address, like every other setting."""

from dataclasses import dataclass

import streamlit as st

from pages.views import address, markup


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages of a list of `rows`, `size` on each; `name` is the parameter of the address."""

    name: str
    rows: int
    size: int

    @property
    def pages(self) -> int:
        return max(-(-self.rows // self.size), 1)

    @property
    def page(self) -> int:
        """The page that the address names, else the first; one that there is not is named on the page."""
        if st.query_params.get(self.name) is None:
            return 1
        return int(address.selected(self.name, _Numbers(self.pages)) or 1)

    @property
    def first(self) -> int:
        """The place of the first row of the page, from 0."""
        return (self.page - 1) * self.size

    def show(self, what: str) -> None:
        """Which rows of how many, e.g. `51–100 of 1,409 sources`, and the way to others; nothing on one page."""
        if self.pages == 1:
            return
        now, key = self.page, f"pager-{self.name}"
        st.session_state[key] = now
        last = min(self.first + self.size, self.rows)
        with st.container(horizontal=True, key=f"pages-{self.name}", vertical_alignment="center"):
            words = f"{self.first + 1:,}–{last:,} of {self.rows:,} {what}"
            markup.show(markup.tag("p", words, "small"))
            st.pagination(self.pages, key=key, on_change=self._turn, args=(key,))

    def _turn(self, key: str) -> None:
        page = int(st.session_state[key])
        address.select(self.name, None if page == 1 else str(page))


class _Numbers(tuple[str, ...]):
    """The numbers from 1 to `most` as texts, without making them."""

    __slots__ = ()

    def __new__(cls, most: int) -> "_Numbers":
        return super().__new__(cls, (str(most),))

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and text.isascii() and text.isdigit() and 1 <= int(text) <= int(self[0])
