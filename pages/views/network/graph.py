"""Network: what the page shows under the filters and the settings of the address, and its sentence."""

from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st

from data import centrality
from data.filters import Filters
from data.queries import facets
from data.queries.network import graph as queries
from data.queries.network.shared_events import Settings
from data.values.rows import Records
from pages.figures import network as figure
from pages.figures.rings import CORNERS, place_around
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell.filters import address

SETTINGS = {"min": (12, 1), "least": (20, 3)}
"""URL parameter → the largest value allowed and the default."""
END = "~"
"""Between the two ids of a line in the address."""
NUMBERS = ("", "one event", "two events", "three events", "four events", "five events", "six events")


@dataclass(frozen=True, eq=False)
class Network:
    """What the page shows; `extents`: all places to fit in, `isolated`: who has no line and is left out.

    Shared by all sessions; compared by identity, so that what is drawn of it can be cached.

    `organisations` and `lines` are how many there are under the settings; not all may be drawn.

    `selected`: the organisation in the panel, or the two ends of its line; `chain`: from it to another.
    """

    nodes: Records
    links: Records
    extents: Records
    organisations: int
    lines: int
    isolated: int
    question: Settings
    selected: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        return self.question.filters

    @property
    def least_shared(self) -> int:
        return self.question.least_shared

    @property
    def least(self) -> int:
        return self.question.least

    @property
    def together(self) -> bool:
        return self.question.together

    @property
    def focus(self) -> str:
        return self.question.focus

    @property
    def busiest(self) -> int | None:
        """How many organisations are drawn out of more that the settings allow; None where all are."""
        drawn = len(self.nodes) + self.isolated
        return drawn if self.organisations > drawn else None

    @property
    def is_cut(self) -> bool:
        """Whether the settings allow more than can be distinguished, so that not all of it is drawn."""
        return self.busiest is not None or self.lines > len(self.links)

    @cached_property
    def chosen(self) -> tuple[str, ...]:
        known = {node["id"] for node in self.nodes}
        return tuple(i for i in self.filters.organisations if i in known)

    @property
    def marked(self) -> tuple[str, ...]:
        """The organisations that are highlighted: the chain, else the selected, else those of the filters."""
        return self.chain or self.selected or self.chosen

    @property
    def among(self) -> bool:
        """Whether only lines between two of the marked are highlighted."""
        return bool(self.chain) or len(self.selected) > 1 or (not self.selected and self.filters.match_all)

    @cached_property
    def lit(self) -> tuple[Records, Records]:
        """Nodes and links in drawing order."""
        return figure.light_up(self.nodes, self.links, self.marked, self.among)

    @cached_property
    def pairs(self) -> Records:
        """The pairs of the organisations of the filters, all where there are none."""
        _, links = figure.light_up(self.nodes, self.links, self.chosen, self.filters.match_all)
        return [link for link in links if link["lit"]]


def read_network(filters: Filters) -> Network:
    """The network under the filters and under the settings in the URL."""
    shared, least = (_number(name) for name in SETTINGS)
    together = address.read_selection("together", ["yes"]) is not None
    focus = address.read_selection("focus", list(organisation_names())) or ""
    return _select(draw_whole(Settings(filters, together, least, shared, focus)), *read_choice())


def read_choice() -> tuple[tuple[str, ...], str | None]:
    """What the address selects: an organisation or both ends of a line; the other end of a chain."""
    known = organisation_names()
    line = st.query_params.get("line", "")
    ends = tuple(line.split(END))
    if len(ends) == 2 and all(end in known for end in ends):
        return ends, None
    address.read_selection("line", [])
    node = address.read_selection("node", list(known))
    chain = address.read_selection("chain", list(known)) if node else None
    return (node,) if node else (), chain


@reads.cache_per_build
def organisation_names() -> dict[str, str]:
    """Every organisation with a part in an event, busiest first: its name by id."""
    return {row["id"]: row["name"] for row in reads.read_records(facets.list_organisations)}


@reads.cache_few_per_build
def _select(whole: Network, selected: tuple[str, ...], end: str | None) -> Network:
    chain = centrality.find_chain(whole.links, selected[0], end) if selected and end else ()
    return replace(whole, selected=selected, chain=chain)


def _place(question: Settings, nodes: Records) -> Records:
    """The nodes around the focus: places are those of all years, so that a range of dates moves none."""
    whole = replace(question, filters=replace(question.filters, since=None, until=None))
    every = {row["id"]: row for row in (*nodes, *reads.read_records(queries.list_nodes, whole))}
    places = place_around(question.focus, list(every.values()), reads.read_records(queries.list_links, whole))
    return [row | dict(zip(("x", "y"), places[row["id"]], strict=True)) for row in nodes]


@reads.cache_few_per_build
def draw_whole(question: Settings) -> Network:
    """The network without a selection."""
    nodes, links = (
        reads.read_uncached(queries.list_nodes, question),
        reads.read_uncached(queries.list_links, question),
    )
    if question.focus:
        nodes, extents = _place(question, nodes), CORNERS
    else:
        extents = reads.read_records(queries.find_extents, question.least, question.filters.organisations)
    counts = reads.read_records(queries.count_drawn, question)[0]
    return Network(
        nodes=centrality.measure_centrality(nodes, links),
        links=links,
        extents=extents,
        organisations=counts["organisations"],
        lines=counts["pairs"],
        isolated=counts["isolated"],
        question=question,
    )


@reads.cache_few_per_build
def sentence(shown: Network) -> str:
    """What the page shows, with its numbers."""
    if shown.focus and not shown.nodes:
        return f"{organisation_names()[shown.focus]} had no part in an event under these filters."
    few = sum(node["events"] < shown.least for node in shown.nodes)
    many = markup.count_noun(shown.organisations - few, "organisation")
    if shown.busiest is not None:
        many = f"The {shown.busiest - few:,} busiest of {many}"
    part = f"took part as {' or '.join(shown.filters.roles)} in" if shown.filters.roles else "took part in"
    did = "organised or hosted" if shown.together else part
    joined = "organised or hosted one together" if shown.together else "shared an event"
    if shown.least_shared > 1:
        least = count_events(shown.least_shared)
        joined = (
            f"organised or hosted {least} or more together" if shown.together else f"shared {least} or more"
        )
    text = f"{many} that {did} {count_events(shown.least)} or more"
    text += f", and {few} selected with fewer" if few else ""
    if shown.focus:
        partners = markup.count_noun(len(shown.nodes) - 1, "partner")
        name = organisation_names()[shown.focus]
        text = f"{name} and its {partners} that {did} {count_events(shown.least)} or more"
    lines = markup.count_noun(shown.lines, "line")
    if shown.lines > len(shown.links):
        lines = f"the {len(shown.links):,} strongest of {lines}"
    joins = f"a line joins two that {joined}, its width the number shared ({lines})"
    alone = "that no line joins is" if shown.isolated == 1 else "that no line joins are"
    without = f"; {shown.isolated:,} {alone} left out" if shown.isolated else ""
    return f"{text}; {joins}{without}."


def count_events(number: int) -> str:
    """`one event`, `7 events`."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number} events"


def _number(name: str) -> int:
    most, default = SETTINGS[name]
    return int(address.read_selection(name, [str(n) for n in range(1, most + 1)]) or default)
