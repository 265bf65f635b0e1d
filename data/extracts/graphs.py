"""The network as a graph of networkx: what GraphML and GEXF are written from."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from data.extracts.frame import Frame
from data.extracts.receipt import Receipt, format_json

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to hold; they become U+FFFD."""
ENDS = ("a_id", "b_id", "a", "b")


def make_graph(frames: Sequence[Frame], receipt: Receipt) -> "nx.Graph[str]":
    """Organisations as nodes, pairs as edges with `weight` (events shared), in the order of the frames."""
    nodes, pairs = frames
    made: nx.Graph[str] = nx.Graph(name="Chegara network", receipt=_legal(format_json(receipt)))
    for row in nodes.rows.to_pylist():
        made.add_node(row["id"], label=_legal(row["name"]), **_attributes(row, ("id", "name")))
    for row in pairs.rows.to_pylist():
        made.add_edge(row["a_id"], row["b_id"], weight=row["shared"], **_attributes(row, (*ENDS, "shared")))
    return made


def _attributes(row: Mapping[str, Any], without: Sequence[str]) -> dict[str, Any]:
    """What is stated of a row; the formats have no way to say that something is not."""
    return {
        name: value if isinstance(value, int | float) else _legal(str(value))
        for name, value in row.items()
        if value is not None and name not in without
    }


def _legal(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)
