"""Border offices: the map, what a reader of it must know, and what a click on it does."""

from functools import cache, partial

import streamlit as st

from data import outlines
from data.schema.vocabulary import OfficeStatus
from pages.figures import map as drawing
from pages.figures import places
from pages.figures.map_layers import Map
from pages.figures.palette import Palette
from pages.views.html import markup
from pages.views.offices.selection import RULE, Knowledge, OfficesView, describe_borders, select_office
from pages.views.session import reads
from pages.views.shell import selection, theme
from pages.views.shell.faults import contain, contain_html

ROUND_TABLE = "unodc-2021-11-border-roundtable"
"""The source whose year is inferred; the map says so where its numbers are shown."""


@contain
def show_maps(shown: OfficesView, words: tuple[str, ...]) -> None:
    """The map, wide or narrow as the screen is; a border, chip or point that is clicked is selected.

    `words` are those of the borders of `shown`, with the numbers of notes.
    """
    for view, name, height in ((places.WIDE, "wide", 540), (places.NARROW, "narrow", 320)):
        key = f"map-{name}-{shown.known}-{shown.border}-{shown.office}"
        st.pydeck_chart(
            _deck(shown, words, theme.palette(), view),
            height=height,
            key=key,
            on_select=partial(_on_map, key, shown.border, shown.office),
            alt=f"Map of Border Liaison Offices by border. {describe_borders(shown.then)}",
        )


@cache
def _outlines() -> places.Outlines:
    return places.Outlines(*map(outlines.read_outlines, ("countries", "borders", "lakes")))


@reads.cache_few_per_build
def _deck(shown: OfficesView, words: tuple[str, ...], palette: Palette, view: places.View) -> Map:
    each = zip(shown.then.borders, words, strict=True)
    borders = tuple(drawing.CountedBorder(row["id"], row["number"], said) for row, said in each)
    return drawing.draw_map(_outlines(), borders, shown.offices, (shown.border, shown.office), palette, view)


@contain_html
def draw_map_note(shown: OfficesView) -> markup.Safe:
    """What a reader of the map must know."""
    return _note(shown.then)


@reads.cache_few_per_build
def _note(then: Knowledge) -> markup.Safe:
    radii = sorted({row["radius_km"] for row in then.every if row["radius_km"] is not None})
    ends = dict.fromkeys(f"{radius:g}" for radius in (*radii[:1], *radii[-1:]))
    circles = f"{'–'.join(ends)} km" if radii else "the radius in the list"
    coming = (OfficeStatus.PLANNED, OfficeStatus.ESTABLISHING)
    is_ochre = any(row["latitude"] is not None and row["status"] in coming for row in then.every)
    dashed = f"Dashed{' and ochre points' if is_ochre else ''}: planned or being established. "
    inferred = "The source prints 23 November without a year; 2021 is inferred."
    about = markup.tag(
        "p",
        "Boundaries and names shown do not imply endorsement. Outlines: Natural Earth, public domain. "
        f"Circles: position known to within {circles}, drawn larger until the map is zoomed in. "
        f"{dashed}Candidates have no point. "
        f"{inferred if any(row['source_id'] == ROUND_TABLE for row in then.borders) else ''}",
        "small",
    )
    return markup.join((about, markup.tag("p", RULE, "small") if then.known else ""))


@selection.ignore_misfits
def _on_map(key: str, border: str | None, office: str | None) -> None:
    """Select what was clicked; a second click on it clears the selection."""
    found = [rows[0] for rows in st.session_state[key].selection.objects.values() if rows]
    if found:
        clicked = (found[0].get("border"), found[0].get("office"))
        select_office(*((None, None) if clicked == (border, office) else clicked))
