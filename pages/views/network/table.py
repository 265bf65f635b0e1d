"""The table under the network: the same organisations or pairs as rows, and what Download saves."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from data.extracts.datasets import NODES, PAIRS
from pages.views.html import dates, markup
from pages.views.html.tables import arrow
from pages.views.html.tables.printed_rows import Table
from pages.views.network import choice
from pages.views.network.graph import END, SETTINGS, Network
from pages.views.network.picture import none_if_default
from pages.views.session import reads
from pages.views.shell.controls import selection
from pages.views.shell.controls.switch import switch
from pages.views.shell.downloads import Extract
from pages.views.shell.faults import contain
from pages.views.shell.filters import address

TABLES = {"organisations": "Organisations", "pairs": "Pairs"}


@contain
def show_table(shown: Network) -> None:
    """The same organisations or pairs as rows; selecting one opens its panel."""
    on = switch("table", TABLES, "organisations", "Table of", key="network-table")
    rows = shown.pairs if on == "pairs" else shown.nodes
    whose = " of the organisations of the filters" if on == "pairs" and shown.chosen else " in the picture"
    is_node = on == "organisations"
    selection.show_rows(
        _make_table(shown, on),
        [row["id"] if is_node else choice.name_line(row) for row in rows],
        f"network-{on}-{shown.filters.slug()}-{shown.focus}",
        END.join(shown.selected),
        choice.choose_node if is_node else choice.choose_line,
        height=arrow.table_height(len(rows), 12),
        placeholder="",
        alt=f"{TABLES[on]}{whose}, {len(rows)} rows",
    )
    markup.show(markup.tag("p", f"{len(rows):,} {TABLES[on].lower()}{whose}. {_meaning(on)}", "small"))


@reads.cache_few_per_build
def _make_table(shown: Network, on: str) -> Table:
    parted = dates.COUNTS if shown.filters.has_dates else {}
    columns = _pair_columns(parted) if on == "pairs" else _node_columns(parted)
    rows = shown.pairs if on == "pairs" else shown.nodes
    told = [row | {name: dates.format_iso(row[name]) for name in ("first", "last")} for row in rows]
    return Table(arrow.make_table(told, columns), columns)


def list_extracts(shown: Network) -> tuple[Extract, Extract]:
    """What Download saves: the rows of the table that is on, with ids, sources and events; and the graph."""
    settings = tuple((name, value) for name, value in _settings(shown) if value)
    on, number = (PAIRS, len(shown.pairs)) if _table() == "pairs" else (NODES, len(shown.nodes))
    return Extract(on, number, settings=settings), Extract("network", len(shown.nodes), settings=settings)


def _settings(shown: Network) -> Iterator[tuple[str, str | None]]:
    yield "least", none_if_default(str(shown.least), str(SETTINGS["least"][1]))
    yield "min", none_if_default(str(shown.least_shared), str(SETTINGS["min"][1]))
    yield "together", "yes" if shown.together else None
    yield "focus", shown.focus or None


def _meaning(on: str) -> str:
    if on == "pairs":
        return "Select a row to read the events that the two shared."
    return (
        "Degree: partners in the picture. Weighted degree: events shared with all of them. Betweenness: the "
        "share of shortest paths between two others that lead through it, from 0 to 1."
    )


def _node_columns(parted: dict[str, str]) -> dict[str, Any]:
    column = st.column_config
    return {
        "name": column.Column("Organisation"),
        "full_name": column.Column("Full name", width="large"),
        "country": column.Column("Seat"),
        "events": column.NumberColumn("Events"),
        **{name: column.NumberColumn(words) for name, words in parted.items()},
        "degree": column.NumberColumn("Degree"),
        "weighted_degree": column.NumberColumn("Weighted degree"),
        "betweenness": column.NumberColumn("Betweenness", format="%.3f"),
        "first": column.Column("First event"),
        "last": column.Column("Last event"),
    }


def _pair_columns(parted: dict[str, str]) -> dict[str, Any]:
    words = {"a": "Organisation", "b": "Partner", "shared": "Shared events", **parted}
    words |= {"first": "First", "last": "Last"}
    return {name: st.column_config.Column(label) for name, label in words.items()}


def _table() -> str:
    """The table that is on; a name that is none is named where `show_table` reads it."""
    return address.find_selection("table", list(TABLES)) or "organisations"
