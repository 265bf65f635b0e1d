"""Extracts: which tables, in which format, how many rows; the whole record; how to read the files."""

import pyarrow as pa
import streamlit as st

from data.extracts import datasets, export
from data.extracts.datasets import DATASETS, SEVERAL, TABLES
from data.extracts.formats import WRITERS, list_formats
from data.filters import Filters
from data.queries import tables as queries
from data.schema import dictionary
from data.schema.models import tables
from pages.views.extracts import wording
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.html.tables import arrow
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

PREVIEWED = 5
"""Rows of a preview."""


def read_tables() -> list[str]:
    """The tables that the address names, joined by `+`; events where it names none that there is."""
    now = st.query_params.get("table", "events").split(SEVERAL)
    known = [name for name in dict.fromkeys(now) if name in TABLES]
    return known if len(known) == len(now) else [address.read_selection("table", list(TABLES)) or "events"]


def count_rows(filters: Filters) -> dict[str, int]:
    """How many rows each table holds under the filters."""
    found = reads.read_frame(queries.count_all_rows, filters)
    return dict(zip(found["table"], map(int, found["rows"]), strict=True))


def sentence(rows: dict[str, int], filters: Filters) -> str:
    """What the page offers, with its numbers."""
    narrowed = [name for name in rows if queries.is_narrowed(name)]
    text = f"{len(rows)} tables with {sum(rows.values()):,} rows in all."
    if filters.is_empty:
        return text
    return (
        f"{text} The filters narrow the {len(narrowed)} tables of events and of what refers to an event; "
        f"the other {len(rows) - len(narrowed)} are whole."
    )


@contain
def show_chosen_tables(names: list[str], rows: dict[str, int], filters: Filters, notes: Footnotes) -> None:
    """The chosen tables: their format, their rows, the first of them, the button."""
    number, of = sum(rows[name] for name in names), sum(map(_count_unfiltered, names))
    given = datasets.find_dataset(SEVERAL.join(names))
    left, middle, right = st.columns([5, 3, 2], vertical_alignment="bottom")
    with left:
        _tables(names)
    with middle:
        fitting = [writer.name for writer in list_formats(given)]
        form = st.selectbox("Format", fitting, format_func=_format, key=f"format-{len(names) > 1}")
    with right, st.container(key="save"):
        extract = Extract(given.name, number)
        downloads.show_button(extract, WRITERS[form], filters, f"Download {WRITERS[form].label}")
    words = f"{number:,} of {markup.count_noun(of, 'row')}"
    if filters.is_empty:
        words = f"{'All ' if of > 1 else ''}{markup.count_noun(of, 'row')}; no filter is on."
    matched = _narrowing(names, filters)
    told = markup.join(
        (markup.tag("b", words), notes.mark_own(wording.COUNTED), " ", markup.tag("span", matched, "small"))
    )
    markup.show(markup.tag("div", told, "extract"))
    _preview(names, filters)


@contain
def show_record(filters: Filters) -> None:
    """All tables together, and the store itself."""
    st.header("The whole record", anchor=False)
    for form, words in wording.WHOLE.items():
        _line(Extract("record", 1), form, words, filters)
    _line(Extract("store", 1), "sqlite", wording.STORE, Filters())


@contain
def show_table_sizes(rows: dict[str, int], filters: Filters) -> None:
    """Every table with what it holds and how many rows, first those that filters narrow."""
    st.header("The tables", anchor=False)
    every = (
        {}
        if filters.is_empty
        else {name: _count_unfiltered(name) for name in rows if queries.is_narrowed(name)}
    )
    order = sorted(rows, key=lambda name: not queries.is_narrowed(name))
    head = ["Table", "What it holds", "Rows"]
    lines = [
        (
            markup.join((_words(name), markup.tag("div", markup.tag("code", name), "small"))),
            dictionary.describe_table(tables()[name]),
            f"{rows[name]:,} of {every[name]:,}" if name in every else f"{rows[name]:,}",
        )
        for name in order
    ]
    markup.show(markup.table(head, lines, "dictionary sizes"))


@contain
def show_file_notes() -> None:
    """What the files look like and how to cite them."""
    cite = f"{downloads.name_release()}: table, filters, and the source of each row."
    st.header("The files", anchor=False)
    markup.show(markup.fact_table([*wording.FILES, ("Cite as", cite)]))


@contain
def show_columns(names: list[str]) -> None:
    """The data dictionary: every column of the chosen tables; the whole of it as a file."""
    left, right = st.columns([5, 2], vertical_alignment="center")
    left.header("What the columns mean", anchor=False)
    with right, st.container(horizontal=True, horizontal_alignment="right", key="tools-dictionary"):
        st.download_button(
            "Download the dictionary",
            data=dictionary.markdown,
            file_name="chegara_data-dictionary.md",
            mime="text/markdown",
            on_click="ignore",
            key="get-dictionary",
            help="Every table and column in words, as Markdown",
        )
    for name in names:
        model = tables()[name]
        markup.show(
            markup.tag(
                "p",
                markup.join((markup.tag("b", _words(name)), " ", dictionary.describe_table(model))),
                "lead",
            )
        )
        lines = [_column(column) for column in dictionary.list_columns(model)]
        markup.show(markup.table(["Column", "What it holds", "Type", "Refers to"], lines, "dictionary"))


def _line(extract: Extract, form: str, words: str, filters: Filters) -> None:
    with st.container(key=f"extract-{form}"):
        left, right = st.columns([7, 2], vertical_alignment="center")
        with left:
            head = markup.tag("b", WRITERS[form].label)
            markup.show(markup.tag("div", markup.join((head, markup.tag("div", words, "small"))), "extract"))
        with right:
            downloads.show_button(extract, WRITERS[form], filters, f"Download {WRITERS[form].label}")


def _column(column: dictionary.Column) -> tuple[markup.Safe, markup.Safe, str, str]:
    key = markup.tag("div", "key", "small") if column.is_key else ""
    return (
        markup.join((markup.tag("code", column.name), key)),
        _mark_code(column.sentence),
        column.type + (", filled by the build" if column.is_derived else ""),
        dictionary.table_words(column.refers_to.split(".")[0]) if column.refers_to else "",
    )


def _narrowing(names: list[str], filters: Filters) -> str:
    if filters.is_empty or not any(map(queries.is_narrowed, names)):
        return "" if filters.is_empty else "The whole table: filters do not narrow it."
    match = (
        " The column date_match says whether a row is certainly or only possibly in the range of dates."
        if filters.has_dates
        else ""
    )
    words = filters.sentence(reads.filter_names())
    return f"Events that match, and the rows that refer to them: {words}.{match}"


def _preview(names: list[str], filters: Filters) -> None:
    """The first rows of each table, with the columns of the file."""
    for name in names:
        found = _first_rows(name, filters, downloads.base_address())
        st.dataframe(
            found,
            hide_index=True,
            height=arrow.table_height(len(found), PREVIEWED),
            key=f"preview-{name}",
            placeholder="",
            alt=f"The first rows of {_words(name)}",
        )
        words = f"The first rows; scroll sideways for all {found.num_columns} columns."
        markup.show(markup.tag("p", words, "small"))


@reads.cache_few_per_build
def _first_rows(name: str, filters: Filters, base: str) -> pa.Table:
    return export.read_preview(name, filters, base, reads.current_engine(), PREVIEWED)


def _mark_code(sentence: str) -> markup.Safe:
    """A sentence of the schema with the parts between backticks set as code."""
    parts = enumerate(sentence.split("`"))
    return markup.join(markup.tag("code", part) if number % 2 else part for number, part in parts)


def _count_unfiltered(name: str) -> int:
    """How many rows the table has without a filter."""
    return count_rows(Filters())[name]


def _words(name: str) -> str:
    return DATASETS[name].title


def _format(name: str) -> str:
    return f"{WRITERS[name].label}: {WRITERS[name].holds}"


def _tables(names: list[str]) -> None:
    st.session_state["tables"] = names
    st.multiselect(
        "Tables",
        list(TABLES),
        format_func=_words,
        key="tables",
        placeholder="Choose a table",
        on_change=lambda: address.select("table", SEVERAL.join(st.session_state["tables"]) or None),
    )
