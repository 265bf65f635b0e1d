"""Border offices: the map, what a reader of it must know, and what a click on it does."""

from functools import cache, partial
from itertools import groupby
from operator import itemgetter

import streamlit as st

from data import outlines
from data.filters import Filters
from data.pictures import matrix
from data.pictures.drawing.palette import LIGHT, Palette
from data.pictures.files import TITLES
from data.pictures.maps import cities as city_picture
from data.pictures.maps import map as picture
from data.pictures.maps import places
from data.pictures.maps.cities import City
from data.schema.vocabulary import Family, OfficeStatus
from data.values.rows import Row
from pages.figures import map as drawing
from pages.figures.map_layers import Map
from pages.views.html import markup
from pages.views.offices import cities
from pages.views.offices.selection import (
    RULE,
    Knowledge,
    OfficesView,
    describe_borders,
    format_pair,
    link_office,
    list_chips,
    select_office,
)
from pages.views.session import reads
from pages.views.shell import pictures, theme
from pages.views.shell.controls import selection, zoom
from pages.views.shell.faults import contain, contain_html

NO_WEBGL = (
    "This browser cannot draw the moving map; here is a still one. The matrix and the list lead to the same "
    "cards."
)
ZOOMED = "The buttons above, or the wheel with Ctrl held, zoom the map."
Chosen = tuple[str | None, str | None, str | None]
"""Border, office and city that are selected."""
NAMED = 12
"""Cities that the words of the map name."""
SHAPES = {"dash": "dashed"}
COLOURS = {
    LIGHT.family[Family.REGIONAL]: "regional",
    LIGHT.planned: "state",
    LIGHT.dispute: "brick",
    city_picture.COLOUR: "other",
}
"""Classes of the style sheet for the signs and colours of a legend."""
ROUND_TABLE = "unodc-2021-11-border-roundtable"
"""The source whose year is inferred; the map says so where its numbers are shown."""


@contain
def show_maps(shown: OfficesView, words: tuple[str, ...], filters: Filters) -> None:
    """The map, wide or narrow as the screen is; a border, chip, name or point that is clicked is selected.

    `words` are those of the borders of `shown`, with the numbers of notes.
    """
    cities.show_switch()
    events, city = cities.read_cities(filters), cities.read_city(filters)
    chosen = (shown.border, shown.office, city.id if city else None)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="over-map"
    ):
        markup.show(markup.legend(_list_keys(shown, events)))
        pictures.show_menu("offices", partial(list_offers, shown, filters))
        zoom.show_controls("map")
    for view, name, height in ((places.WIDE, "wide", 540), (places.NARROW, "narrow", 320)):
        key = f"map-{name}-{zoom.count_resets('map')}-{shown.day}-{'-'.join(map(str, chosen))}-{bool(events)}"
        st.pydeck_chart(
            _deck(shown, words, theme.palette(), view, events, chosen),
            height=height,
            key=key,
            on_select=partial(_on_map, key, chosen),
            alt=f"Map of Border Liaison Offices by border. {describe_borders(shown.then)}{_describe(events)}",
        )
    words_beneath = ((ZOOMED, "small of-map unprinted"), (NO_WEBGL, "unseen-map"))
    markup.show(markup.join(markup.tag("p", text, kind) for text, kind in words_beneath))
    pictures.show_paper("map", _draw_paper(shown, filters, events))


@reads.cache_few_per_build
def _draw_paper(shown: OfficesView, filters: Filters, events: tuple[City, ...]) -> str:
    """The map as it is printed, and as it is shown by a browser without WebGL."""
    return pictures.draw_paper(_offer_map(shown, filters, events))


def list_offers(shown: OfficesView, filters: Filters) -> list[pictures.Offer]:
    """Map and matrix as files."""
    drawn = partial(matrix.draw, shown.then.list_counted())
    matrix_offer = pictures.Offer("matrix", filters, drawn, _list_settings(shown))
    return [_offer_map(shown, filters, cities.read_cities(filters)), matrix_offer]


def _offer_map(shown: OfficesView, filters: Filters, events: tuple[City, ...]) -> pictures.Offer:
    borders, settings = shown.then.list_counted(), _list_settings(shown)
    drawn = partial(picture.draw, _outlines(), borders, shown.offices, events)
    title = f"{TITLES['map']}, and events by city" if events else ""
    return pictures.Offer("map", filters, drawn, settings, title)


def _list_settings(shown: OfficesView) -> tuple[str, ...]:
    return tuple(words for words, *_ in list_chips(shown))


def _describe(events: tuple[City, ...]) -> str:
    """The cities with most events, for who cannot see the map."""
    named = ", ".join(city.label for city in events[:NAMED])
    return f" Events by city, most first: {named}." if named else ""


def _list_keys(shown: OfficesView, events: tuple[City, ...]) -> list[tuple[str, str, str]]:
    """The legend, with what is drawn."""
    keys = (*picture.list_keys(shown.then.list_counted(), shown.offices), *city_picture.list_keys(events))
    return [(SHAPES.get(key.sign, key.sign), COLOURS[key.colour], key.words) for key in keys]


@cache
def _outlines() -> places.Outlines:
    return places.Outlines(*map(outlines.read_outlines, ("countries", "borders", "lakes")))


@reads.cache_few_per_build
def _deck(
    shown: OfficesView,
    words: tuple[str, ...],
    palette: Palette,
    view: places.View,
    events: tuple[City, ...],
    chosen: Chosen,
) -> Map:
    borders = shown.then.list_counted(words)
    return drawing.draw_map(_outlines(), borders, shown.offices, chosen, palette, view, events)


@contain_html
def draw_map_note(shown: OfficesView, filters: Filters) -> markup.Safe:
    """What a reader of the map must know, and which offices and events are not on it."""
    about = markup.tag("p", _describe_map(shown.then), "small")
    return markup.join(
        (
            _list_unplaced(shown, filters),
            cities.draw_note(filters),
            about,
            markup.tag("p", RULE, "small") if shown.day else "",
        )
    )


@reads.cache_few_per_build
def _list_unplaced(shown: OfficesView, filters: Filters) -> markup.Safe:
    """By border the offices of which no position is known, each leading to its card."""
    rows = [row for row in shown.offices if row["latitude"] is None]
    if not rows:
        return markup.Safe()
    borders = [
        markup.join(
            (f"{format_pair(border)} ", markup.join([_link(row, shown, filters) for row in each], ", "))
        )
        for border, each in groupby(rows, itemgetter("border_id"))
    ]
    words = (markup.tag("b", "Listed without a position: "), markup.join(borders, " · "), ".")
    return markup.tag("p", markup.join(words), "small links")


def _link(row: Row, shown: OfficesView, filters: Filters) -> markup.Safe:
    words = row["name"] if row["is_named"] else "one without a name"
    candidate = " (candidate)" if row["status"] == OfficeStatus.CANDIDATE else ""
    return markup.join((link_office(row, shown, filters, words), candidate))


@reads.cache_few_per_build
def _describe_map(then: Knowledge) -> str:
    radii = sorted({row["radius_km"] for row in then.every if row["radius_km"] is not None})
    ends = dict.fromkeys(f"{radius:g}" for radius in (*radii[:1], *radii[-1:]))
    within = (
        f"An office lies within {' to '.join(ends)} km of its point; the circle says how near, and is drawn "
        "larger until the map is zoomed in. "
        if radii
        else ""
    )
    inferred = any(row["source_id"] == ROUND_TABLE for row in then.borders)
    return (
        f"{within}{places.NOTE}"
        f"{' The source gives the day, 23 November, but no year; we take 2021.' if inferred else ''}"
    )


@selection.ignore_misfits
def _on_map(key: str, chosen: Chosen) -> None:
    """Select what was clicked; a second click on it clears the selection."""
    found = [rows[0] for rows in st.session_state[key].selection.objects.values() if rows]
    if found:
        border, office, city = (found[0].get(name) for name in ("border", "office", "city"))
        if (border, office, city) == chosen:
            select_office(None, None)
        elif city:
            cities.choose_city(city)
        else:
            select_office(border, office)
