"""Border offices: what the page shows, its map, and what a click on it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

import pandas as pd
import streamlit as st

from data import geo
from data.extracts.asked import Settings
from data.filters import Filters
from data.known import by_border, statements
from data.queries import offices as queries
from data.vocabulary import OfficeStatus, label
from pages.figures import map as office_map
from pages.figures import places
from pages.figures.mapping import Map
from pages.figures.palette import Palette
from pages.views import address, dates, downloads, markup, reads, theme
from pages.views.downloads import Extract
from pages.views.faults import contained

SILENT = {"kinds": "kind of event", "themes": "theme", "roles": "part of an organisation"}
"""Filters that do not bear on offices."""
ROUND_TABLE = "unodc-2021-11-border-roundtable"
"""The source whose year is inferred; the map says so where its numbers are shown."""
RULE = (
    "A statement counts from the day its source was published. Where the source prints no date, the date "
    "that its number holds for stands for it, and for an office without one the last day of its opening. A "
    "date that is only a month or a year counts from its last day."
)


@dataclass(frozen=True, eq=False)
class Shown:
    """The offices on the page, what sources count by border, and what the URL selects.

    Shared by all who ask for the same: equal to itself alone, so that what is drawn of it can be kept.

    `every` is the offices without a filter; it, `offices`, `counts` and `borders` hold what had been stated
    by `known` (None: all that is known), `statements` what was ever stated. `undated` is how many offices
    stand in the list only without a date, because nothing dates what is said of them.
    """

    known: date | None
    every: pd.DataFrame
    offices: pd.DataFrame
    undated: int
    counts: pd.DataFrame
    statements: pd.DataFrame
    borders: pd.DataFrame
    border: str | None
    office: str | None

    @cached_property
    def candidates(self) -> pd.DataFrame:
        return self.offices[self.offices["status"] == OfficeStatus.CANDIDATE]

    @cached_property
    def others(self) -> pd.DataFrame:
        """The offices that are not candidates."""
        return self.offices.drop(self.candidates.index)

    def settings(self, *names: str) -> Settings:
        """Those of the parameters `border` and `known` that are on."""
        on = {"border": self.border, "known": self.known.isoformat() if self.known else None}
        return tuple((name, value) for name in names if (value := on[name]))


def asked(filters: Filters) -> Shown:
    """What the filters and the address ask for; an office that is selected selects its border too."""
    day = address.day("known")
    office = address.selected("office", _offices(filters, day))
    border = address.selected("border", list(_borders()))
    return _shown(filters, day, office, border)


@reads.per_build
def _offices(filters: Filters, day: date | None) -> list[str]:
    return reads.read(queries.offices, filters, day)["id"].tolist()


@reads.per_build
def _borders() -> dict[str, str]:
    """The names of borders by id."""
    rows = reads.read(queries.borders)
    return dict(zip(rows["id"], rows["name"], strict=True))


@reads.few_per_build
def _shown(filters: Filters, day: date | None, office: str | None, border: str | None) -> Shown:
    found, counts = reads.read(queries.offices, filters, day), reads.read(queries.counts, day)
    if office:
        border = str(found.set_index("id").loc[office, "border_id"])
    undated = reads.read(queries.offices, filters, None)
    undated = undated[undated["known_on"].isna() & (undated["border_id"].isin([border]) if border else True)]
    return Shown(
        known=day,
        every=reads.read(queries.offices, Filters(), day),
        offices=(found[found["border_id"] == border] if border else found).reset_index(drop=True),
        undated=len(undated),
        counts=counts,
        statements=statements(reads.read(queries.counts, None)),
        borders=_worded(by_border(counts)),
        border=border,
        office=office,
    )


def _worded(borders: pd.DataFrame) -> pd.DataFrame:
    """With `words`, e.g. `Tajik-Uzbek: 6 operational in November 2021; more being established, …`."""
    return borders.assign(words=[_words(row) for row in borders.to_dict("records")])


def _words(row: dict[Any, Any]) -> str:
    parts = [f"{row['number']} operational {dates.when(row['as_of'])}"] if row["number"] is not None else []
    if row["more_status"]:
        status = label(OfficeStatus(row["more_status"]))
        many = row["more_number"]
        more = (
            f"{many} {'more ' * bool(parts)}{status}"
            if many is not None
            else f"{'more ' * bool(parts)}{status}"
        )
        since = "" if row["more_as_of"] == row["as_of"] else f" {dates.when(row['more_as_of'])}"
        parts.append(f"{more}{since}{'' if many is not None else ', number not stated'}")
    return f"{row['name']}: {'; '.join(parts)}"


def extract(shown: Shown) -> Extract:
    """The rows to download."""
    return downloads.of("offices", shown.offices, shown.settings("border", "known"))


def border_name(shown: Shown) -> str:
    """The selected border in words."""
    return _borders()[str(shown.border)]


def pair_words(border: str) -> str:
    """The id of a border as it is printed, on one line: `TJK–UZB`."""
    return border.replace("-", "\u2060–\u2060")


def chip(shown: Shown) -> list[tuple[str, Callable[..., None], tuple[Any, ...]]]:
    """The removable chips of the selection."""
    found: list[tuple[str, Callable[..., None], tuple[Any, ...]]] = []
    if shown.known:
        found.append((f"As known on {shown.known}", know, (None,)))
    if shown.border:
        found.append((f"Border: {border_name(shown)}", choose, (None, None)))
    if shown.office:
        name = shown.offices.loc[shown.offices["id"] == shown.office, "name"].iloc[0]
        found.append((f"Office: {name}", choose, (shown.border, None)))
    return found


@contained
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


def know(day: date | None) -> None:
    """Make the URL ask for what was known on `day`, or for all that is known."""
    address.select("known", day.isoformat() if day else None)


@contained
def pictures(shown: Shown, words: tuple[str, ...]) -> None:
    """The map, wide or narrow as the screen is; a border, chip or point that is clicked is selected.

    `words` are those of the borders of `shown`, with the numbers of notes.
    """
    for view, name, height in ((places.WIDE, "wide", 540), (places.NARROW, "narrow", 320)):
        key = f"map-{name}-{shown.known}-{shown.border}-{shown.office}"
        with st.container(key=f"map-{name}"):
            st.pydeck_chart(
                _deck(shown, words, theme.palette(), view),
                height=height,
                key=key,
                on_select=partial(_on_map, key, shown.border, shown.office),
                alt=f"Map of Border Liaison Offices by border. {said(shown)}",
            )
    markup.show(_map_note(shown))


@reads.few_per_build
def _deck(shown: Shown, words: tuple[str, ...], palette: Palette, view: places.View) -> Map:
    outlines = {name: geo.outlines(name) for name in ("countries", "borders", "lakes")}
    borders, chosen = shown.borders.assign(words=list(words)), (shown.border, shown.office)
    return office_map.deck(outlines, borders, shown.offices, chosen, palette, view)


@reads.few_per_build
def said(shown: Shown) -> str:
    """What map and matrix show, in words."""
    return ". ".join([*shown.borders["words"], ""]).strip() or "No source counts offices by border."


@reads.few_per_build
def _map_note(shown: Shown) -> markup.Safe:
    radii = sorted({float(radius) for radius in shown.every["radius_km"].dropna()})
    ends = dict.fromkeys(f"{radius:g}" for radius in (*radii[:1], *radii[-1:]))
    circles = f"{'–'.join(ends)} km" if radii else "the radius in the list"
    rows = shown.every
    ochre = rows["latitude"].notna() & rows["status"].isin((OfficeStatus.PLANNED, OfficeStatus.ESTABLISHING))
    coming = f"Dashed{' and ochre points' if ochre.any() else ''}: planned or being established. "
    inferred = "The source prints 23 November without a year; 2021 is inferred."
    rule = markup.tag("p", RULE, "small") if shown.known else ""
    about = markup.tag(
        "p",
        "Boundaries and names shown do not imply endorsement. Outlines: Natural Earth, public domain. "
        f"Circles: position known to within {circles}, drawn larger until the map is zoomed in. "
        f"{coming}Candidates have no point. "
        f"{inferred if ROUND_TABLE in set(shown.borders['source_id']) else ''}",
        "small",
    )
    return markup.joined((about, rule))


def _on_map(key: str, border: str | None, office: str | None) -> None:
    """Select what was clicked; a second click on it lets it go."""
    found = [rows[0] for rows in st.session_state[key].selection.objects.values() if rows]
    if found:
        clicked = (found[0].get("border"), found[0].get("office"))
        choose(*((None, None) if clicked == (border, office) else clicked))
