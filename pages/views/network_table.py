"""The table under the network: the same organisations or pairs as rows, and what Download saves."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.queries import network as queries
from pages.views import address, dates, heading, markup, reads
from pages.views.faults import contained
from pages.views.network_panel import Network, ends, focus, key
from pages.views.switch import switch

TABLES = {"organisations": "Organisations", "pairs": "Pairs"}


@contained
def tables(shown: Network) -> None:
    """The same organisations or pairs as rows; selecting one focuses on it."""
    on = switch("table", TABLES, "organisations", "Table of", key="network-table")
    rows = shown.pairs() if on == "pairs" else shown.nodes
    parted = dates.COUNTS if shown.filters.has_dates else {}
    columns = _pair_columns(parted) if on == "pairs" else _node_columns(parted)
    picked: list[tuple[str, ...]] = ends(rows) if on == "pairs" else [(i,) for i in rows["id"]]
    name = key(on, shown.filters)
    whose = " of the selected organisations" if on == "pairs" and shown.chosen else " in the picture"
    st.dataframe(
        rows.assign(first=rows["first"].map(dates.iso), last=rows["last"].map(dates.iso))[list(columns)],
        column_config=columns,
        hide_index=True,
        height=min(38 + 35 * max(len(rows), 1), 420),
        key=name,
        on_select=partial(_row, name, shown.filters, picked),
        selection_mode="single-row",
        placeholder="",
        alt=f"{TABLES[on]}{whose}, {len(rows)} rows",
    )
    markup.show(markup.tag("p", f"{len(rows):,} {TABLES[on].lower()}{whose}. {_meaning(on)}", "small"))


def extract(shown: Network) -> tuple[str, pd.DataFrame | heading.Deferred]:
    """What Download saves: the rows of the table that is on, with ids, sources and events."""
    on = _table()
    if on == "pairs":
        pairs = shown.pairs()
        every = reads.fresh(queries.links_with_events, shown.question)
        return f"network-{on}", heading.Deferred(lambda: _only(every(), pairs), len(pairs))
    return f"network-{on}", shown.nodes.drop(columns=["x", "y"])


def _only(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The rows of these pairs, in the order of `pairs`."""
    return pairs[["a_id", "b_id"]].merge(rows, on=["a_id", "b_id"])[list(rows)]


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
    return address.selected("table", list(TABLES)) or "organisations"


def _row(name: str, filters: Filters, picked: list[tuple[str, ...]]) -> None:
    rows = st.session_state[name].selection.rows
    focus(filters, picked[rows[0]] if rows else ())
