"""What a reader of the network chooses: a node, a line, a chain, a focus; all of it is in the address."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from data.filters import Filters
from pages.views.network.graph import END
from pages.views.shell.filters import address, panel


def name_line(link: Mapping[str, Any]) -> str:
    """A line as the address names it."""
    return f"{link['a_id']}{END}{link['b_id']}"


def choose_node(organisation: str | None) -> None:
    """Select an organisation, or nothing."""
    _choose(organisation, None)


def choose_line(line: str | None) -> None:
    """Select a line, or nothing."""
    _choose(None, line)


def _choose(node: str | None, line: str | None) -> None:
    address.select_several({"node": node, "line": line, "chain": None})


def choose_chain(organisation: str | None) -> None:
    """Have the shortest chain from the selected organisation to this one shown."""
    address.select("chain", organisation)


def set_focus(organisation: str | None) -> None:
    """Have the picture drawn around an organisation, or whole."""
    address.select("focus", organisation)


def add_to_filter(filters: Filters, organisations: tuple[str, ...]) -> None:
    """Filter by these organisations beside those of the filters."""
    both = tuple(dict.fromkeys((*filters.organisations, *organisations)))
    panel.fill_widgets(replace(filters, organisations=both))


def replace_filter(filters: Filters, organisations: tuple[str, ...]) -> None:
    """Filter by these organisations instead of those of the filters; by the events that several shared."""
    all_ = len(organisations) > 1
    panel.fill_widgets(replace(filters, organisations=organisations, match_all=all_))
