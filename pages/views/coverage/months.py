"""What was read of each publisher, month by month: beneath the timeline, over the same months."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data.filters import Filters
from data.pictures import coverage as drawing
from data.queries.sources import coverage as queries
from data.schema.mart import COVERED
from data.values.rows import Records
from pages.views.coverage import grid
from pages.views.html import markup
from pages.views.html.tables import arrow
from pages.views.html.tables.date_cells import DateColumn
from pages.views.session import reads
from pages.views.shell import downloads, pictures
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain
from pages.views.shell.filters import days

ROWS = COVERED
"""Publishers with a row of their own; the others share one more."""
LISTED = 200
"""Publishers with a row of their own in the table."""
COLUMNS = {
    "publisher": "Publisher",
    "pages": "Pages read",
    "dated": "Dated",
    "undated": "Undated",
    "months": "Months with pages",
    "events": "Events reported",
}
CONFIG = {
    name: st.column_config.Column(words, width="medium" if name == "publisher" else None)
    for name, words in COLUMNS.items()
}
DATED = {"first": "First published", "last": "Last published", "checked": "Last checked"}
"""Columns of dates after those of `COLUMNS`."""
KEYS = [
    ("cell", "unread", "no page read"),
    ("cell", "hollow", "read, no event reported"),
    ("cell", "reported", "events reported, taller with more"),
]
MEANING = (
    "A page stands in the month of its own publication. It reports an event if it is the event's source or "
    "makes a claim on it; events count that match the filters, whatever their dates. Undated: no month of "
    "publication is stated. Where no page was read nothing is known, which is not zero."
)


@contain
def show_coverage(filters: Filters) -> None:
    """Heading, sentence, picture, and the table of all publishers."""
    whole = replace(filters, since=None, until=None)
    since, until = days.picture_span(filters)
    said = _summarise(whole, since, until)
    left, right = st.columns([5, 2], vertical_alignment="center")
    left.header("What was read, by publisher and month", anchor=False)
    with right, st.container(horizontal=True, horizontal_alignment="right", key="tools-coverage"):
        _download(whole, said.months)
        pictures.show_menu("coverage", lambda: [make_offer(filters)])
    sentence, meaning = markup.tag("p", said.sentence, "lead"), markup.tag("p", MEANING, "small")
    drawn = _picture(whole, since, until)
    markup.show(markup.stack((sentence, markup.legend(KEYS), drawn, meaning)))
    _table(said.table, said.config)


class Summary(NamedTuple):
    """The text on the picture: months read in all, the sentence, the rows of the table."""

    months: int
    sentence: str
    table: pa.Table
    config: Mapping[str, ColumnConfig]


@reads.cache_few_per_build
def _summarise(whole: Filters, since: date, until: date) -> Summary:
    publishers = reads.read_records(queries.list_publishers, whole)
    one, last = since.isoformat()[:7], until.isoformat()[:7]
    inside = [cell for cell in _cells(whole) if one <= cell["month"] <= last]
    return Summary(_sum(publishers, "months"), sentence(publishers, inside), *_table_rows(publishers))


def sentence(publishers: Records, months: Records) -> str:
    """What the picture shows, with its numbers; `months` are those within it."""
    pages, undated = _sum(publishers, "pages"), _sum(publishers, "undated")
    checked = sum(row["read_on"] is not None for row in publishers)
    dated = f"{checked:,} of the publishers" if checked < len(publishers) else "each publisher"
    when = f"For {dated} it is stated" if checked else "For none of them is it stated"
    shown, more = _sum(months, "pages"), len(publishers) - LISTED
    folded = f" The table lists {LISTED} publishers and the other {more:,} together." if more > 0 else ""
    return (
        f"{markup.count_noun(pages, 'page')} by {markup.count_noun(len(publishers), 'publisher')} were read. "
        f"{shown:,} of them {'was' if shown == 1 else 'were'} published in the months shown; "
        f"{undated:,} {'has' if undated == 1 else 'have'} no date and so no place in the picture. "
        f"{when} when its pages were last checked.{folded}"
    )


def picture_rows(publishers: Records) -> Records:
    """The rows of the picture: publishers with the most pages, and one for all others together."""
    top, rest = publishers[:ROWS], publishers[ROWS:]
    return [*top, _others(rest)] if rest else top


def _others(rest: Records) -> dict[str, Any]:
    """One row for publishers that are not listed; what does not add up is left out."""
    sums = {name: _sum(rest, name) for name in ("pages", "dated", "undated")}
    return {"publisher": markup.count_noun(len(rest), "other publisher"), **sums}


def _sum(rows: Records, name: str) -> int:
    return sum(row[name] for row in rows)


@reads.cache_few_per_build
def _cells(filters: Filters) -> Records:
    """The months read of each row of the picture."""
    publishers = reads.read_records(queries.list_publishers, filters)
    rest = picture_rows(publishers)[-1]["publisher"]
    return [
        {**cell, "publisher": rest} if cell["publisher"] == queries.REST else cell
        for cell in reads.read_uncached(queries.list_months, filters)
    ]


def _download(filters: Filters, number: int) -> None:
    """Every publisher and month; read when it is pressed."""
    extract = Extract("coverage", number, {})
    downloads.show_menu(filters, extract, label="Download months")


def make_offer(filters: Filters) -> pictures.Offer:
    """The picture as a file."""
    whole, (since, until) = replace(filters, since=None, until=None), days.picture_span(filters)
    rows = picture_rows(reads.read_records(queries.list_publishers, whole))
    return pictures.Offer("coverage", whole, partial(drawing.draw, _cells(whole), rows, since, until))


@reads.cache_few_per_build
def _picture(whole: Filters, since: date, until: date) -> markup.Safe:
    shown = picture_rows(reads.read_records(queries.list_publishers, whole))
    months = grid.month_range(since, until)
    name = f"Pages read by publisher and month, {since} to {until}; below it a table of all publishers"
    return grid.draw_grid(_cells(whole), shown, months, name)


def _table_rows(publishers: Records) -> tuple[pa.Table, Mapping[str, ColumnConfig]]:
    """The rows of the table, and its columns."""
    dated = {name: DateColumn(words) for name, words in DATED.items()}
    listed = [
        row | {name: each.add(row["read_on" if name == "checked" else name]) for name, each in dated.items()}
        for row in publishers[:LISTED]
    ]
    if more := publishers[LISTED:]:
        listed.append(_others(more))
    config = CONFIG | {name: each.config() for name, each in dated.items()}
    return arrow.make_table(listed, config), config


def _table(table: pa.Table, config: Mapping[str, ColumnConfig]) -> None:
    st.dataframe(
        table,
        column_config=config,
        hide_index=True,
        height=arrow.table_height(table.num_rows, 8),
        key="coverage-table",
        placeholder="",
        alt="Publishers with the pages read of each, most pages first",
    )
