"""Border offices: the list beside the map, and the same as a table beneath."""

from functools import partial

import streamlit as st

from data.filters import Filters
from data.schema.dictionary import column_words
from data.schema.vocabulary import DatePrecision, OfficeCounted, OfficeStatus, label
from data.values.rows import Records, Row
from pages.views.footnotes import Cite, Footnotes, cache_part
from pages.views.html import dates, markup
from pages.views.html.tables import arrow
from pages.views.html.tables.printed_rows import Table
from pages.views.offices.selection import OfficesView, choose_office, format_pair, link_office
from pages.views.session import reads
from pages.views.shell import notices
from pages.views.shell.controls import selection
from pages.views.shell.faults import contain, contain_html

OPENING = ("start_on", "end_on", "date_as_stated")
HEADS = {
    "id": "Id in the record",
    "is_named": "Named by a source",
    "is_country_inferred": "Side is assumed",
    "country": "Side",
    "start_on": "Opened, from",
    "end_on": "Opened, by",
    "date_precision": "How exact the opening is",
    "date_as_stated": "Opening in the source's words",
    "status_as_stated": "Status in the source's words",
    "point_kind": "What the point is",
    "position_origin": "Why this point",
    "position_confidence": "Confidence of the point",
    "confidence": "Confidence of the entry",
}
"""Heads of columns of offices, where the words for all tables say less."""
HIDDEN = {"source_title", "source_url", "source_published_on", "earliest", "latest"}
"""Columns of offices that the table leaves out."""


@contain_html
@cache_part
def draw_list(shown: OfficesView, filters: Filters, notes: Footnotes) -> markup.Safe:
    """Offices with border, opening and status; candidates apart; see `show_no_match` where there are none."""
    if not shown.offices:
        if not _is_too_early(shown, filters):
            return markup.Safe()
        words = f"No source in the record had named an office here by {dates.format_date(str(shown.day))}."
        return markup.tag("p", words, "lead")
    candidates = shown.candidates
    notes.load_claims("border_liaison_offices", [row["id"] for row in shown.offices])
    parts = [_list(shown.others, shown, filters, notes)]
    if candidates:
        parts += [
            markup.tag("p", "Candidates, not counted", "cardtitle"),
            _list(candidates, shown, filters, notes),
        ]
    return markup.stack(parts, "office-list links")


@contain
def show_no_match(shown: OfficesView, filters: Filters) -> None:
    """Say that no office matches the filters, where they are what leaves none."""
    if not shown.offices and not _is_too_early(shown, filters):
        notices.no_match("offices", filters)


def _is_too_early(shown: OfficesView, filters: Filters) -> bool:
    return bool(shown.day) and filters.is_empty


def _list(rows: Records, shown: OfficesView, filters: Filters, notes: Footnotes) -> markup.Safe:
    if not rows:
        return markup.Safe()
    cells = (
        (
            markup.join((link_office(row, shown, filters), notes.mark_value(cite_office(row, "name")))),
            format_pair(row["border_id"]),
            markup.join(
                (_opening(row), notes.mark_value(cite_office(row, *OPENING)) if describe_opening(row) else "")
            ),
            markup.join(
                (describe_status(row), notes.mark_value(cite_office(row, "status"), status=row["status"]))
            ),
        )
        for row in rows
    )
    return markup.table(("Office", "Border", "Opened", "Status"), cells)


def cite_office(row: Row, *fields: str) -> Cite:
    """The citation of a value of an office."""
    return Cite(row["source_id"], "border_liaison_offices", row["id"], fields)


def _opening(row: Row) -> str | None:
    return f"{describe_opening(row)}{dates.format_doubt(row)}" if describe_opening(row) else None


def describe_opening(row: Row) -> str | None:
    """When it opened, e.g. `by 4 February 2019`, `between 2013 and 2016`; None where no source says."""
    start, end = row["start_on"], row["end_on"]
    match row["date_precision"]:
        case DatePrecision.UNKNOWN:
            return None
        case DatePrecision.BEFORE:
            return f"by {dates.format_date(end)}"
        case DatePrecision.AFTER:
            return f"after {dates.format_date(start)}"
        case DatePrecision.BETWEEN:
            return f"between {start[:4]} and {end[:4]}"
    return dates.format_date(start)


def describe_status(row: Row) -> str:
    """The status in words; an office without a place is counted, not named."""
    if row["counted_2021"] == OfficeCounted.UNNAMED:
        return "counted, not named"
    return label(OfficeStatus(row["status"])).split(",")[0]


@contain
def show_table(shown: OfficesView) -> None:
    """The same as a table: every field of the offices; selecting a row shows its card."""
    if not shown.offices:
        return
    st.header("All fields of these offices", anchor=False)
    if shown.day:
        words = (
            f"Status, opening and supporters as known {dates.format_when(str(shown.day))}; notes, places "
            "and confidence as the record stands now."
        )
        markup.show(markup.tag("p", words, "sentence"))
    selection.show_rows(
        _fields(shown),
        [row["id"] for row in shown.offices],
        "offices-table",
        shown.office,
        partial(choose_office, shown),
        height=arrow.table_height(len(shown.offices), 9),
        alt="The offices listed above with all their fields; select a row to read all about it",
    )


@reads.cache_few_per_build
def _fields(shown: OfficesView) -> Table:
    """As Streamlit sends it: a frame would be changed into one at every run. Text says what is not stated."""
    first = ("id", "name", *dates.MATCH)
    names = sorted(shown.offices[0].keys() - HIDDEN, key=[*first, *shown.offices[0]].index)
    numbers = {n for n in names if any(isinstance(row[n], int | float) for row in shown.offices)}
    blank = {name: "not stated" for name in names if name not in numbers}
    rows = [row | {name: blank[name] for name in blank if row[name] is None} for row in shown.offices]
    columns = {name: st.column_config.Column(_head(name)) for name in names}
    return Table(arrow.make_table(rows, names), columns)


def _head(name: str) -> str:
    words = column_words(name)
    return dates.MATCH.get(name) or HEADS.get(name) or f"{words[:1].upper()}{words[1:]}"
