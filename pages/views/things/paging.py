"""Lists of a thing page by page: the page stands in the address, links lead to those before and after."""

from collections.abc import Callable

import streamlit as st

from data.links import THINGS
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.html.things import draw_pages
from pages.views.shell.controls.pager import Pager, read_pager
from pages.views.things.subject import Thing

ENDING = "-page"
Draw = Callable[[Thing, Pager, Footnotes], markup.Safe]


def read_page(what: str, rows: int, size: int, thing: Thing) -> Pager:
    """The page of the list of `what` that the address names, else the first."""
    return read_pager(f"{what}{ENDING}", rows, size, thing.panel)


def draw_list(thing: Thing, notes: Footnotes, what: str, rows: int, size: int, draw: Draw) -> markup.Safe:
    """The page of a list that the address names, and the way to others; of an empty list nothing."""
    pager = read_page(what, rows, size, thing)
    return markup.join((draw(thing, pager, notes), draw_pager(pager, thing))) if rows else markup.Safe()


def draw_pager(pager: Pager, thing: Thing) -> markup.Safe:
    """`Previous · Next · 9 to 16 of 116 events`; nothing where all are on one page."""
    if pager.rows <= pager.size:
        return markup.Safe()
    what = pager.name.removesuffix(ENDING)
    last = -(-pager.rows // pager.size)
    pages = {"First": 1, "Previous": pager.page - 1, "Next": pager.page + 1, "Last": last}
    shown = {words: page for words, page in pages.items() if 1 <= page <= last and page != pager.page}
    links = [_link(words, page, pager, thing) for words, page in shown.items()]
    until = min(pager.first + pager.size, pager.rows)
    told = f"{pager.first + 1:,} to {until:,} of {pager.rows:,} {what}"
    return draw_pages(f"Pages of {what}", told, links)


def _link(words: str, page: int, pager: Pager, thing: Thing) -> markup.Safe:
    """The same address with another page of this list; other lists stay where they are."""
    others = {name: value for name, value in st.query_params.items() if name.endswith(ENDING)}
    asked = {"id": thing.subject.id} | others | {pager.name: page}
    if page == 1:
        del asked[pager.name]
    return markup.page_link(words, THINGS[thing.table], asked, "thing", keeps="all")
