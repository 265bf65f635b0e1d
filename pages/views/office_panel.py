"""The parts of the page of border offices: figures, map, matrix, lists, and what a click on them does."""

from typing import Any

import pandas as pd
import streamlit as st

from data.geo import outlines
from data.queries import offices as queries
from pages.figures.map import office_map
from pages.figures.matrix import matrix
from pages.views import address, dates, markup, reads, theme, viewport
from pages.views.footnotes import Footnotes
from pages.views.office_card import opened, status

BARE = {"displayModeBar": False}
COUNTED = ("named", "project_site")


def sentence(offices: pd.DataFrame) -> str:
    """What the page shows, with its date and numbers."""
    stated = _operational()
    known_on = dates.words(str(stated["as_of"].max()))
    unnamed = int((~offices["is_named"].astype(bool)).sum())
    return (
        f"As known in {known_on}: the widths show offices per border, which the source counts by border, not by place. "
        f"{len(offices)} offices are listed, {unnamed} of them unnamed in public sources."
    )


def headline(notes: Footnotes) -> None:
    """Totals as sources stated them, and how many of the offices can be named."""
    counts = reads.read(queries.counts)
    totals = counts[counts["is_total"].astype(bool) & counts["number"].notna()]
    then = totals[totals["as_of"].str.startswith("2021-11")]
    by_border = _operational()
    every = reads.read(queries.offices, reads.Filters())
    named = int(every["counted_2021"].isin(COUNTED).sum())
    counted = int((every["counted_2021"] != "no").sum())
    shown: list[tuple[object, str]] = []
    for state, words in (("operational", "operational"), ("establishing", "being established")):
        for _, row in then[then["status"] == state].tail(1).iterrows():
            shown.append((_noted(row, notes), words))
    own = notes.own("Counted from the rows of this record; each names its source in the list below.")
    shown.append((markup.joined((str(int((by_border["number"] > 0).sum())), own)), "borders"))
    shown.append((markup.joined((f"{named} of {counted}", own)), "named in public sources"))
    for _, row in totals[totals["status"] == "operational"].tail(1).iterrows():
        shown.append((_noted(row, notes), f"counted by {dates.words(row['as_of'])}"))
    markup.show(markup.figures(shown))


def picture(offices: pd.DataFrame, chosen: str | None) -> None:
    """The map; a click on a line, a chip or a point selects its border, and the office."""
    placed = offices[offices["latitude"].notna()]
    narrow = viewport.is_narrow()
    st.pydeck_chart(
        office_map(
            outlines("countries"),
            outlines("borders"),
            outlines("lakes"),
            _borders(),
            placed,
            theme.palette(),
            chosen=chosen,
            narrow=narrow,
        ),
        key="office-map",
        height=380 if narrow else 560,
        on_select=_picked_on_map,
        selection_mode="single-object",
        alt=f"Map of borders by number of offices, {len(placed)} named offices as points; the lists hold the same",
    )
    radii = placed["radius_km"]
    span = f"{radii.min():g}–{radii.max():g} km" if len(placed) else "no place shown"
    markup.show(
        markup.tag(
            "p",
            "Boundaries and names shown do not imply endorsement. Outlines: Natural Earth, public domain. "
            f"Circles: position known to within {span}. Offices without a published place have no point.",
            "small",
        )
    )


def square(chosen: str | None) -> None:
    """The matrix of countries; a click on a cell selects its border."""
    borders = _borders()
    numbers = {str(row["id"]): int(row["number"]) for _, row in borders.iterrows()}
    establishing = set(borders.loc[borders["is_establishing"].astype(bool), "id"])
    st.plotly_chart(
        matrix(numbers, establishing, chosen, theme.palette()),
        theme=None,
        key="office-matrix",
        on_select=_picked_in_matrix,
        selection_mode="points",
        config=BARE,
        alt="Offices between each two countries: " + ", ".join(f"{i} {n}" for i, n in numbers.items() if n),
    )
    markup.show(markup.tag("p", "+ being established, number by border not stated · none stated", "small"))


def listed(offices: pd.DataFrame, notes: Footnotes) -> None:
    """The offices as a quiet table; candidates apart, because no source calls them offices."""
    for words, rows in (
        ("", offices[offices["status"] != "candidate"]),
        ("Candidates, not counted", offices[offices["status"] == "candidate"]),
    ):
        if rows.empty:
            continue
        if words:
            markup.show(markup.tag("p", words, "small"))
        lines = [
            (
                markup.joined((row["name"], notes.mark(row["source_id"]))),
                row["border_id"].replace("-", "–"),
                opened(row),
                status(row),
            )
            for _, row in rows.iterrows()
        ]
        markup.show(markup.table(["Office", "Border", "Opened", "Status"], lines))


def counted(notes: Footnotes, chosen: str | None) -> None:
    """What sources counted, oldest first: all of it, or what bears on the chosen border."""
    rows = reads.read(queries.counts)
    if chosen:
        rows = rows[rows["border_id"] == chosen]
    lines = [
        (
            dates.words(row["as_of"]),
            row["border"] or ("all together" if row["is_total"] else "several"),
            markup.joined((_number(row), notes.mark(row["source_id"]))),
            str(row["status"]).replace("establishing", "being established"),
            row["scope"],
            row["explanation"] or "",
        )
        for _, row in rows.iterrows()
    ]
    markup.show(
        markup.table(["As of", "Border", "Offices", "Status", "What was counted", "Why rows differ"], lines)
    )


def table(offices: pd.DataFrame) -> None:
    """Every office with its fields; selecting a row opens its card."""
    columns = {
        "name": "Office",
        "border": "Border",
        "country": "Side",
        "counterpart": "Opposite",
        "crossing": "Crossing",
        "when": "Opened",
        "state": "Status",
        "supporters": "Run or supported by",
        "confidence": "Confidence",
    }
    rows = offices.assign(
        when=[opened(row) for _, row in offices.iterrows()],
        state=[status(row) for _, row in offices.iterrows()],
    )
    st.dataframe(
        rows[list(columns)],
        column_config={name: st.column_config.Column(words) for name, words in columns.items()},
        hide_index=True,
        height=min(38 + 35 * len(rows), 420),
        key="office-table",
        on_select=lambda: _picked_row(offices),
        selection_mode="single-row",
        placeholder="",
        alt="The offices listed above with all that is known of each",
    )


def clear() -> None:
    """Select neither border nor office."""
    address.select("border", None)
    address.select("office", None)


def _operational() -> pd.DataFrame:
    stated = reads.read(queries.by_border)
    return stated[(stated["status"] == "operational") & stated["number"].notna()]


def _borders() -> pd.DataFrame:
    """One row a border: the latest number of offices, and whether more were being established then."""
    stated = reads.read(queries.by_border)
    numbers = _operational().set_index("id")["number"]
    establishing = set(stated.loc[stated["status"] == "establishing", "id"])
    borders = reads.read(queries.borders)[["id", "name"]]
    return borders.assign(
        number=[int(numbers.get(i, 0)) for i in borders["id"]],
        is_establishing=[i in establishing for i in borders["id"]],
    )


def _number(row: Any) -> str:
    if pd.isna(row["number"]):
        return "number not stated"
    bound = "" if row["bound"] == "exact" else f"{row['bound'].replace('_', ' ')} "
    return f"{bound}{int(row['number'])}"


def _noted(row: Any, notes: Footnotes) -> markup.Safe:
    return markup.joined((str(int(row["number"])), notes.mark(row["source_id"])))


def _picked_on_map() -> None:
    objects = st.session_state["office-map"].selection.get("objects", {})
    for layer, found in objects.items():
        picked = found[0].get("properties", found[0]) if layer == "borders" else found[0]
        address.select("border", picked.get("border"))
        address.select("office", picked.get("office"))
        return


def _picked_in_matrix() -> None:
    points = st.session_state["office-matrix"].selection.points
    if points:
        address.select("office", None)
        address.select("border", points[0]["customdata"][0])


def _picked_row(offices: pd.DataFrame) -> None:
    rows = st.session_state["office-table"].selection.rows
    if not rows:
        return
    office = offices.iloc[rows[0]]
    address.select("office", str(office["id"]))
