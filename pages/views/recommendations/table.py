"""The list of recommendations, page by page."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from data.filters import Filters
from data.queries.recommendations import list as queries
from data.values.rows import Records
from pages.views.html import dates
from pages.views.html.tables import arrow
from pages.views.html.tables.date_cells import DateColumn
from pages.views.html.tables.printed_rows import Table
from pages.views.recommendations.follow_up import describe_state
from pages.views.recommendations.wording import add_words
from pages.views.session import reads
from pages.views.shell.controls import selection
from pages.views.shell.controls.pager import Pager, read_pager
from pages.views.shell.controls.record_panel import Order
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

ROWS, SEEN = 50, 6
"""Recommendations on a page of the list, and in view."""
COLUMNS = {
    "when": ("Event date", 120),
    **{name: (words, 90) for name, words in dates.MATCH.items()},
    "position": ("No.", 44),
    "followed": ("Follow-up", 150),
    "text": ("What is asked", 290),
    "by": ("Who asks", 130),
    "of": ("Of whom", 120),
    "themes": ("Themes", 130),
    "source_publisher": ("Source", 100),
}
"""Of the table: words and width of each."""


class Page(NamedTuple):
    """A page of the list: where it begins, its rows from `add_words`, the same for the table."""

    first: int
    rows: Records
    table: Table


def read_page(filters: Filters, addressee: str, number: int) -> tuple[Pager, Page]:
    """The page of the list that the address names."""
    pager = read_pager("page", number, ROWS, (filters, addressee))
    return pager, list_page(filters, addressee, pager.first, pager.size)


@reads.cache_few_per_build
def list_page(filters: Filters, addressee: str, first: int, most: int) -> Page:
    """A page of the list, from the place `first`."""
    rows = add_words(reads.read_uncached(queries.list_recommendations, filters, first, most, addressee))
    when = DateColumn(*COLUMNS["when"])
    listed = [row | {"when": when.add_span(row, "event_"), "followed": describe_state(row)} for row in rows]
    names = [name for name in COLUMNS if filters.has_dates or name not in dates.MATCH]
    config = {name: st.column_config.Column(words, width=width) for name, (words, width) in COLUMNS.items()}
    config = {name: config[name] for name in names} | {"when": when.config()}
    return Page(first, rows, Table(arrow.make_table(listed, names), config))


def _find_id(filters: Filters, addressee: str, place: int) -> str:
    return str(reads.read_uncached(queries.list_recommendations, filters, place, 1, addressee)[0]["id"])


def make_order(pager: Pager, page: Page, filters: Filters, addressee: str) -> Order:
    """The list in which the panel goes from recommendation to recommendation."""
    return Order(
        [row["id"] for row in page.rows],
        partial(address.select, "recommendation"),
        pager,
        partial(_find_id, filters, addressee),
    )


@contain
def show_table(page: Page, filters: Filters, addressee: str) -> None:
    """The same recommendations as rows; selecting one opens its card."""
    ids = [row["id"] for row in page.rows]
    selection.show_rows(
        page.table,
        ids,
        f"asked-{page.first}-{filters.slug()}-{addressee}",
        address.find_selection("recommendation", ids),
        partial(address.select, "recommendation"),
        height=arrow.table_height(len(page.rows), SEEN, arrow.WRAPPED),
        row_height=arrow.WRAPPED,
        alt="The recommendations shown above, newest event first; select a row to read all about it",
    )
