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


def find_chain(links: Sequence[Mapping[str, Any]], start: str, end: str) -> tuple[str, ...]:
    """The organisations of the shortest chain of lines between two, both included; empty without any.

    Fewest lines first; of chains as short, the one whose lines share most.
    """
    graph: rustworkx.PyGraph[str, float] = rustworkx.PyGraph()
    ids = sorted({link[name] for link in links for name in ("a_id", "b_id")} | {start, end})
    at = dict(zip(ids, graph.add_nodes_from(ids), strict=True))
    graph.add_edges_from([(at[link["a_id"]], at[link["b_id"]], 1 + 1e-4 / link["shared"]) for link in links])
    found = rustworkx.dijkstra_shortest_paths(graph, at[start], at[end], weight_fn=float)
    return tuple(graph[place] for place in found[at[end]]) if at[end] in found else ()
