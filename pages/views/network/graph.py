"""Network: what the page shows under the filters and the settings of the address, and its sentence."""

from dataclasses import dataclass
from functools import cached_property

from data import centrality
from data.filters import Filters
from data.queries.network import graph as queries
from data.queries.network.shared_events import Settings
from data.values.rows import Records
from pages.figures import network as figure
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell.filters import address

SETTINGS = {"min": (12, 1), "least": (20, 3)}
"""URL parameter → the largest value allowed and the default."""
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
        joined = (
            f"{'organised or hosted' if shown.together else 'shared'} {count_events(shown.shared)} or more"
        )
        joined += " together" if shown.together else ""
    text = f"{many} that {did} {count_events(shown.least)} or more"
    text += f", and {few} selected with fewer" if few else ""
    lines = markup.count_noun(shown.lines, "line")
    if shown.lines > len(shown.links):
        lines = f"the {len(shown.links):,} strongest of {lines}"
    joins = f"a line joins two that {joined}, its width the number shared ({lines})"
    return f"{text}; {joins}.{' Select a node or a line.' if shown.nodes else ''}"


def count_events(number: int) -> str:
    """`one event`, `7 events`."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number} events"


def _number(name: str) -> int:
    most, default = SETTINGS[name]
    return int(address.read_selection(name, [str(n) for n in range(1, most + 1)]) or default)
