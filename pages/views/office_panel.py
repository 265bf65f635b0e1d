"""Border offices: what the page shows, its figures, map, matrix and tables, and what a click on them does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from data import geo
from data.filters import Filters
from data.queries import offices as queries
from data.vocabulary import OfficeCounted, OfficeStatus
from pages.figures import map as office_map
from pages.figures import places
from pages.figures.matrix import matrix
from pages.views import address, dates, markup, reads, theme
from pages.views.footnotes import Footnotes

SITES = (OfficeCounted.NAMED, OfficeCounted.PROJECT_SITE)
SILENT = {"kinds": "kind of event", "themes": "theme", "roles": "part of an organisation"}
"""Filters that do not bear on offices."""


class Statement(NamedTuple):
    """The source that last counted offices by border, and the date its numbers hold for."""

    source_id: str
    as_of: str


@dataclass(frozen=True)
class Shown:
    """The offices on the page, the statement by border, and what the URL selects."""

    every: pd.DataFrame
    offices: pd.DataFrame
    counts: pd.DataFrame
    stated: Statement | None
    borders: pd.DataFrame
    border: str | None
    office: str | None

    def of_status(self, *wanted: OfficeStatus) -> pd.DataFrame:
        return self.offices[self.offices["status"].isin(wanted)]

    def candidates(self) -> pd.DataFrame:
        return self.of_status(OfficeStatus.CANDIDATE)


def asked(filters: Filters) -> Shown:
    """What the filters and the address ask for; an office that is selected selects its border too."""
    found, counts = reads.read(queries.offices, filters), reads.read(queries.counts)
    every = reads.read(queries.offices, Filters())
    known = reads.read(queries.borders)
    office = address.selected("office", found["id"].tolist())
    border = address.selected("border", known["id"].tolist())
    if office:
        border = str(found.set_index("id").loc[office, "border_id"])
    narrowed = found[found["border_id"] == border] if border else found
    stated = _statement(counts)
    return Shown(
        every, narrowed.reset_index(drop=True), counts, stated, _by_border(counts, stated), border, office
    )


def _statement(counts: pd.DataFrame) -> Statement | None:
    """`counts` is oldest first; None where no source counts by border."""
    by_border = counts[
        counts["border_id"].notna()
        & counts["number"].notna()
        & (counts["status"] == OfficeStatus.OPERATIONAL)
    ]
    return None if by_border.empty else Statement(*by_border.iloc[-1][["source_id", "as_of"]])


def _by_border(counts: pd.DataFrame, stated: Statement | None) -> pd.DataFrame:
    """The borders that the statement names: number operational, or none where only being established."""
    rows = counts[(counts["source_id"] == (stated.source_id if stated else "")) & counts["border_id"].notna()]
    found: list[dict[str, Any]] = []
    for border, group in rows.groupby("border_id", sort=True):
        name = str(group["border"].iloc[0])
        numbers = group.loc[group["status"] == OfficeStatus.OPERATIONAL, "number"].dropna()
        number = int(numbers.iloc[0]) if len(numbers) else None
        more = (group["status"] == OfficeStatus.ESTABLISHING).any()
        parts = [f"{number} operational"] if number is not None else []
        parts += ["more being established, number not stated"] if more and parts else []
        parts = parts or ["being established, number not stated"]
        found.append({"id": border, "name": name, "number": number, "words": f"{name}: {'; '.join(parts)}"})
    return pd.DataFrame(found, columns=["id", "name", "number", "words"])


def sentence(shown: Shown) -> str:
    """What the page shows, with its numbers."""
    total, candidates = len(shown.offices), len(shown.candidates())
    placed = int(shown.offices.drop(shown.candidates().index)["latitude"].notna().sum())
    rows = f"{total - candidates} listed" + (
        f" and {candidates} {'candidate' if candidates == 1 else 'candidates'}, not counted"
        if candidates
        else ""
    )
    where = f" on the {border_name(shown)} border" if shown.border else ""
    return f"{_known(shown.stated)} Offices{where}: {placed} with a place on the map, {rows}."


def _known(stated: Statement | None) -> str:
    if not stated:
        return "No source in the record counts offices by border."
    when = f"{'on' if stated.as_of.count('-') == 2 else 'in'} {dates.words(stated.as_of)}"
    return (
        f"Map and matrix as known {when}: widths show offices per border, which the source counts by border, "
        "not by place. The list also holds what opened later."
    )


def border_name(shown: Shown) -> str:
    """The selected border in words."""
    known = reads.read(queries.borders)
    return str(known.loc[known["id"] == shown.border, "name"].iloc[0])


def pair_words(border: str) -> str:
    """The id of a border as it is printed, on one line: `TJK–UZB`."""
    return border.replace("-", "\u2060–\u2060")


def figures(shown: Shown, notes: Footnotes) -> None:
    """What the statement by border and the last total say of the whole region; silence is left out."""
    totals = shown.counts[shown.counts["is_total"].astype(bool) & shown.counts["number"].notna()]
    cells: list[tuple[object, str]] = []
    if shown.stated:
        mark = notes.mark(shown.stated.source_id)
        then = totals[totals["source_id"] == shown.stated.source_id]
        for status, words in (("operational", "operational"), ("establishing", "being established")):
            for number in then.loc[then["status"] == status, "number"]:
                cells.append((markup.joined((int(number), mark)), words))
        cells.append((markup.joined((int(shown.borders["number"].notna().sum()), mark)), "borders"))
    cells.append(_named(shown.every, notes))
    for _, last in totals[totals["status"] == OfficeStatus.OPERATIONAL].tail(1).iterrows():
        number = markup.joined((int(last["number"]), notes.mark(last["source_id"])))
        cells.append((number, f"counted by {dates.words(last['as_of'])}"))
    markup.show(markup.figures(cells))


def _named(every: pd.DataFrame, notes: Footnotes) -> tuple[object, str]:
    """How many of the offices counted in November 2021 have a name in public sources."""
    counted = every[every["counted_2021"] != OfficeCounted.NO]
    named = counted[counted["counted_2021"].isin(SITES)]
    sites = int((named["counted_2021"] == OfficeCounted.PROJECT_SITE).sum())
    by_hand = (
        f"Counted from the list: {len(named) - sites} named as offices, {sites} known as sites of "
        "the project and taken as operational because the number of their border agrees."
    )
    return markup.joined((f"{len(named)} of {len(counted)}", notes.own(by_hand))), "named in public sources"


def chip(shown: Shown) -> list[tuple[str, Callable[..., None], tuple[Any, ...]]]:
    """The removable chips of the selection."""
    found: list[tuple[str, Callable[..., None], tuple[Any, ...]]] = []
    if shown.border:
        found.append((f"Border: {border_name(shown)}", choose, (None, None)))
    if shown.office:
        name = shown.offices.loc[shown.offices["id"] == shown.office, "name"].iloc[0]
        found.append((f"Office: {name}", choose, (shown.border, None)))
    return found


def silent_filters(filters: Filters) -> None:
    """Say which filters are on that offices do not know."""
    on = [words for field, words in SILENT.items() if getattr(filters, field)]
    if on:
        words = f"The filter by {' and '.join(on)} does not bear on offices; they are shown regardless of it."
        markup.show(markup.tag("p", words, "sentence"))


def choose(border: str | None, office: str | None) -> None:
    """Make the URL select a border, or an office and its border, or nothing."""
    address.select("border", border)
    address.select("office", office)


def pictures(shown: Shown) -> None:
    """The map, wide or narrow as the screen is; a border, chip or point that is clicked is selected."""
    outlines = {name: geo.outlines(name) for name in ("countries", "borders", "lakes")}
    for view, name, height in ((places.WIDE, "wide", 540), (places.NARROW, "narrow", 320)):
        key = f"map-{name}-{shown.border}-{shown.office}"
        chosen = (shown.border, shown.office)
        deck = office_map.deck(outlines, shown.borders, shown.offices, chosen, theme.palette(), view)
        with st.container(key=f"map-{name}"):
            st.pydeck_chart(
                deck,
                height=height,
                key=key,
                on_select=partial(_on_map, key, shown.border, shown.office),
                alt=f"Map of Border Liaison Offices by border. {'. '.join(shown.borders['words'])}.",
            )
    _map_note(shown)


def _map_note(shown: Shown) -> None:
    radii = [float(radius) for radius in shown.every["radius_km"].dropna()]
    circles = f"{min(radii):g}–{max(radii):g} km" if radii else "the radius in the list"
    markup.show(
        markup.tag(
            "p",
            "Boundaries and names shown do not imply endorsement. Outlines: Natural Earth, public domain. "
            f"Circles: position known to within {circles}, drawn larger until the map is zoomed in. "
            "Dashed: offices being established, number not stated. Candidates have no point. "
            "The source prints 23 November without a year; 2021 is inferred.",
            "small",
        )
    )


def _on_map(key: str, border: str | None, office: str | None) -> None:
    """Select what was clicked; a second click on it lets it go."""
    found = [rows[0] for rows in st.session_state[key].selection.objects.values() if rows]
    if found:
        clicked = (found[0].get("border"), found[0].get("office"))
        choose(*((None, None) if clicked == (border, office) else clicked))


def grid(shown: Shown) -> None:
    """The matrix; a cell that is clicked selects its border, a second click lets it go."""
    key = f"matrix-{shown.border}"
    st.plotly_chart(
        matrix(shown.borders, shown.border, theme.palette()),
        key=key,
        on_select=partial(_on_cell, key, shown.border),
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=f"Offices between each two countries. {'. '.join(shown.borders['words'])}.",
    )


def _on_cell(key: str, border: str | None) -> None:
    points = st.session_state[key].selection.points
    if points:
        clicked = points[0]["customdata"][0]
        choose(None if clicked == border else clicked, None)
