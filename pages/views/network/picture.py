"""The network of organisations: its settings, its picture, and what a click on it does."""

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import streamlit as st

from data import centrality
from data.filters import Filters
from data.pictures.drawing.palette import Palette
from data.queries.network import graph as queries
from data.queries.network.shared_events import Settings
from data.values.rows import Records
from pages.figures import network as figure
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import theme
from pages.views.shell.controls import selection, zoom
from pages.views.shell.faults import contain
from pages.views.shell.filters import address, chips, panel

SETTINGS = {"min": (12, 1), "least": (20, 3)}
"""URL parameter → the largest value allowed and the default."""
UNNAMED = (
    "A name that finds no room is left out: rest on a circle, or tap it, to read it. Drag to move; the "
    "buttons above, or the wheel with Ctrl held, zoom."
)
NUMBERS = ("", "one event", "two events", "three events", "four events", "five events", "six events")


@dataclass(frozen=True, eq=False)
class Network:
    """What the page shows; `extents`: all places to fit in, `unseen`: lines of the chosen left out.

    Shared by all sessions; compared by identity, so that what is drawn of it can be cached.

    `organisations` and `lines` are how many there are under the settings; not all may be drawn.
    """

    nodes: Records
    links: Records
    extents: Records
    organisations: int
    lines: int
    unseen: int
    question: Settings

    @property
    def filters(self) -> Filters:
        return self.question.filters

    @property
    def shared(self) -> int:
        return self.question.shared

    @property
    def least(self) -> int:
        return self.question.least

    @property
    def together(self) -> bool:
        return self.question.together

    @property
    def is_cut(self) -> bool:
        """Whether the settings allow more than can be distinguished, so that not all of it is drawn."""
        return self.organisations > len(self.nodes) or self.lines > len(self.links)

    @cached_property
    def chosen(self) -> tuple[str, ...]:
        known = {node["id"] for node in self.nodes}
        return tuple(i for i in self.filters.organisations if i in known)

    @cached_property
    def lit(self) -> tuple[Records, Records]:
        """Nodes and links in drawing order."""
        return figure.light_up(self.nodes, self.links, self.chosen, self.filters.match_all)

    @cached_property
    def pairs(self) -> Records:
        """The highlighted pairs: those of the chosen organisations, all where none is chosen."""
        return [link for link in self.lit[1] if link["lit"]]


def read_network(filters: Filters) -> Network:
    """The network under the filters and under the settings in the URL."""
    shared, least = (_number(name) for name in SETTINGS)
    together = address.read_selection("together", ["yes"]) is not None
    return _network(Settings(filters, together, least, shared))


@reads.cache_few_per_build
def _network(question: Settings) -> Network:
    nodes, links = (
        reads.read_uncached(queries.list_nodes, question),
        reads.read_uncached(queries.list_links, question),
    )
    counts = reads.read_records(queries.count_drawn, question)[0]
    return Network(
        nodes=centrality.measure_centrality(nodes, links),
        links=links,
        extents=reads.read_records(queries.find_extents, question.least, question.filters.organisations),
        organisations=counts["organisations"],
        lines=counts["pairs"],
        unseen=counts["unseen"],
        question=question,
    )


@reads.cache_few_per_build
def sentence(shown: Network) -> str:
    """What the page shows, with its numbers."""
    few = sum(node["events"] < shown.least for node in shown.nodes)
    all_ = shown.organisations - few
    many = markup.count_noun(all_, "organisation")
    if shown.organisations > len(shown.nodes):
        many = f"The {len(shown.nodes) - few:,} busiest of {many}"
    part = f"took part as {' or '.join(shown.filters.roles)} in" if shown.filters.roles else "took part in"
    did = "organised or hosted" if shown.together else part
    joined = "organised or hosted one together" if shown.together else "shared an event"
    if shown.shared > 1:
        joined = f"{'organised or hosted' if shown.together else 'shared'} {_events(shown.shared)} or more"
        joined += " together" if shown.together else ""
    text = f"{many} that {did} {_events(shown.least)} or more"
    text += f", and {few} selected with fewer" if few else ""
    lines = markup.count_noun(shown.lines, "line")
    if shown.lines > len(shown.links):
        lines = f"the {len(shown.links):,} strongest of {lines}"
    joins = f"a line joins two that {joined}, its width the number shared ({lines})"
    return f"{text}; {joins}.{' Select a node or a line.' if shown.nodes else ''}"


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
    markup.show(markup.tag("p", UNNAMED, "small"))


@reads.cache_few_per_build
def _draw_graph(shown: Network, palette: Palette) -> dict[str, Any]:
    return figure.draw_network(*shown.lit, shown.chosen, shown.extents, palette)


def _events(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number} events"


def list_ends(links: Records) -> list[tuple[str, ...]]:
    return [(link["a_id"], link["b_id"]) for link in links]


def element_key(name: str, filters: Filters) -> str:
    """A new element for each focus, so that it never holds on to the selection of another."""
    return "-".join(["network", name, "all" if filters.match_all else "any", *filters.organisations])


def _number(name: str) -> int:
    most, default = SETTINGS[name]
    return int(address.read_selection(name, [str(n) for n in range(1, most + 1)]) or default)


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
