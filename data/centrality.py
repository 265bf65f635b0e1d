"""The network as a graph: how well connected each organisation is."""

from collections.abc import Mapping, Sequence
from typing import Any

import rustworkx

from data.values.rows import Records

MEASURES = ("degree", "weighted_degree", "betweenness")


def measure_centrality(nodes: Sequence[Mapping[str, Any]], links: Sequence[Mapping[str, Any]]) -> Records:
    """The nodes with their partners (degree), events shared with all of them (weighted degree), betweenness.

    Betweenness is the share of shortest paths between two others that lead through the node, each line
    one step whatever its width, ties shared: 0 to 1.
    """
    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph()
    places = graph.add_nodes_from([node["id"] for node in nodes])
    at = dict(zip(graph.nodes(), places, strict=True))
    graph.add_edges_from([(at[link["a_id"]], at[link["b_id"]], link["shared"]) for link in links])
    between = rustworkx.betweenness_centrality(graph, normalized=True)
    return [
        {
            **node,
            "degree": graph.degree(place),
            "weighted_degree": sum(graph.adj(place).values()),
            "betweenness": round(between[place], 4),
        }
        for node, place in zip(nodes, places, strict=True)
    ]
