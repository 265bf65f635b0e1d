"""Evidence: the sources in numbers, what was read of each publisher, and the list to choose from."""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data import documents
from data.filters import Filters
from data.queries.sources import list as queries
from data.schema.vocabulary import Extent, ReadAs, UrlStatus, label
from pages.views.footnotes import Footnotes
from pages.views.footnotes.originators import originator_names
from pages.views.html import dates, languages, markup
from pages.views.html.tables import arrow
from pages.views.html.tables.date_cells import DateColumn
from pages.views.html.tables.printed_rows import Table
from pages.views.session import reads
from pages.views.shell.controls import selection
from pages.views.shell.controls.pager import Pager, read_pager
from pages.views.shell.controls.record_panel import Order
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

COUNTED = "Counted from the sources and claims of this record under the filters, listed below."
STATUS = {
    UrlStatus.READ: "read at its address",
    UrlStatus.INFERRED: "address inferred, read on a mirror",
    UrlStatus.NOT_FOUND: "no address found",
}
SELECT = (
    "Select a row to read what rests on that source, in its own words. Scroll the table sideways for when "
    "and how it was last read, and its address."
)
ROWS, SEEN = 250, 10
"""Sources on a page of the list, and in view."""
COLUMNS = {
    "called": ("Title, or what it reports", 375),
    "publisher": ("Publisher", 165),
    "published_on": ("Published", 130),
    "events": ("Events", 66),
    "claims": ("Claims", 66),
    "read": ("Read", 75),
    "tongue": ("Language", 80),
    "origin": ("Originator", 105),
    "read_on": ("Last read", 130),
    "copy": ("Read as", 90),
    "status": ("Address", 150),
}
"""Of the list: their words and widths in pixels; those to the originator fill a window of 1440."""
CONFIG = {name: st.column_config.Column(words, width=width) for name, (words, width) in COLUMNS.items()}
PUBLISHERS = {
    "publisher": st.column_config.Column("Publisher", width="medium"),
    "sources": st.column_config.Column("Sources"),
    "whole": st.column_config.Column("Read whole"),
    "excerpt": st.column_config.Column("In excerpt"),
    "originators": st.column_config.Column("Originators"),
}
EXTENT = {Extent.WHOLE: "whole", Extent.EXCERPT: "excerpt"}


def describe_source(source: Mapping[Any, Any]) -> dict[str, str]:
    """What is coded in a row of sources, in words, and the title as printed, else what it reports."""
    return {
        "origin": originator_names()[source["originator"]],
        "called": source["title"] or source["about"],
        "on": dates.format_date(source["published_on"]) or "not stated",
        "copy": label(ReadAs(source["read_as"])) if source["read_as"] else "not stated",
        "tongue": languages.language_name(source["language"]),
        "read": EXTENT[source["extent"]],
        "status": STATUS[source["url_status"]],
    }


def count_sources(filters: Filters) -> dict[str, int]:
    """The numbers of `queries.count_sources` by their names."""
    hashes = tuple(sorted(documents.list_hashes()))
    return _count_sources(filters, hashes)


@reads.cache_per_build
def _count_sources(filters: Filters, hashes: tuple[str, ...]) -> dict[str, int]:
    [row] = reads.read_records(queries.count_sources, filters, hashes)
    return row


def sentence(counts: dict[str, int]) -> str:
    """What the page shows, with its numbers."""
    sources, whole = counts["sources"], counts["whole"]
    if not sources:
        return "No source matches."
    by = [markup.count_noun(counts[f"{name}s"], name) for name in ("publisher", "originator")]
    return (
        f"{markup.count_noun(sources, 'source')} by {', from '.join(by)}; {whole:,} read whole, "
        f"{sources - whole:,} in excerpt. A report that several publishers copy has one originator."
    )


@contain
def show_figures(counts: dict[str, int], differ: int, notes: Footnotes) -> None:
    """The headline figures of the sources that match."""
    years = "–".join(dict.fromkeys(str(counts[end]) for end in ("first", "last"))) if counts["last"] else "–"
    shown = [
        (f"{counts['sources']:,}", "source" if counts["sources"] == 1 else "sources"),
        (f"{counts['originators']:,}", "originator" if counts["originators"] == 1 else "originators"),
        (f"{counts['whole']:,} of {counts['sources']:,}", "read whole"),
        (f"{counts['at_hand']:,} of {counts['hashed']:,}", "documents at hand"),
        (f"{counts['mirrored']:,}", "read on a mirror"),
        (f"{counts['claims']:,}", "claims"),
        (
            f"{differ:,}",
            "point on which sources differ" if differ == 1 else "points on which sources differ",
        ),
        (years, "published"),
    ]
    markup.show(
        markup.figures((markup.join((value, notes.mark_own(COUNTED))), words) for value, words in shown)
    )


class SourcesPage(NamedTuple):
    """A page of the list: ids of the sources, and their rows as shown."""

    ids: list[str]
    table: Table


def read_page(filters: Filters, number: int) -> tuple[Pager, SourcesPage]:
    """The page of the list that the address names."""
    pager = read_pager("page", number, ROWS, filters)
    return pager, _read_page(filters, pager.first)


def make_order(pager: Pager, listed: SourcesPage, filters: Filters) -> Order:
    """The list in which the panel goes from source to source."""
    return Order(
        listed.ids,
        partial(address.select, "source"),
        pager,
        lambda place: str(reads.read_uncached(queries.list_sources, filters, place, 1)[0]["id"]),
    )


@contain
def show_table(pager: Pager, listed: SourcesPage, filters: Filters) -> None:
    """A page of the sources as rows; selecting one opens its card."""
    selection.show_rows(
        listed.table,
        listed.ids,
        f"sources-{filters.slug()}-{pager.page}",
        address.find_selection("source", listed.ids),
        partial(address.select, "source"),
        height=arrow.table_height(len(listed.ids), SEEN, arrow.WRAPPED),
        row_height=arrow.WRAPPED,
        alt="The sources that match, newest first; select a row to read what rests on it",
    )
    pager.show("sources, newest first")


@reads.cache_few_per_build
def _read_page(filters: Filters, first: int) -> SourcesPage:
    dated = {name: DateColumn(*COLUMNS[name]) for name in ("published_on", "read_on")}
    rows = [
        row | describe_source(row) | {name: each.add(row[name]) for name, each in dated.items()}
        for row in reads.read_records(queries.list_sources, filters, first, ROWS)
    ]
    config = CONFIG | {name: each.config() for name, each in dated.items()}
    return SourcesPage([row["id"] for row in rows], Table(arrow.make_table(rows, COLUMNS), config))


@contain
def show_publishers(filters: Filters) -> None:
    """What was read of each publisher; what was not read is not zero."""
    st.header("What was read of each publisher", anchor=False)
    words = "Only what is listed was read; a publisher's silence here is not evidence that nothing happened."
    markup.show(markup.tag("p", words, "lead"))
    rows, config = _publisher_rows(filters)
    st.dataframe(
        rows,
        column_config=config,
        hide_index=True,
        height=arrow.table_height(rows.num_rows, SEEN),
        key="publishers-table",
        alt="Publishers with the number of their sources read, whole and in excerpt, most sources first",
    )


@reads.cache_few_per_build
def _publisher_rows(filters: Filters) -> tuple[pa.Table, Mapping[str, ColumnConfig]]:
    span, read = DateColumn("Published"), DateColumn("When last read")
    rows = [
        row
        | {
            "excerpt": row["sources"] - row["whole"],
            "span": span.add_pair(row["first"], row["last"]),
            "read": read.add(row["read_on"]),
        }
        for row in reads.read_records(queries.list_publishers, filters)
    ]
    config = PUBLISHERS | {"span": span.config(), "read": read.config()}
    return arrow.make_table(rows, config), config
