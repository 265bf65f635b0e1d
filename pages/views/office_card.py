"""Border offices: the card of the selected border or office, and what sources counted over time."""

from typing import Any

import pandas as pd

from data.filters import Filters
from data.queries import offices as queries
from data.vocabulary import CountBound, DatePrecision, OfficeStatus, label
from pages.views import dates, heading, markup, reads
from pages.views.footnotes import Footnotes
from pages.views.office_list import status
from pages.views.office_panel import Shown, pair_words


def show(shown: Shown, notes: Footnotes) -> None:
    """The selected office, else the selected border, else how to select one."""
    if shown.office:
        _office(shown.offices.set_index("id").loc[shown.office], notes)
    elif shown.border:
        _border(shown, notes)
    else:
        words = "Select a border, its number or a point to read what sources say about it."
        markup.show(markup.tag("p", words, "lead"))


def _border(shown: Shown, notes: Footnotes) -> None:
    border: Any = reads.read(queries.borders).set_index("id").loc[shown.border]
    rows = shown.counts[shown.counts["border_id"] == shown.border]
    length = f"{border['length_km']:,.0f} km" if pd.notna(border["length_km"]) else None
    cited = notes.mark(border["source_id"]) if length else markup.Safe("")
    named = shown.offices[shown.offices["status"] != OfficeStatus.CANDIDATE]
    markup.show(markup.tag("p", f"{border['name']} border", "cardtitle"))
    markup.show(
        markup.pairs(
            (
                ("Length", markup.joined((length, cited))),
                *((("About it", border["note"]),) if isinstance(border["note"], str) else ()),
                ("Offices on it", "; ".join(named["name"]) or None),
            )
        )
    )
    if rows.empty:
        markup.show(markup.tag("p", "No source in the record counts offices on this border.", "lead"))
    else:
        markup.show(_stated(rows, notes))


def counted(shown: Shown, filters: Filters, notes: Footnotes) -> None:
    """What sources counted, oldest first."""
    markup.show(markup.tag("p", "What sources counted", "cardtitle"))
    markup.show(_stated(shown.counts, notes))
    heading.download("office-counts", shown.counts, filters, "Download what sources counted")


def _stated(rows: pd.DataFrame, notes: Footnotes) -> markup.Safe:
    head = ("As of", "Border", "Number", "Status", "What was counted", "Who says so", "Against the list")
    cells = (
        (
            dates.words(row["as_of"]),
            pair_words(row["border_id"]) if isinstance(row["border_id"], str) else "several",
            number(row),
            label(OfficeStatus(row["status"])),
            row["scope"],
            markup.joined((row["source_publisher"], notes.mark(row["source_id"]))),
            row["explanation"],
        )
        for _, row in rows.iterrows()
    )
    return markup.table(head, cells, "counts")


def number(row: "pd.Series[Any]") -> str | None:
    """The number as the source words it, e.g. `over 20`."""
    if pd.isna(row["number"]):
        return None
    before = "" if row["bound"] == CountBound.EXACT else f"{row['bound'].replace('_', ' ')} "
    return f"{before}{row['number']:.0f}"


def _office(row: Any, notes: Footnotes) -> None:
    mark = notes.mark(row["source_id"])
    side = f"{row['country']}{' (assumed)' if row['is_country_inferred'] else ''}" if row["country"] else None
    markup.show(markup.tag("p", markup.joined((row["name"], mark)), "cardtitle"))
    markup.show(
        markup.pairs(
            (
                ("Border", f"{row['border']}, {pair_words(row['border_id'])}"),
                ("Side", side),
                ("Opposite", row["counterpart"]),
                ("Crossing", row["crossing"]),
                ("Status", status(row)),
                ("Status rests on", row["status_as_stated"]),
                ("November 2021", label_counted(row["counted_2021"])),
                ("Opened", None if row["date_precision"] == DatePrecision.UNKNOWN else dates.span(row)),
                ("Opening rests on", row["date_as_stated"]),
                ("Supporters", row["supporters"]),
                ("Place", place(row)),
                ("Place rests on", row["position_origin"]),
                ("Confidence", row["confidence"]),
                ("Note", row["note"]),
            )
        )
    )


def label_counted(value: str) -> str:
    """Its place among the 19 in words."""
    return {
        "named": "one of those counted, named by a source",
        "project_site": "taken as one of those counted: a site of the project",
        "unnamed": "one of those counted, its place not published",
    }.get(value, "not among those counted")


def place(row: Any) -> str:
    """Coordinates with their radius, or that no source gives any."""
    if pd.isna(row["latitude"]):
        return "place not published" if not row["is_named"] else "no coordinates in the record"
    return f"{row['latitude']:.2f} N, {row['longitude']:.2f} E, to within {row['radius_km']:g} km"
