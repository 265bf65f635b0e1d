"""The network of organisations: its settings, its picture, its table, and what a click on them does."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data import graph
from data.filters import Filters
from data.queries import network as queries
from pages.figures import network as figure
from pages.views import address, dates, frame, markup, reads, theme

SETTINGS = {"min": (12, 1), "least": (20, 3)}
"""URL parameter → the largest value allowed and the default."""
TABLES = {"organisations": "Organisations", "pairs": "Pairs"}
NUMBERS = ("", "one event", "two events", "three events", "four events", "five events", "six events")


@dataclass(frozen=True)
class Network:
    """What the page shows; `extents`: all places to fit in, `unseen`: lines of the chosen left out."""

    nodes: pd.DataFrame
    links: pd.DataFrame
    extents: pd.DataFrame
    unseen: int
    filters: Filters
    shared: int
    least: int
    together: bool

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(i for i in self.filters.organisations if i in set(self.nodes["id"]))

    def pairs(self) -> pd.DataFrame:
        """The pairs in the light: those of the chosen organisations, all where none is chosen."""
        bright = figure.lit(self.nodes, self.links, self.chosen, self.filters.match_all)[1]
        return bright[bright["lit"]].drop(columns="lit").reset_index(drop=True)


def asked(filters: Filters) -> Network:
    """The network under the filters and under the settings in the URL."""
    shared, least = (_number(name) for name in SETTINGS)
    together = address.selected("together", ["yes"]) is not None
    context = replace(filters, organisations=(), match_all=False)
    every = reads.read(queries.links, context, together)
    nodes = reads.read(queries.nodes, context, together)
    nodes, links = graph.shown(nodes, every, filters.organisations, least, shared)
    unseen = _touching(every, filters) - _touching(links, filters)
    whole = reads.read(queries.nodes, Filters())
    extents, _ = graph.shown(whole, links, filters.organisations, least, shared)
    return Network(_measured(nodes, links), links, extents, unseen, filters, shared, least, together)


def _touching(links: pd.DataFrame, filters: Filters) -> int:
    chosen = list(filters.organisations)
    return int((links["a_id"].isin(chosen) | links["b_id"].isin(chosen)).sum())


@st.cache_data(max_entries=64, show_spinner=False)
def _measured(nodes: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    return graph.measured(nodes, links)


def sentence(shown: Network) -> str:
    """What the page shows, with its numbers."""
    few = int((shown.nodes["events"] < shown.least).sum())
    many = f"{len(shown.nodes) - few} {'organisation' if len(shown.nodes) - few == 1 else 'organisations'}"
    part = f"took part as {' or '.join(shown.filters.roles)} in" if shown.filters.roles else "took part in"
    did = "organised or hosted" if shown.together else part
    joined = "organised or hosted one together" if shown.together else "shared an event"
    if shown.shared > 1:
        joined = f"{'organised or hosted' if shown.together else 'shared'} {_events(shown.shared)} or more"
        joined += " together" if shown.together else ""
    text = f"{many} that {did} {_events(shown.least)} or more"
    text += f", and {few} selected with fewer" if few else ""
    lines = f"{len(shown.links):,} {'line' if len(shown.links) == 1 else 'lines'}"
    joins = f"a line joins two that {joined}, its width the number shared ({lines})"
    return f"{text}; {joins}. Select a node or a line."


def keys(filters: Filters) -> None:
    """The chips of the filters, then those of the colours."""
    with st.container(horizontal=True, key="keys", vertical_alignment="center"):
        frame.chips(filters)
        markup.show(markup.legend(("dot", family, words) for family, words in markup.FAMILIES))


def controls(shown: Network) -> None:
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


def picture(shown: Network) -> None:
    """The graph; a node or a line becomes the filter, the blank clears it."""
    nodes, links = figure.lit(shown.nodes, shown.links, shown.chosen, shown.filters.match_all)
    key = _key("graph", shown.filters)
    with st.container(key="graph"):
        st.echarts_chart(
            figure.network(nodes, links, shown.chosen, shown.extents, theme.palette()),
            height=640,
            theme=None,
            key=key,
            on_select=partial(_clicked, key, shown.filters, nodes["id"].tolist(), _ends(links)),
            alt=f"{sentence(shown)} The table below holds the same organisations and pairs.",
        )


def tables(shown: Network) -> None:
    """The same organisations or pairs as rows; selecting one focuses on it."""
    on = _table()
    st.session_state["network-table"] = on
    st.segmented_control(
        "Table of",
        list(TABLES),
        format_func=TABLES.__getitem__,
        key="network-table",
        required=True,
        label_visibility="collapsed",
        on_change=lambda: address.select(
            "table", _unless(st.session_state["network-table"], "organisations")
        ),
    )
    rows = shown.pairs() if on == "pairs" else shown.nodes
    columns = _pair_columns() if on == "pairs" else _node_columns()
    picked: list[tuple[str, ...]] = _ends(rows) if on == "pairs" else [(i,) for i in rows["id"]]
    key = _key(on, shown.filters)
    whose = " of the selected organisations" if on == "pairs" and shown.chosen else " in the picture"
    st.dataframe(
        rows.assign(first=rows["first"].map(dates.iso), last=rows["last"].map(dates.iso))[list(columns)],
        column_config=columns,
        hide_index=True,
        height=min(38 + 35 * max(len(rows), 1), 420),
        key=key,
        on_select=partial(_row, key, shown.filters, picked),
        selection_mode="single-row",
        placeholder="",
        alt=f"{TABLES[on]}{whose}, {len(rows)} rows",
    )
    markup.show(markup.tag("p", f"{len(rows)} {TABLES[on].lower()}{whose}. {_meaning(on)}", "small"))


def extract(shown: Network) -> tuple[str, pd.DataFrame]:
    """What Download saves: the rows of the table that is on, with ids, sources and events."""
    on = _table()
    return f"network-{on}", shown.pairs() if on == "pairs" else shown.nodes.drop(columns=["x", "y"])


def _meaning(on: str) -> str:
    if on == "pairs":
        return "Select a row to read the events that the two shared."
    return (
        "Degree: partners in the picture. Weighted degree: events shared with all of them. Betweenness: the "
        "share of shortest paths between two others that lead through it, from 0 to 1."
    )


def _node_columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "name": column.Column("Organisation"),
        "full_name": column.Column("Full name", width="large"),
        "country": column.Column("Seat"),
        "events": column.NumberColumn("Events"),
        "degree": column.NumberColumn("Degree"),
        "weighted_degree": column.NumberColumn("Weighted degree"),
        "betweenness": column.NumberColumn("Betweenness", format="%.3f"),
        "first": column.Column("First event"),
        "last": column.Column("Last event"),
    }


def _pair_columns() -> dict[str, Any]:
    words = {"a": "Organisation", "b": "Partner", "shared": "Shared events", "first": "First", "last": "Last"}
    return {name: st.column_config.Column(label) for name, label in words.items()}


def _events(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number} events"


def _ends(links: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(zip(links["a_id"], links["b_id"], strict=True))


def _key(name: str, filters: Filters) -> str:
    """A new element for each focus, so that it never holds on to the selection of another."""
    return "-".join(["network", name, "all" if filters.match_all else "any", *filters.organisations])


def _table() -> str:
    return address.selected("table", list(TABLES)) or "organisations"


def _number(name: str) -> int:
    most, default = SETTINGS[name]
    return int(address.selected(name, [str(n) for n in range(1, most + 1)]) or default)


def _unless(value: str, default: str) -> str | None:
    return None if value == default else value


def _set_number(name: str) -> None:
    address.select(name, _unless(str(st.session_state[f"network-{name}"]), str(SETTINGS[name][1])))


def _set_together() -> None:
    address.select("together", "yes" if st.session_state["network-together"] else None)


def _clicked(key: str, filters: Filters, ids: list[str], ends: list[tuple[str, ...]]) -> None:
    picked: dict[str, list[tuple[str, ...]]] = {"node": [(i,) for i in ids], "edge": ends}
    for part in st.session_state[key].selection.selected:
        choices, index = picked.get(part["data_type"], []), part["data_indices"][0]
        return _focus(filters, choices[index] if index < len(choices) else ())
    return _focus(filters, ())


def _row(key: str, filters: Filters, picked: list[tuple[str, ...]]) -> None:
    rows = st.session_state[key].selection.rows
    _focus(filters, picked[rows[0]] if rows else ())


def _focus(filters: Filters, ids: tuple[str, ...]) -> None:
    """Filter by these organisations; once more by the same clears it."""
    same = set(ids) == set(filters.organisations) and filters.match_all == (len(ids) > 1)
    ids = () if same else ids
    roles = filters.roles if ids else ()
    frame.fill(replace(filters, organisations=ids, match_all=len(ids) > 1, roles=roles))
