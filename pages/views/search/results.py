"""What a search found: the first of each kind, or page by page all of one."""

import streamlit as st

from data.extracts.datasets import RESULTS
from data.extracts.lists.searches import OF
from data.filters import Filters
from pages.views.html import markup
from pages.views.html.kinds import COUNTED_AS, MANY
from pages.views.search import wording
from pages.views.search.hits import read_hits
from pages.views.search.matches import draw_hits
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.controls.pager import read_pager
from pages.views.shell.controls.switch import switch
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

FIRST, ROWS = 5, 25
"""Results of a kind beside others, and on a page of one kind."""
ALL = "all"


@contain
def show_results(counts: dict[str, int], filters: Filters) -> None:
    """The kinds with how much was found of each, and what was found."""
    if not sum(counts.values()):
        return
    asked = address.find_selection(OF, list(counts))
    shown = [kind for kind, number in counts.items() if number or kind == asked]
    options = {kind: f"{MANY[kind]} {counts[kind]:,}" for kind in shown}
    with st.container(horizontal=True, vertical_alignment="center", key="over-results"):
        chosen = switch(OF, {ALL: "All", **options}, ALL, "Kind of result", key="search-of")
        _show_menu(chosen, counts, filters.words)
    if chosen == ALL:
        markup.show(markup.stack(_draw_first(kind, counts[kind], filters.words) for kind in shown))
    else:
        _show_kind(chosen, counts[chosen], filters.words)


def _show_menu(chosen: str, counts: dict[str, int], words: str) -> None:
    """Downloads of all that was found, or of all of one kind."""
    settings = () if chosen == ALL else ((OF, chosen),)
    extract = downloads.Extract(RESULTS, counts.get(chosen, sum(counts.values())), settings=settings)
    downloads.show_menu(Filters(words=words), extract, label=wording.DOWNLOAD)


def _draw_first(kind: str, number: int, words: str) -> markup.Safe:
    more = ""
    if number > FIRST:
        link = markup.page_link(
            f"show all {number:,}", "search", {"q": words, OF: kind}, "inline", keeps="but-search"
        )
        more = markup.tag("span", markup.join((" · ", link)), "small")
    return markup.join((_title(kind, number, more), _draw(kind, words, 0, FIRST)))


def _show_kind(kind: str, number: int, words: str) -> None:
    pager = read_pager("search-page", number, ROWS, (words, kind))
    markup.show(markup.join((_title(kind, number), _draw(kind, words, pager.first, ROWS))))
    pager.show(COUNTED_AS[kind])


def _title(kind: str, number: int, more: object = "") -> markup.Safe:
    order = f", {wording.ORDERS[kind]}" if number > 1 else ""
    return markup.tag("h2", markup.join((f"{MANY[kind]}: {number:,}{order}", more)), "cardhead")


@reads.cache_few_per_build
def _draw(kind: str, words: str, first: int, most: int) -> markup.Safe:
    return draw_hits(kind, read_hits(kind, words, first, most), words)
