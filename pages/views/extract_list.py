"""Extracts: every table as a file, what it holds and how many rows, and what its columns mean."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data import dictionary
from data.extracts import csv_bytes, file_name
from data.filters import Filters
from data.models import tables
from data.queries import events as event_queries
from data.queries import whole
from pages.views import address, markup, reads
from pages.views.faults import contained
from pages.views.footnotes import Footnotes

COUNTED = (
    "Counted in the store under the filters. Each row names its source in the columns source_…; the words "
    "behind each value are rows of the table claims."
)
UNMOVED = "Lists that rows refer to, sources and claims, and the curators' own classifications."
FILES = [
    (
        "Format",
        "CSV in UTF-8 with byte-order mark, every cell quoted, lines end in CR LF, for any spreadsheet.",
    ),
    ("Dates", "ISO 8601, as precise as the source: 2022-03-03, 2022-03, 2022. An empty cell: not stated."),
    ("Names", "A name stands beside each id; publisher, title, date and address beside each source."),
    ("Safety", "Text that a spreadsheet could run as a formula has an apostrophe before it; numbers stay."),
    ("File name", "Table, filters and build, so that a file says what it holds."),
]


def sizes(filters: Filters) -> dict[str, int]:
    """How many rows each table holds under the filters."""
    return {name: int(reads.read(whole.size, name, filters)["rows"].iloc[0]) for name in tables()}


def sentence(rows: dict[str, int], filters: Filters) -> str:
    """What the page offers, with its numbers."""
    narrowed = [name for name in rows if whole.narrowed(name)]
    text = f"{len(rows)} tables with {sum(rows.values())} rows in all."
    if filters.is_empty:
        return f"{text} No filter is on: every table is whole."
    return (
        f"{text} The filters narrow the {len(narrowed)} tables of events and of what refers to an event; "
        f"the other {len(rows) - len(narrowed)} are whole."
    )


@contained
def show(rows: dict[str, int], events: pd.DataFrame, filters: Filters, notes: Footnotes) -> None:
    """Each table with its button: first the list of the timeline, then what filters narrow, then the rest."""
    first = "One row an event, as on the timeline: names of places, organisations and speakers joined."
    own = notes.own(COUNTED)
    _row("events-list", "The list of events as shown", first, len(events), lambda: events, filters, own)
    words = {True: "Narrowed by the filters", False: "Whole, whatever the filters"}
    for narrowed, title in words.items():
        st.header(title, anchor=False)
        markup.show(markup.tag("p", _narrowing(filters) if narrowed else UNMOVED, "lead"))
        for name, model in tables().items():
            if whole.narrowed(name) is narrowed:
                words_of = dictionary.table_words(name)
                rows_of = reads.later(whole.table, name, filters)
                _row(
                    name,
                    words_of[0].upper() + words_of[1:],
                    dictionary.holds(model),
                    rows[name],
                    rows_of,
                    filters,
                    own,
                )


@contained
def about_files() -> None:
    """What the files look like and how to cite them."""
    build = reads.read(whole.table, "build", Filters())
    release = str(build["release"].iloc[0]) if len(build) else "not stated"
    cite = (
        f"Chegara, release {release}, build {reads.build_id()}: table, filters, and the source of each row."
    )
    st.header("The files", anchor=False)
    markup.show(markup.pairs([*FILES, ("Cite as", cite)]))


@contained
def columns() -> None:
    """The data dictionary: every column of one table, chosen in the URL as `table`."""
    st.header("What the columns mean", anchor=False)
    now = _table_choice()
    model = tables()[now]
    markup.show(markup.tag("p", dictionary.holds(model), "lead"))
    lines = [
        (
            markup.joined(
                (markup.tag("code", column.name), markup.tag("div", "key", "small") if column.is_key else "")
            ),
            _coded(column.sentence),
            column.type + (", filled by the build" if column.is_derived else ""),
            dictionary.table_words(column.refers_to.split(".")[0]) if column.refers_to else "",
        )
        for column in dictionary.columns(model)
    ]
    markup.show(markup.table(["Column", "What it holds", "Type", "Refers to"], lines, "dictionary"))


def _narrowing(filters: Filters) -> str:
    words = filters.sentence(reads.names())
    what = "no filter is on, so these are whole too" if filters.is_empty else words
    match = " Column date_match: certainly or possibly in the range of dates." if filters.has_dates else ""
    return f"Events that match, and the rows that refer to them: {what}.{match}"


def _row(
    name: str,
    title: str,
    holds: str,
    count: int,
    rows: Callable[[], pd.DataFrame],
    filters: Filters,
    own: markup.Safe,
) -> None:
    with st.container(key=f"extract-{name}"):
        words, button = st.columns([7, 1], vertical_alignment="center")
        with words:
            number = f"{count:,} {'row' if count == 1 else 'rows'}"
            head = markup.joined((markup.tag("b", title), " ", markup.tag("span", number, "small"), own))
            markup.show(
                markup.tag("div", markup.joined((head, markup.tag("div", holds, "small"))), "extract")
            )
        button.download_button(
            "Download",
            data=lambda: csv_bytes(rows()),
            file_name=file_name(name, filters, reads.build_id()),
            mime="text/csv",
            on_click="ignore",
            key=f"get-{name}",
            help=f"{title}: {number} as CSV",
            disabled=not count,
            width="stretch",
        )


def _coded(sentence: str) -> markup.Safe:
    """A sentence of the schema with what stands between backticks set as code."""
    parts = enumerate(sentence.split("`"))
    return markup.joined(markup.tag("code", part) if number % 2 else part for number, part in parts)


def _table_choice() -> str:
    known = list(tables())
    now = address.selected("table", known) or "events"
    st.session_state["table-choice"] = now
    st.selectbox(
        "Table",
        known,
        format_func=lambda name: f"{dictionary.table_words(name)} ({name})",
        key="table-choice",
        width=420,
        on_change=lambda: address.select("table", st.session_state["table-choice"]),
    )
    return now


def events(filters: Filters) -> pd.DataFrame:
    """The list of the timeline."""
    return reads.read(event_queries.events, filters)
