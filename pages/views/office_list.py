"""Border offices: the list beside the map, and its table twin beneath."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.vocabulary import DatePrecision, OfficeCounted, OfficeStatus, label
from pages.views import dates, markup, notices
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes
from pages.views.office_panel import Shown, choose, pair_words

OPENING = ("start_on", "end_on", "date_as_stated")


@contained
def listed(shown: Shown, filters: Filters, notes: Footnotes) -> None:
    """Offices with border, opening and status; candidates apart."""
    if shown.offices.empty and shown.known and filters.is_empty:
        words = f"No source in the record had named an office here by {dates.words(str(shown.known))}."
        markup.show(markup.tag("p", words, "lead"))
        return
    if shown.offices.empty:
        notices.nothing_found("offices", filters)
        return
    candidates = shown.candidates
    notes.learn("border_liaison_offices", shown.offices["id"])
    with st.container(key="office-list"):
        _list(shown.others, notes)
        if len(candidates):
            markup.show(markup.tag("p", "Candidates, not counted", "cardtitle"))
            _list(candidates, notes)


def _list(rows: pd.DataFrame, notes: Footnotes) -> None:
    if rows.empty:
        return
    cells = (
        (
            markup.joined((row["name"], notes.value(office_cite(row, "name")))),
            pair_words(row["border_id"]),
            markup.joined((_opening(row), notes.value(office_cite(row, *OPENING)) if opened(row) else "")),
            markup.joined((status(row), notes.value(office_cite(row, "status"), status=row["status"]))),
        )
        for row in rows.to_dict("records")
    )
    markup.show(markup.table(("Office", "Border", "Opened", "Status"), cells))


def office_cite(row: Any, *fields: str) -> Cite:
    """Where a value of an office stands."""
    return Cite(row["source_id"], "border_liaison_offices", row["id"], fields)


def _opening(row: Any) -> str | None:
    return f"{opened(row)}{dates.doubt(row)}" if opened(row) else None


def opened(row: Any) -> str | None:
    """When it opened, e.g. `by 4 February 2019`, `between 2013 and 2016`; None where no source says."""
    start, end = row["start_on"], row["end_on"]
    match row["date_precision"]:
        case DatePrecision.UNKNOWN:
            return None
        case DatePrecision.BEFORE:
            return f"by {dates.words(end)}"
        case DatePrecision.AFTER:
            return f"after {dates.words(start)}"
        case DatePrecision.BETWEEN:
            return f"between {start[:4]} and {end[:4]}"
    return dates.words(start)


def status(row: Any) -> str:
    """The status in words; an office without a place is counted, not named."""
    if row["counted_2021"] == OfficeCounted.UNNAMED:
        return "counted, not named"
    return label(OfficeStatus(row["status"])).split(",")[0]


@contained
def table(shown: Shown) -> None:
    """The table twin: every field of the offices; a row that is selected shows its card."""
    hidden = ["source_title", "source_url", "source_published_on", "earliest", "latest"]
    if len(shown.offices):
        st.header("All fields of these offices", anchor=False)
        if shown.known:
            words = (
                f"Status, opening and supporters as known {dates.when(str(shown.known))}; notes, places and "
                "confidence as the record stands now."
            )
            markup.show(markup.tag("p", words, "sentence"))
        rows = shown.offices.drop(columns=hidden)
        worded = rows.select_dtypes(exclude=["number", "bool"]).columns
        rows[worded] = rows[worded].fillna("not stated")
        st.dataframe(
            rows[sorted(rows, key=lambda column: column not in ("id", "name", *dates.MATCH))],
            hide_index=True,
            height=min(38 + 35 * len(rows), 330),
            column_config={
                str(c): st.column_config.Column(dates.MATCH.get(c, c.replace("_", " ").capitalize()))
                for c in map(str, rows)
            },
            key="offices-table",
            on_select=partial(_on_row, "offices-table", _keys(rows)),
            selection_mode="single-row",
            alt="The offices listed above with all their fields; select a row to read all about it",
        )


def _on_row(key: str, ids: list[tuple[str, str]]) -> None:
    rows = st.session_state[key].selection.rows
    choose(*(ids[rows[0]] if rows else (None, None)))


def _keys(rows: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(rows["border_id"], rows["id"], strict=True))
