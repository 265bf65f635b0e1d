"""The table of the timeline, and the rows of its pictures."""

from typing import Any

import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data.claims.citations import add_text_fragment
from data.filters import Filters
from data.queries import events as event_queries
from data.schema.vocabulary import EventKind, label
from pages.views.html import arrow, dates
from pages.views.html.date_cells import DateColumn
from pages.views.session import reads
from pages.views.shell import pager, selection
from pages.views.shell.faults import contain

READABLE, SIZE = 1500, 250
"""Events that are drawn one by one at most; rows of the table on a page."""
WORDS = ":~:text=(.+)$"
"""What a link to a passage shows of its address: the words."""


def draws_each_event(counts: Any) -> bool:
    """Whether each event is drawn by itself; `counts` is the row of `queries.events.count_events`."""
    return bool(counts["events"] <= READABLE)


@contain
def show_table(counts: Any, filters: Filters) -> None:
    """The same events as rows, page by page; selecting one opens its card."""
    page = pager.read_pager("page", counts["events"], SIZE, filters)
    columns = {
        "when": "Date",
        **(dates.MATCH if filters.has_dates else {}),
        "title": "Event",
        "form": "Form",
        "places": "Place",
        "organisers": "Organisers",
        "source_count": "Documents",
        "originator_count": "Originators",
        "speakers": "Speakers",
        "passage": "In its words",
    }
    key = f"events-table-{page.page}-{filters.slug()}"
    rows, ids, when = _rows(filters, page.first, SIZE, draws_each_event(counts), tuple(columns))
    st.dataframe(
        rows,
        column_config={
            **{name: st.column_config.Column(words) for name, words in columns.items()},
            "when": when,
            "title": st.column_config.Column("Event", width=400),
            "source_count": st.column_config.NumberColumn("Documents", width="small"),
            "originator_count": st.column_config.NumberColumn("Originators", width="small"),
            "passage": st.column_config.LinkColumn("In its words", display_text=WORDS, width=260),
        },
        hide_index=True,
        height=min(38 + 35 * len(ids), 420),
        key=key,
        on_select=selection.select_row("event", key, ids),
        selection_mode="single-row",
        placeholder="",
        alt="The events shown above, oldest first",
    )
    page.show("events")


@reads.cache_few_per_build
def _rows(
    filters: Filters, first: int, most: int, all_drawn: bool, columns: tuple[str, ...]
) -> tuple[pa.Table, list[str], ColumnConfig]:
    """A page of the table, the ids of its events, their dates: out of those that are drawn where all are."""
    events = (
        list_drawn_events(filters)[first : first + most]
        if all_drawn
        else _list_with_labels(filters, first, most)
    )
    when = DateColumn("Date", 190)
    rows = [
        event
        | {"when": when.add_span(event), "passage": _passage(event["source_url"], event["source_anchor"])}
        for event in events
    ]
    return arrow.make_table(rows, columns), [event["id"] for event in events], when.config()


def list_drawn_events(filters: Filters) -> list[dict[str, Any]]:
    """The events that are drawn one by one, oldest first, with kind and date in words."""
    return _list_with_labels(filters, 0, READABLE)


@reads.cache_lists_per_build
def _list_with_labels(filters: Filters, first: int, most: int) -> list[dict[str, Any]]:
    """The events with kind and date in words, for pictures and tables."""
    return [
        {**event, "kind_label": label(EventKind(event["kind"])), "when": dates.format_span(event)}
        for event in reads.read_uncached(event_queries.list_events, filters, first, most)
    ]


def _passage(url: str | None, anchor: str | None) -> str | None:
    """The address of the principal source, at the words on the event where they are recorded."""
    return add_text_fragment(url, anchor) if url and anchor else url
