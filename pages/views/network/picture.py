"""Network: the controls of its settings, its picture, and what a click on it does."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from data.filters import Filters
from data.pictures import network as picture
from data.pictures.drawing.palette import Palette
from pages.figures import network as figure
from pages.views.html import markup
from pages.views.network import choice
from pages.views.network.graph import SETTINGS, Network, count_events, organisation_names, sentence
from pages.views.session import reads
from pages.views.shell import pictures, theme
from pages.views.shell.controls import selection, zoom
from pages.views.shell.faults import contain
from pages.views.shell.filters import address, chips, days, panel

ALL, OTHER = "All years", "Own dates"
UNNAMED = (
    "A name that finds no room is left out: rest on a circle, or tap it, to read it. Drag to move; the "
    "buttons above, or the wheel with Ctrl held, zoom."
)


@contain
def show_keys(filters: Filters) -> None:
    """The chips of the filters, then those of the colours."""
    with st.container(horizontal=True, key="keys", vertical_alignment="center"):
        around: list[chips.Chip] = []
        if focus := address.find_selection("focus", list(organisation_names())):
            around = [(f"Around {organisation_names()[focus]}", choice.set_focus, (None,))]
        chips.show_chips(filters, *around)
        markup.show(markup.legend(theme.FAMILIES))


@contain
def show_controls(shown: Network) -> None:
    """What the picture leaves out: kept in the URL, which leads."""
    with st.container(horizontal=True, key="settings", vertical_alignment="bottom", gap="medium"):
        for name, words, now in (
            ("min", "Shared events at least", shown.least_shared),
            ("least", "Least events per organisation", shown.least),
        ):
            st.session_state[f"network-{name}"] = now
            st.slider(
                words,
                1,
                SETTINGS[name][0],
                key=f"network-{name}",
                on_change=_set_number,
                args=(name,),
                width=190,
            )
        st.session_state["network-together"] = shown.together
        st.toggle("Only organised together", key="network-together", on_change=_set_together)
        _show_years(shown.filters)
        pictures.show_menu("network", lambda: [make_offer(shown)])
        zoom.show_controls("network-graph")


def _show_years(filters: Filters) -> None:
    """A slider from year to year: it sets the dates of the filters, and no organisation moves."""
    first, last = days.record_bounds()
    year = filters.since.year if filters.since else 0
    is_year = (filters.since, filters.until) == (date(year or 1, 1, 1), date(year or 1, 12, 31))
    now = year if is_year and first.year <= year <= last.year else OTHER if filters.has_dates else ALL
    st.session_state["network-year"] = now
    st.select_slider(
        "Year by year",
        [*([OTHER] if now == OTHER else []), ALL, *range(first.year, last.year + 1)],
        key="network-year",
        on_change=_step_to_year,
        args=(filters,),
        width=190,
    )


@contain
def show_picture(shown: Network) -> None:
    """The graph; a node or a line is selected by a click, and the blank closes the panel."""
    marks = (shown.focus, *shown.marked, "among" if shown.among else "each")
    name = "-".join(("network-graph", *marks, str(zoom.count_resets("network-graph"))))
    with st.container(key="graph"):
        st.echarts_chart(
            _draw_graph(shown, theme.palette()),
            height=640,
            theme=None,
            key=name,
            on_select=partial(_choose_by_click, name, shown),
            alt=f"{sentence(shown)} The table below holds the same organisations and pairs.",
        )
    markup.show(markup.tag("p", UNNAMED, "small unprinted"))


@contain
def show_paper(shown: Network) -> None:
    """The picture as it is printed; nobody sees it on a screen."""
    pictures.show_paper("network", _draw_paper(shown))


@reads.cache_few_per_build
def _draw_paper(shown: Network) -> str:
    return pictures.draw_paper(make_offer(shown))


def make_offer(shown: Network) -> pictures.Offer:
    """The picture as a file, with the settings in words."""
    drawn = partial(picture.draw, shown.nodes, shown.links, shown.marked, among=shown.among)
    together = ("organised together",) if shown.together else ()
    numbers = (
        f"{count_events(shown.least)} or more each",
        f"{count_events(shown.least_shared)} or more shared",
    )
    return pictures.Offer("network", shown.filters, drawn, (*numbers, *together))


@reads.cache_few_per_build
def _draw_graph(shown: Network, palette: Palette) -> dict[str, Any]:
    return figure.draw_network(*shown.lit, shown.marked, shown.extents, palette)


def none_if_default(value: str, default: str) -> str | None:
    return None if value == default else value


def _set_number(name: str) -> None:
    address.select(name, none_if_default(str(st.session_state[f"network-{name}"]), str(SETTINGS[name][1])))


def _set_together() -> None:
    address.select("together", "yes" if st.session_state["network-together"] else None)


@selection.ignore_misfits
def _choose_by_click(name: str, shown: Network) -> None:
    """Select the node or the line; the blank, or a second click, closes the panel."""
    nodes, links = shown.lit
    for part in st.session_state[name].selection.selected:
        index = part["data_indices"][0]
        if part["data_type"] == "node" and index < len(nodes):
            return choice.choose_node(nodes[index]["id"])
        if part["data_type"] == "edge" and index < len(links):
            return choice.choose_line(choice.name_line(links[index]))
    return choice.choose_node(None)


def _step_to_year(filters: Filters) -> None:
    year = st.session_state["network-year"]
    if isinstance(year, int):
        panel.fill_widgets(replace(filters, since=date(year, 1, 1), until=date(year, 12, 31)))
    elif year == ALL:
        panel.fill_widgets(replace(filters, since=None, until=None))
