"""Network: the controls of its settings, its picture, and what a click on it does."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from data.filters import Filters
from data.pictures import network as picture
from data.pictures.drawing.palette import Palette
from data.values.rows import Records
from pages.figures import network as figure
from pages.views.html import markup
from pages.views.network.graph import SETTINGS, Network, count_events, sentence
from pages.views.session import reads
from pages.views.shell import pictures, theme
from pages.views.shell.controls import selection, zoom
from pages.views.shell.faults import contain
from pages.views.shell.filters import address, chips, panel

UNNAMED = (
    "A name that finds no room is left out: rest on a circle, or tap it, to read it. Drag to move; the "
    "buttons above, or the wheel with Ctrl held, zoom."
)


@contain
def show_keys(filters: Filters) -> None:
    """The chips of the filters, then those of the colours."""
    with st.container(horizontal=True, key="keys", vertical_alignment="center"):
        chips.show_chips(filters)
        markup.show(markup.legend(theme.FAMILIES))


@contain
def show_controls(shown: Network) -> None:
    """What the picture leaves out: kept in the URL, which leads."""
    with st.container(horizontal=True, key="settings", vertical_alignment="bottom", gap="medium"):
        for name, words, now in (
            ("min", "Shared events at least", shown.shared),
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
                width=230,
            )
        st.session_state["network-together"] = shown.together
        st.toggle("Only organised together", key="network-together", on_change=_set_together)
        pictures.show_menu("network", lambda: [_offer(shown)])
        zoom.show_controls("network-graph")


@contain
def show_picture(shown: Network) -> None:
    """The graph; a node or a line becomes the filter, the blank clears it."""
    name = f"{element_key('graph', shown.filters)}-{zoom.count_resets('network-graph')}"
    with st.container(key="graph"):
        st.echarts_chart(
            _draw_graph(shown, theme.palette()),
            height=640,
            theme=None,
            key=name,
            on_select=partial(_focus_on_click, name, shown),
            alt=f"{sentence(shown)} The table below holds the same organisations and pairs.",
        )
    markup.show(markup.tag("p", UNNAMED, "small unprinted"))


@contain
def show_paper(shown: Network) -> None:
    """The picture as it is printed; nobody sees it on a screen."""
    pictures.show_paper("network", _draw_paper(shown))


@reads.cache_few_per_build
def _draw_paper(shown: Network) -> str:
    return pictures.draw_paper(_offer(shown))


def _offer(shown: Network) -> pictures.Offer:
    """The picture as a file, with the settings in words."""
    drawn = partial(picture.draw, shown.nodes, shown.links, shown.chosen, among=shown.filters.match_all)
    together = ("organised together",) if shown.together else ()
    numbers = f"{count_events(shown.least)} or more each", f"{count_events(shown.shared)} or more shared"
    return pictures.Offer("network", shown.filters, drawn, (*numbers, *together))


@reads.cache_few_per_build
def _draw_graph(shown: Network, palette: Palette) -> dict[str, Any]:
    return figure.draw_network(*shown.lit, shown.chosen, shown.extents, palette)


def list_ends(links: Records) -> list[tuple[str, ...]]:
    return [(link["a_id"], link["b_id"]) for link in links]


def element_key(name: str, filters: Filters) -> str:
    """A new element for each focus, so that it never holds on to the selection of another."""
    return "-".join(["network", name, "all" if filters.match_all else "any", *filters.organisations])


def none_if_default(value: str, default: str) -> str | None:
    return None if value == default else value


def _set_number(name: str) -> None:
    address.select(name, none_if_default(str(st.session_state[f"network-{name}"]), str(SETTINGS[name][1])))


def _set_together() -> None:
    address.select("together", "yes" if st.session_state["network-together"] else None)


@selection.ignore_misfits
def _focus_on_click(name: str, shown: Network) -> None:
    (nodes, links), filters = shown.lit, shown.filters
    known: dict[str, list[tuple[str, ...]]] = {
        "node": [(node["id"],) for node in nodes],
        "edge": list_ends(links),
    }
    for part in st.session_state[name].selection.selected:
        choices, index = known.get(part["data_type"], []), part["data_indices"][0]
        return focus_on(filters, choices[index] if index < len(choices) else ())
    return focus_on(filters, ())


def focus_on(filters: Filters, ids: tuple[str, ...]) -> None:
    """Filter by these organisations; once more by the same clears it."""
    same = set(ids) == set(filters.organisations) and filters.match_all == (len(ids) > 1)
    ids = () if same else ids
    roles = filters.roles if ids else ()
    panel.fill_widgets(replace(filters, organisations=ids, match_all=len(ids) > 1, roles=roles))
