"""The table of the timeline, and the rows of its pictures."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data.claims.citations import add_text_fragment
from data.filters import Filters
from data.queries.events import list as event_queries
from data.schema.vocabulary import EventKind, label
from pages.views.html import dates, markup
from pages.views.html.tables import arrow
from pages.views.html.tables.date_cells import DateColumn
from pages.views.html.tables.printed_rows import Table
from pages.views.session import reads
from pages.views.shell import acronyms
from pages.views.shell.controls import selection
from pages.views.shell.controls.pager import Pager, read_pager
from pages.views.shell.controls.record_panel import Order
from pages.views.shell.faults import contain
from pages.views.shell.filters import address
from pages.views.timeline import wording

Event = dict[str, Any]
PLACE = "table"
"""Where a link past the pictures leads."""
READABLE, SIZE, ROWS, CARDS = 1500, 250, 8, 40
"""Events drawn one by one at most; rows of the table on a page, and in view; cards on a page of the list."""
COLUMNS = {
    "when": ("Date", 190),
    **{name: (words, 90) for name, words in dates.MATCH.items()},
    "title": ("Event", 290),
    "places": ("Place", 115),
    "organisers": ("Organisers", 130),
    "speakers": ("Speakers", 205),
    "form": ("Form", 120),
    "source_count": ("Documents", 90),
    "originator_count": ("Originators", 90),
    "passage": ("In its words", 260),
}
"""Words and pixels of the columns; those to the speakers fill a window of 1440, longer cells go on below."""
WORDS = ":~:text=(.+)$"
"""What a link to a passage shows of its address: the words."""


def draws_each_event(counts: Any) -> bool:
    """Whether each event is drawn by itself; `counts` is the row of `queries.events.count_events`."""
    return bool(counts["events"] <= READABLE)


class Page(NamedTuple):
    """A page of the table: its pager, whether all events are drawn, its rows and their ids."""

    pager: Pager
    all_drawn: bool
    table: Table
    ids: list[str]


def read_page(counts: Any, filters: Filters, *, is_list: bool = False) -> Page:
    """The page of the table, or of the list of cards, that the address names."""
    all_drawn = draws_each_event(counts)
    if is_list:
        pager = read_pager("list-page", counts["events"], CARDS, filters)
        return Page(pager, all_drawn, *_rows(filters, pager.first, CARDS, all_drawn, ()))
    pager = read_pager("page", counts["events"], SIZE, filters)
    columns = tuple(name for name in COLUMNS if filters.has_dates or name not in dates.MATCH)
    return Page(pager, all_drawn, *_rows(filters, pager.first, SIZE, all_drawn, columns))


def make_order(page: Page, filters: Filters) -> Order:
    """The list in which the panel goes from event to event."""
    return Order(
        page.ids,
        partial(address.select, "event"),
        page.pager,
        lambda place: str(list_page(filters, place, 1, page.all_drawn)[0]["id"]),
    )


@contain
def show_table(page: Page, filters: Filters) -> None:
    """The same events as rows; selecting one opens its card."""
    markup.show(markup.skip("", PLACE)[1])
    selection.show_rows(
        page.table,
        page.ids,
        f"events-table-{page.pager.page}-{filters.slug()}",
        address.find_selection("event", page.ids),
        partial(address.select, "event"),
        height=arrow.table_height(len(page.ids), ROWS, arrow.WRAPPED),
        row_height=arrow.WRAPPED,
        placeholder="",
        alt="The events shown above, oldest first",
    )
    order = wording.CERTAIN if filters.has_dates else wording.OLDEST
    listed = list_page(filters, page.pager.first, SIZE, page.all_drawn)
    page.pager.show(wording.PAGE.format(order=order, span=wording.span(listed)))
    markup.show(_list_acronyms(filters, page.pager.first, SIZE, page.all_drawn))


@reads.cache_few_per_build
def _rows(
    filters: Filters, first: int, most: int, all_drawn: bool, columns: tuple[str, ...]
) -> tuple[Table, list[str]]:
    """A page of the table, and the ids of its events: out of those that are drawn where all are."""
    events = list_page(filters, first, most, all_drawn)
    when = DateColumn(*COLUMNS["when"])
    rows = [
        event
        | {
            "when": when.add_span(event, is_inferred=event["is_date_inferred"]),
            "passage": _passage(event["source_url"], event["source_anchor"]),
        }
        for event in events
    ]
    config = {name: when.config() if name == "when" else _column(name) for name in columns}
    return Table(arrow.make_table(rows, columns), config), [event["id"] for event in events]


def _column(name: str) -> ColumnConfig:
    words, width = COLUMNS[name]
    if name in ("source_count", "originator_count"):
        return st.column_config.NumberColumn(words, width=width)
    if name == "passage":
        return st.column_config.LinkColumn(words, display_text=WORDS, width=width)
    return st.column_config.Column(words, width=width)


@reads.cache_few_per_build
def _list_acronyms(filters: Filters, first: int, most: int, all_drawn: bool) -> markup.Safe:
    """The full names of organisations that a page names by acronyms, folded; nothing without any."""
    listed = list_page(filters, first, most, all_drawn)
    named = acronyms.list_acronyms(event[name] for event in listed for name in ("title", "organisers"))
    return markup.details(wording.ACRONYMS, markup.fact_table(named)) if named else markup.Safe()


def list_page(filters: Filters, first: int, most: int, all_drawn: bool) -> Sequence[Event]:
    """A page of the events, oldest first, with kind and date in words."""
    if all_drawn:
        return list_drawn_events(filters)[first : first + most]
    return _list_with_labels(filters, first, most)


def list_drawn_events(filters: Filters) -> list[Event]:
    """The events that are drawn one by one, oldest first, with kind and date in words."""
    return _list_with_labels(filters, 0, READABLE)


@reads.cache_lists_per_build
def _list_with_labels(filters: Filters, first: int, most: int) -> list[Event]:
    """The events with kind and date in words, and what is inferred marked, for pictures and tables."""
    return [
        {
            **event,
            "kind_label": label(EventKind(event["kind"])),
            "when": _mark(dates.format_span(event), event["is_date_inferred"]),
            "places": _mark(event["places"], event["is_place_inferred"]),
        }
        for event in reads.read_uncached(event_queries.list_events, filters, first, most)
    ]


def _mark(words: str | None, is_inferred: bool) -> str | None:
    """`Astana (inferred)` for what no source prints."""
    return f"{words} (inferred)" if words and is_inferred else words


def _passage(url: str | None, anchor: str | None) -> str | None:
    """The address of the principal source, at the words on the event where they are recorded."""
    return add_text_fragment(url, anchor) if url and anchor else url
